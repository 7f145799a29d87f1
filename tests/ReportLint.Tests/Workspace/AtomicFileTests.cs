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
    public void A_link_stays_and_what_it_points_to_is_written_with_its_mode()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = _folder.Write("sub/out.sarif", "old");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var link = Path.Combine(_folder.Path, "link");
        File.CreateSymbolicLink(link, "sub/out.sarif");
        var dangling = Path.Combine(_folder.Path, "new");
        File.CreateSymbolicLink(dangling, "sub/new.sarif");
        AtomicFile.Write(link, static stream => stream.Write("new"u8));
        AtomicFile.Write(dangling, static stream => stream.Write("made"u8));
        Assert.Equal("sub/out.sarif", new FileInfo(link).LinkTarget);
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal("made", File.ReadAllText(Path.Combine(_folder.Path, "sub/new.sarif")));
    }

    [Fact]
    public void A_failure_leaves_an_empty_file_empty()
    {
        var path = _folder.Write("out.sarif", "");
        Assert.Throws<InvalidDataException>(() => AtomicFile.Write(path, static stream =>
        {
            stream.Write("half"u8);
            throw new InvalidDataException();
        }));
        Assert.Equal("", File.ReadAllText(path));
    }

    [Fact]
    public void Its_temporary_files_are_known_by_name()
    {
        var path = Path.Combine(_folder.Path, "out.sarif");
        AtomicFile.Write(path, _ => Assert.True(AtomicFile.IsTemporary(Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(_folder.Path))))));
        Assert.False(AtomicFile.IsTemporary("out.sarif"));
    }
}
