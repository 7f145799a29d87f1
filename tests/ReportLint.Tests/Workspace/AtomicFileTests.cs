using ReportLint.Workspace.Files;

namespace ReportLint.Tests.Workspace;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Replaces_the_old_file_and_leaves_nothing_beside_it()
    {
        var path = _folder.Write("out.sarif", "old");
        AtomicFile.Write(path, static stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_failure_half_way_leaves_the_old_file_and_nothing_beside_it()
    {
        var path = _folder.Write("out.sarif", "old");
        Assert.Throws<InvalidDataException>(() => AtomicFile.Write(path, static stream =>
        {
            stream.Write("half"u8);
            throw new InvalidDataException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Its_temporary_files_are_known_by_name()
    {
        var path = Path.Combine(_folder.Path, "out.sarif");
        AtomicFile.Write(path, _ => Assert.True(AtomicFile.IsTemporary(Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(_folder.Path))))));
        Assert.False(AtomicFile.IsTemporary("out.sarif"));
    }
}
