using ReportLint.Core;
using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Claims;
using ReportLint.Tests.Phrases;

namespace ReportLint.Tests.Facts.Compositions;

public class CompositionTests
{
    private static readonly Lazy<RuleSet> Rules = new(static () => PhraseReading.Load());

    private static string Read(string draft) => string.Join("; ", PhraseReading.Lint(Rules.Value, draft + "\n").Facts.OfType(FigureClaims.Composition).Cast<PhraseFact>()
        .Select(static c => $"{c.Slot(0)}, {c.Slot(1)} {c.Slot(2)}"));

    [Theory]
    [InlineData("Some 57% said yes, 36% said no and the other 7% had no view.", "57%, 36%, 7% complete")]
    [InlineData("Some 57% said yes and 36% said no. The remaining 7% did not answer.", "57%, 36%, 7% complete")]
    [InlineData("The cohort was made up of girls (61%) and boys (39%).", "61%, 39% opened")]
    [InlineData("Some 81% said yes, 9% said no and 10% did not know.", "81%, 9%, 10% closed")]
    [InlineData("Some 34% owned, 30% had a mortgage and 36% rented.", "34%, 30%, 36% joined")]
    [InlineData("In the 12% of cases that were appealed, 60% of rulings stood, 35% fell and the other 5% went back.", "")]
    [InlineData("In the 12% that were appealed, 60% stood, 35% were lost and the other 5% went back.", "60%, 35%, 5% complete")]
    [InlineData("How our income was made up:\n\n- Grants: 41%\n- Fees: 59%\n", "41%, 59% opened")]
    [InlineData("Answers:\n\n- Yes: 41%\n- No: 52%\n- Undecided: 7%\n", "41%, 52%, 7% closed")]
    [InlineData("Versions by distribution: 58% old (+11%), 24% new (-9%) and 18% mixed (-2%).", "58%, 24%, 18% labelled")]
    [InlineData("Distribution of income: 41% from tax, 22% from fees, 9% from rent.", "41%, 22%, 9% listed")]
    public void Words_say_which_percentages_are_all_of_it(string draft, string expected) => Assert.Equal(expected, Read(draft));

    [Theory]
    [InlineData("A fairer distribution may cut the share to 36% from 53%.")]
    [InlineData("Among men 48% agreed, among women 57%.")]
    [InlineData("Fares rose by 8%, rents by 13% and others by 27%.")]
    [InlineData("Members could tick several boxes: 58% chose cost, 44% distance and 21% other things.")]
    [InlineData("The 62% of callers with one reason divide into 34% bins, 21% noise and 7% other things.")]
    [InlineData("Answers (people could give more than one answer):\n\n- Yes: 41%\n- No: 52%\n- Other: 17%\n")]
    public void Other_percentages_are_left_alone(string draft) => Assert.Equal("", Read(draft));

    [Theory]
    [InlineData("Every hostel has exactly one grade.", "Gold", "Bronze", "closed")]
    [InlineData("Grades follow.", "Gold", "Other", "closed")]
    [InlineData("Grades follow.", "Gold", "Bronze", "")]
    [InlineData("Hostels could choose more than one answer.", "Gold", "Other", "")]
    public void A_column_of_shares_is_whole_where_words_say_so(string before, string first, string last, string wording) =>
        Assert.Equal(wording.Length == 0 ? "" : $"60%, 30%, 10% {wording}", Read($"{before}\n\n| Grade | Share of hostels |\n|---|---:|\n| {first} | 60% |\n| Silver | 30% |\n| {last} | 10% |"));
}
