using ReportLint.Workspace;

namespace ReportLint.Tests.Workspace;

public sealed class RuleSourceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Hidden_names_linked_folders_and_configurations_are_no_rules()
    {
        foreach (var name in new[] { "a.yml", "sub/b.yaml", ".hidden.yml", ".git/c.yml", "reportlint.yml", "sub/reportlint.yml", "d.txt.reportlint.yml", "e.yaml2" })
        {
            _folder.Write(name, "x: 1\n");
        }

        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "loop"), ".");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "linked.yml"), "a.yml");
        Assert.Equal(["a.yml", "linked.yml", "sub/b.yaml"], RuleSource.ReadFolder(_folder.Path).Select(f => Path.GetRelativePath(_folder.Path, f.Path)));
    }
}
