namespace ReportLint.Tests;

/// <summary>
/// The generated parts of the README are what the executable says. Where they differ, run the tests with
/// <c>REPORTLINT_UPDATE=1</c>: that writes them anew.
/// </summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = Path.Combine(Executable.Repository, "README.md");

    [Fact]
    public void The_generated_parts_are_what_the_executable_says()
    {
        using var folder = new TempFolder();
        var text = File.ReadAllText(Readme);
        var written = text;
        written = Replace(written, "watch", Fence(Say("watch", "fixtures/reports", "--output", folder.At("diagnostics"), "--once").Replace(folder.Path + "/", "", StringComparison.Ordinal)));
        written = Replace(written, "check", Fence(Say("check", "fixtures/reports/press", "--fail-on", "never")));
        written = Replace(written, "facts", Fence(Say("facts", "fixtures/reports/press/survey-results.txt").Split("\n\n")[0]));
        written = Replace(written, "rules", Say("rules"));
        if (Environment.GetEnvironmentVariable("REPORTLINT_UPDATE") == "1")
        {
            File.WriteAllText(Readme, written);
            return;
        }

        Assert.Equal(written, text);
    }

    [Fact]
    public void The_page_of_facts_lists_what_the_executable_lists()
    {
        var page = Path.Combine(Executable.Repository, "docs/facts.md");
        var text = File.ReadAllText(page);
        var written = Replace(text, "facts", Fence(Say("facts", "--types")));
        if (Environment.GetEnvironmentVariable("REPORTLINT_UPDATE") == "1")
        {
            File.WriteAllText(page, written);
            return;
        }

        Assert.Equal(written, text);
    }

    [Fact]
    public void The_rule_of_the_tour_is_the_example_and_passes_its_examples()
    {
        const string Begin = "<!-- rule: docs/examples/crowded-meeting.yml -->\n```yaml\n";
        var text = File.ReadAllText(Readme);
        var start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        Assert.Equal(File.ReadAllText(Path.Combine(Executable.Repository, "docs/examples/crowded-meeting.yml")), text[start..text.IndexOf("```\n", start, StringComparison.Ordinal)]);
        Assert.EndsWith(", 0 failed\n", Say("test", "--rules", "docs/examples"), StringComparison.Ordinal);
    }

    private static string Say(params string[] arguments)
    {
        var outcome = Executable.Run(Executable.Repository, arguments);
        Assert.True(outcome.Code == 0, outcome.Output + outcome.Errors);
        return outcome.Output;
    }

    private static string Fence(string output) => $"```text\n{output.TrimEnd('\n')}\n```\n";

    private static string Replace(string text, string name, string content)
    {
        var begin = $"<!-- generated: {name} -->\n";
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        Assert.True(start >= begin.Length, $"the README has no part '{name}'");
        return text[..start] + content + text[text.IndexOf("<!-- end -->", start, StringComparison.Ordinal)..];
    }
}
