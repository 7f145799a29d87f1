using ReportLint.Workspace.Files;

namespace ReportLint.Tests.Workspace;

// The examples follow the sections of gitignore(5); git check-ignore agrees with each.
public class GitIgnorePatternTests
{
    [Theory]
    [InlineData("draft.md", "draft.md", true)]
    [InlineData("draft.md", "a/b/draft.md", true)]
    [InlineData("/draft.md", "draft.md", true)]
    [InlineData("/draft.md", "a/draft.md", false)]
    [InlineData("a/draft.md", "a/draft.md", true)]
    [InlineData("a/draft.md", "b/a/draft.md", false)]
    [InlineData("*.md", "a/draft.md", true)]
    [InlineData("*.md", "draft.txt", false)]
    [InlineData("a/*", "a/x.md", true)]
    [InlineData("a/*.md", "a/b/x.md", false)]
    [InlineData("d?aft.md", "draft.md", true)]
    [InlineData("d?aft.md", "daft.md", false)]
    [InlineData("d[a-r]aft.md", "draft.md", true)]
    [InlineData("d[!a-r]aft.md", "draft.md", false)]
    [InlineData("d[]]aft.md", "d]aft.md", true)]
    [InlineData("draft[1.md", "draft[1.md", false)]
    [InlineData("**/draft.md", "draft.md", true)]
    [InlineData("**/draft.md", "a/b/draft.md", true)]
    [InlineData("**/b/draft.md", "a/b/draft.md", true)]
    [InlineData("a/**", "a/b/draft.md", true)]
    [InlineData("a/**/draft.md", "a/draft.md", true)]
    [InlineData("a/**/draft.md", "a/b/c/draft.md", true)]
    [InlineData("a/**/draft.md", "b/a/draft.md", false)]
    [InlineData("\\#draft.md", "#draft.md", true)]
    [InlineData("\\!draft.md", "!draft.md", true)]
    [InlineData("draft\\*.md", "draft*.md", true)]
    [InlineData("draft\\*.md", "draft1.md", false)]
    [InlineData("draft.md   ", "draft.md", true)]
    [InlineData("draft.md\\ ", "draft.md ", true)]
    [InlineData("Draft.md", "draft.md", false)]
    public void Matches_paths_as_git_does(string pattern, string path, bool expected) =>
        Assert.Equal(expected, GitIgnorePattern.Parse(pattern)!.Matches(path.Split('/'), isFolder: false));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("# comment")]
    [InlineData("/")]
    public void Blank_lines_and_comments_are_no_patterns(string line) => Assert.Null(GitIgnorePattern.Parse(line));

    [Fact]
    public void A_slash_at_the_end_means_folders_only()
    {
        var pattern = GitIgnorePattern.Parse("old/")!;
        Assert.True(pattern.Matches(["old"], isFolder: true));
        Assert.False(pattern.Matches(["old"], isFolder: false));
    }

    [Fact]
    public void A_hostile_pattern_costs_little()
    {
        var pattern = GitIgnorePattern.Parse(string.Concat(Enumerable.Repeat("*a", 200)) + "b")!;
        Assert.False(pattern.Matches([new string('a', 2000)], isFolder: false));
    }
}
