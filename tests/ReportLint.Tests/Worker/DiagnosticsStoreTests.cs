using ReportLint.Tests.Workspace;
using ReportLint.Worker;

namespace ReportLint.Tests.Worker;

public sealed class DiagnosticsStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_did_not_change_is_not_written()
    {
        using (var store = Open())
        {
            Assert.True(Write(store, "a.md", "h1"));
            store.WriteIndex();
        }

        var before = Times();
        using (var store = Open())
        {
            Assert.True(store.IsCurrent("a.md", "h1"));
            Assert.False(store.IsCurrent("a.md", "h2"));
            Assert.False(Write(store, "a.md", "h1"));
            store.WriteIndex();
        }

        Assert.Equal(before, Times());
    }

    [Fact]
    public void Nothing_is_current_under_other_rules_or_after_a_file_was_changed_or_lost()
    {
        using (var store = Open())
        {
            foreach (var name in new[] { "a.md", "b.md", "c.md" })
            {
                Write(store, name, "h");
            }

            store.WriteIndex();
        }

        File.AppendAllText(Path.Combine(_folder.Path, "a.md.sarif"), " ");
        File.Delete(Path.Combine(_folder.Path, "b.md.sarif"));
        using (var store = Open())
        {
            Assert.Equal([false, false, true], new[] { "a.md", "b.md", "c.md" }.Select(name => store.IsCurrent(name, "h")));
        }

        using (var store = DiagnosticsStore.Open(_folder.Path, "other rules"))
        {
            Assert.False(store.IsCurrent("c.md", "h"));
        }
    }

    [Fact]
    public void What_is_not_ours_is_not_touched()
    {
        var foreign = _folder.Write("a.md.sarif", "{\"mine\": true}");
        var other = _folder.Write("sub/notes.txt", "keep");
        using var store = Open();
        Assert.Throws<IOException>(() => Write(store, "a.md", "h"));
        Write(store, "sub/b.md", "h");
        store.Remove("sub/b.md");
        Assert.Equal("{\"mine\": true}", File.ReadAllText(foreign));
        Assert.True(File.Exists(other));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "sub/b.md.sarif")));
    }

    [Fact]
    public void A_folder_with_somebody_elses_index_is_refused()
    {
        _folder.Write("index.json", "{\"name\": \"a web site\"}");
        Assert.Throws<IOException>(Open);
        Assert.Equal("{\"name\": \"a web site\"}", File.ReadAllText(Path.Combine(_folder.Path, "index.json")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"tool\": 3}")]
    public void A_broken_index_is_refused_not_guessed_at(string content)
    {
        _folder.Write("index.json", content);
        Assert.Throws<IOException>(Open);
    }

    [Fact]
    public void Two_processes_do_not_write_to_one_folder()
    {
        using (Open())
        {
            Assert.Throws<IOException>(Open);
        }

        Open().Dispose();
    }

    [Fact]
    public void What_a_killed_process_left_is_cleared_away_or_taken_up()
    {
        using (var store = Open())
        {
            // Written, but the process does not live to write the index.
            Write(store, "sub/written \"twice\" né.md", "h");
        }

        _folder.Write("sub/.reportlint-0123.tmp", "half");
        using (var store = Open())
        {
            Assert.Equal(["sub/written \"twice\" né.md"], store.Entries.Keys);
            Assert.False(store.IsCurrent("sub/written \"twice\" né.md", "h"));
            store.Remove("sub/written \"twice\" né.md");
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void The_index_counts_every_draft_and_all()
    {
        using var store = Open();
        Write(store, "b.md", "h");
        Write(store, "a.md", "h");
        store.WriteIndex();
        using var index = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder.Path, "index.json")));
        Assert.Equal(2, index.RootElement.GetProperty("total").GetProperty("errors").GetInt32());
        Assert.Equal(["a.md", "b.md"], index.RootElement.GetProperty("files").EnumerateArray().Select(static f => f.GetProperty("path").GetString()!));
    }

    private static bool Write(DiagnosticsStore store, string path, string hash)
    {
        var document = OutputSamples.Document("Of 398 cases.\n", path);
        return store.Write(path, hash, OutputSamples.Result(document, OutputSamples.Finding(document, "398")));
    }

    private DiagnosticsStore Open() => DiagnosticsStore.Open(_folder.Path, "rules");

    private (string, DateTime)[] Times() =>
        [.. Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static f => (f, File.GetLastWriteTimeUtc(f)))];
}
