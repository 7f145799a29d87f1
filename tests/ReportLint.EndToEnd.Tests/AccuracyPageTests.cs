namespace ReportLint.Tests;

/// <summary>
/// The ledger is what the executable says of the labelled drafts. Where it differs, run the tests with
/// <c>REPORTLINT_UPDATE=1</c>: that writes it anew, and what changed in it is what a change has gained or lost.
/// </summary>
public sealed class AccuracyPageTests
{
    private static readonly string Page = Path.Combine(Executable.Repository, "docs/accuracy.md");

    [Fact]
    public void The_ledger_is_what_the_executable_measures()
    {
        var outcome = Executable.Run(Executable.Repository, "accuracy", "fixtures/accuracy");
        Assert.True(outcome.Code == 0, outcome.Errors);
        if (Environment.GetEnvironmentVariable("REPORTLINT_UPDATE") == "1")
        {
            File.WriteAllText(Page, outcome.Output);
            return;
        }

        Assert.Equal(File.ReadAllText(Page), outcome.Output);
    }

    [Fact]
    public void A_team_measures_its_own_rules_on_its_own_drafts()
    {
        using var folder = new TempFolder();
        folder.Write("found.md", "Of [RL1001|576|] cases, 177 were good, 220 inadequate and 178 adequate.\n");
        folder.Write("missed.md", "The hall was [HOUSE9|crowded|].\n");
        var outcome = Executable.Run(folder.Path, "accuracy", ".", "--output", "page.md");
        Assert.Equal((0, ""), (outcome.Code, outcome.Output));
        var page = File.ReadAllText(folder.At("page.md"));
        Assert.Contains("| RL1001 | total-mismatch | 1 | 1 | 0 | 0 | 1.00 | 1.00 |\n", page, StringComparison.Ordinal);
        Assert.Contains("| missed.md | 1 | HOUSE9 | crowded |\n", page, StringComparison.Ordinal);
        folder.Write("broken.md", "Of [RL1001|576 cases.\n");
        outcome = Executable.Run(folder.Path, "accuracy", "broken.md");
        Assert.Equal((2, "reportlint: broken.md:1:4: this marker has no '|]'\n"), (outcome.Code, outcome.Errors));
    }

    [Fact]
    public void At_least_150_drafts_are_labelled_and_a_third_of_them_are_clean()
    {
        var drafts = Directory.GetFiles(Path.Combine(Executable.Repository, "fixtures/accuracy"), "*.*", SearchOption.AllDirectories);
        var clean = drafts.Count(static f => !File.ReadAllText(f).Contains("|]", StringComparison.Ordinal));
        Assert.True(drafts.Length >= 150, $"{drafts.Length} drafts");
        Assert.InRange(clean, drafts.Length / 3, drafts.Length * 2 / 3);
    }
}
