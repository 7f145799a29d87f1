using ReportLint.Core.Facts.References;

namespace ReportLint.Tests.Facts.References;

public class NoteAndSlipTests
{
    [Theory]
    [InlineData("The set [^abc] matches nothing.", "RL3002", 0)]
    [InlineData("The keeper left.[^keeper] He came back.", "RL3002", 1)]
    [InlineData("The keeper left.[^keeper]\n\n[^keeper]: In May.", "RL3002", 0)]
    [InlineData("The keeper left.[^keeper]\n\n[^keeper]: In May.", "RL3003", 0)]
    [InlineData("The keeper left.\n\n[^keeper]: In May.", "RL3003", 1)]
    [InlineData("| Staff | Number |\n|---|---|\n| Cook | 14† |\n", "RL3002", 1)]
    [InlineData("| Staff | Number |\n|---|---|\n| Cook | 14† |\n\n† Part-time.\n", "RL3002", 0)]
    [InlineData("| Hotel | Stars |\n|---|---|\n| Grand | 5* |\n", "RL3002", 0)]
    public void Marks_and_notes_answer_each_other(string text, string rule, int count) => Assert.Equal(count, ReferenceReading.Findings(rule, text).Length);

    [Fact]
    public void The_number_of_a_note_may_be_of_any_size() =>
        Assert.Single(ReferenceReading.Findings("RL3004", "It held.[^1] It leaked.[^2000000000] It sank.[^99999999999999999999]\n\n[^1]: Log.\n[^2000000000]: Plan.\n[^99999999999999999999]: Chart.\n"));

    [Theory]
    [InlineData("It held.¹ It leaked.²", "¹ ²")]
    [InlineData("It held.^1^ It leaked.^2^", "^1^ ^2^")]
    [InlineData("It held [1]. It leaked [2].", "[1] [2]")]
    [InlineData("It held.1 It leaked in 1802.2", "1 2")]
    [InlineData("It held1 and leaked.2 See no.3 and F.3 there.", "1 2")]
    [InlineData("It has 1 gate and 2 doors, at 1.2 m and 3.1 m².", "")]
    [InlineData("It held.¹ It has 40 m² and km².", "")]
    public void Listed_notes_find_their_marks(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', ReferenceReading.Facts<FootnoteMark>(text + "\n\n## Notes\n\n1. Log.\n2. Plan.\n").Select(static m => m.Text)));

    [Theory]
    [InlineData("The ferry carried XX% of us.", "XX%")]
    [InlineData("It cost £XX,XXX to build.", "£XX,XXX")]
    [InlineData("Meet on [date TBC] at noon.", "[date TBC]")]
    [InlineData("TBD", "TBD")]
    [InlineData("It rose by ??? last year.", "???")]
    [InlineData("Mr TK Whitaker spoke, and TK Maxx closed.")]
    [InlineData("“The child [name] was seen,” she wrote.")]
    [InlineData("In Super Bowl XX and size XXL, with XX chromosomes.")]
    [InlineData("Pay £X now and £Y then.")]
    [InlineData("`TODO` and [a link](todo.md) and [^note].")]
    public void Placeholders_are_told_from_text(string text, params string[] expected) =>
        Assert.Equal(expected, ReferenceReading.Facts<Placeholder>(text).Select(static p => p.Text));

    [Theory]
    [InlineData("It was closed by the the wind.", "word the the")]
    [InlineData("Because of the\nof the gale.", "word of the of the")]
    [InlineData("The end we we saw was good.", "word we we")]
    [InlineData("CRIME: Crime scene.\nCRIME: Crime scene.", "sentence CRIME: Crime scene.")]
    [InlineData("A boat leaves port.\n\nA boat leaves port.", "paragraph A boat leaves port.")]
    [InlineData("He had had enough, and that that was enough; very very good.")]
    [InlineData("Wir sagen, dass die die Wahl haben, und nous nous levons.")]
    [InlineData("From Bora Bora to New York, New York.")]
    [InlineData("“No. No. No. We stay. We stay.”")]
    [InlineData("A boat leaves port.\n\n![sea](a.png)\n\nA boat leaves port.")]
    public void Doubled_text_is_found(string text, params string[] expected) =>
        Assert.Equal(expected, ReferenceReading.Facts<RepeatedText>(text).Select(static r => $"{r.Kind} {r.Text}"));

    [Theory]
    [InlineData("A recent study found that 40% of nurses sleep badly.", 1)]
    [InlineData("According to one survey, 3 in 10 adults read.", 1)]
    [InlineData("Nearly 60% of boats leak, a study has found.", 1)]
    [InlineData("A recent study by Hull University found that 40% of nurses sleep badly.", 0)]
    [InlineData("A report found 1,400 cases.\n\nProfessor Ann Hale, who wrote the report, blamed the flood.", 0)]
    [InlineData("Would you believe it if a study found that 40% sleep badly?", 0)]
    [InlineData("Our study shows that 40% sleep badly.", 0)]
    [InlineData("A study found no harm in it.", 0)]
    public void Claims_need_a_source(string text, int count) => Assert.Equal(count, ReferenceReading.Findings("RL3001", text).Length);
}
