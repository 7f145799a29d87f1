using ReportLint.Core;
using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Claims;
using ReportLint.Core.Facts.Enumerations;
using ReportLint.Tests.Phrases;

namespace ReportLint.Tests.Facts.Enumerations;

public class EnumerationTests
{
    private static readonly Lazy<RuleSet> Rules = new(static () => PhraseReading.Load());

    private static FactStore Facts(string draft) => PhraseReading.Lint(Rules.Value, draft + "\n").Facts;

    private static string Enumerations(string draft) => string.Join("; ", Facts(draft).OfType(Enumeration.FactType).Cast<Enumeration>()
        .Select(static e => $"{e.Count.Text} {e.Form} {e.Items}"));

    private static string Breakdowns(string draft) => string.Join("; ", Facts(draft).OfType(ClaimTypes.Breakdown).Cast<PhraseFact>()
        .Select(static b => $"{b.Slot(0)} = {b.Slot(1)} {b.Slot(2)}"));

    [Theory]
    [InlineData("The review covered three districts: Hull, Goole and Selby.", "three sentence 3")]
    [InlineData("The review covered three districts: Hull and Goole.", "three sentence 2")]
    [InlineData("The review covered three districts, including Hull and Goole.", "")]
    [InlineData("The review covered about three districts: Hull and Goole.", "")]
    [InlineData("The review covered three districts and saw Hull, Goole and Selby.", "")]
    public void A_count_before_a_colon_counts_what_follows(string draft, string expected) => Assert.Equal(expected, Enumerations(draft));

    [Theory]
    [InlineData("We make three recommendations:\n\n- train the staff\n- mend the roof\n- open the door\n", "three list 3")]
    [InlineData("We make three recommendations:\n\n1. Train the staff.\n2. Mend the roof.\n", "three list 2")]
    [InlineData("We make three recommendations.\n\n- train the staff\n- mend the roof\n", "three list 2")]
    [InlineData("We make three recommendations at last.\n\n- train the staff\n- mend the roof\n", "")]
    [InlineData("We make recommendations:\n\n- train the staff\n- mend the roof\n", "")]
    [InlineData("We make at least three recommendations:\n\n- train the staff\n- mend the roof\n", "")]
    [InlineData("## We make three recommendations:\n\n- train the staff\n- mend the roof\n", "")]
    public void A_count_in_the_sentence_before_a_list_counts_its_items(string draft, string expected) => Assert.Equal(expected, Enumerations(draft));

    [Theory]
    [InlineData("We saw two sites: a flat, disused yard and the gasworks.", "two sentence 2…3")]
    [InlineData("We use two components: an older copy of Ledgerline, the package of the county, and a sheet.", "two sentence 2…3")]
    [InlineData("It is paid in two ways: using a card, or indeed a token, of the office, or using cash.", "two sentence 2…4")]
    [InlineData("There are three parts: first-, second-, and third-hand goods, ranked by age.", "three sentence 3")]
    [InlineData("There are two kinds: new ones, and old ones that have the date, the state, and the name.", "two sentence 2…4")]
    [InlineData("Three parts came: `a` `b` and `c`.", "Three sentence 2…3")]
    [InlineData("Two teams (Hull, Goole, and ???) met.", "")]
    [InlineData("The year in 4 words: Rain and Mud Everywhere.", "")]
    [InlineData("There are two two towns: Hull, Goole and Selby.", "")]
    [InlineData("Having 2 out of 4 prizes: Best Ham and Best Pie.", "")]
    [InlineData("The three winners – Anne Todd and Ravi Shah – were cheered.", "three sentence 2")]
    [InlineData("Four becks were sampled: the Ash, the Bourne and the Cole.", "Four sentence 3")]
    public void Where_a_piece_may_be_part_of_its_neighbour_either_count_will_do(string draft, string expected) => Assert.Equal(expected, Enumerations(draft));

    [Theory]
    [InlineData("Hale: there are two questions:\n\n- who pays\n- who mows\n- when\n", "")]
    [InlineData("There are two questions:\n\n- who pays\n- who mows\n- Hale: when\n", "")]
    [InlineData("There are two questions:\n\n- who pays\n- who mows\n- [Hale] when\n", "")]
    [InlineData("There are three questions:\n\n- Cost: who pays\n- Work: who mows\n- Time: when\n", "three list 3")]
    [InlineData("There are three columns:\n\n- from and to: days\n- name: to whom\n", "three list 2…3")]
    [InlineData("There are three classes:\n\n1. Small.\n2. Large.\n\nAll else is left out.\n\n3. Huge.\n", "")]
    [InlineData("There are three classes:\n\n- Small.\n- Large.\n\nAll else is left out.\n\n- Huge.\n- None.\n", "")]
    [InlineData("There are three classes:\n\n- Small.\n- Large.\n\n## Colours\n\nThey are many.\n\n- Red.\n- Blue.\n", "three list 2")]
    [InlineData("The six keys are in a file, where each is one of:\n\n- a\n- b\n- c\n", "")]
    public void A_list_that_others_talk_in_or_that_goes_on_elsewhere_is_not_counted(string draft, string expected) => Assert.Equal(expected, Enumerations(draft));

    [Theory]
    [InlineData("There are three reasons. First, it is slow. Second, it is dear. And third, it leaks.", "three ordinals 3")]
    [InlineData("He made two points. Firstly, it is late. Secondly, it is dear. Thirdly, it leaks.", "two points ordinals 3")]
    [InlineData("There are three reasons. First, it is slow. Second, it is dear. It leaks. It creaks.", "")]
    [InlineData("There are three reasons. First, it is slow. Second, it is dear. And finally, it leaks.", "")]
    public void Ordinals_count_as_far_as_they_go(string draft, string expected) => Assert.Equal(expected, Enumerations(draft));

    [Fact]
    public void Items_of_a_list_in_a_list_are_not_counted_with_the_outer_ones() => Assert.Equal(
        "two list 2", Enumerations("We make two recommendations:\n\n- train the staff\n  - in spring\n  - in autumn\n- mend the roof\n"));

    [Theory]
    [InlineData("146 patients came:\n\n- 71 by ambulance\n- 75 on foot\n", "146 = 71, 75 apposed")]
    [InlineData("A grant of £90,000 paid for:\n\n- £40,000 of seats\n- £50,000 of lights\n", "£90,000 = £40,000, £50,000 apposed")]
    [InlineData("146 patients came:\n\n- 71 by ambulance\n- the rest on foot\n", "")]
    [InlineData("146 patients in 3 wards came:\n\n- 71 by ambulance\n- 75 on foot\n", "")]
    [InlineData("About 146 patients came:\n\n- 71 by ambulance\n- 75 on foot\n", "")]
    [InlineData("Patients in May: 146\n\n- by ambulance: 71\n- on foot: 75\n", "146 = 71, 75 apposed")]
    [InlineData("## Patients in May (146)\n\n- by ambulance (71)\n- on foot (75)\n", "146 = 71, 75 apposed")]
    [InlineData("146 people have signed:\n\n- 71 by post\n- 75 in person\n", "146 = 71, 75 apposed")]
    [InlineData("146 patients had:\n\n- 71 a cough\n- 75 a cold\n", "")]
    [InlineData("146 patients came:\n\n- 71 live alone\n- 75 do not drive\n", "")]
    [InlineData("146 patients came:\n\n- by ambulance in 71 hours\n- on foot in 75\n", "")]
    [InlineData("## 3 Patients\n\n- by ambulance: 1\n- on foot: 2\n", "")]
    [InlineData("146 patients came.\n\n- 71 by ambulance\n- 75 on foot\n", "")]
    [InlineData("146 patients came:\n\n- 71 by ambulance\n- £75 on foot\n", "")]
    [InlineData("146 patients came:\n\n- 71 by ambulance\n- 75 of the men on foot\n", "")]
    public void A_whole_before_a_list_takes_the_numbers_that_open_its_items(string draft, string expected) =>
        Assert.Equal(expected, Breakdowns(draft));

    [Fact]
    public void The_limits_are_settings()
    {
        const string Draft = "We make three recommendations:\n\n- train the staff\n- mend the roof\n- open the door\n";
        var rules = RuleSet.Load([.. PhraseReading.LexiconFiles, new("e.yml", "settings: enumerations\nvalues: {most_items: 2}")]);
        Assert.Empty(rules.Errors);
        Assert.Empty(PhraseReading.Lint(rules, Draft).Facts.OfType(Enumeration.FactType));
    }
}
