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

    [Theory]
    [InlineData("null")]
    [InlineData("\"../victim\"")]
    [InlineData("\"sub/../../victim\"")]
    [InlineData("\"/tmp/victim\"")]
    [InlineData("\"\"")]
    public void An_index_that_names_files_outside_the_folder_is_refused(string path)
    {
        _folder.Write("out/index.json", $$"""{"tool": "{{ReportLint.Workspace.Tool.Name}}", "version": 1, "rules": "rules", "files": [{"path": {{path}}, "errors": 0, "warnings": 0, "infos": 0, "coverage": {"checked": 0, "flagged": 0, "unbound": 0, "ignored": 0}, "draftHash": "", "diagnosticsHash": ""}]}""");
        var error = Assert.Throws<IOException>(() => DiagnosticsStore.Open(Path.Combine(_folder.Path, "out"), "rules"));
        Assert.Contains("is not ReportLint's", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_put_in_the_place_of_ours_is_neither_written_over_nor_removed()
    {
        using var store = DiagnosticsStore.Open(_folder.Path, "rules", annotates: true);
        var document = OutputSamples.Document("Of 398 cases.\n", "a.md");
        var result = OutputSamples.Result(document, OutputSamples.Finding(document, "398"));
        Assert.True(store.Write("a.md", "h", result, Copy));
        var copy = _folder.Write("a.md.annotated.html", "my page");
        Assert.Throws<IOException>(() => store.Write("a.md", "h2", result, Copy));
        var diagnostics = _folder.Write("a.md.sarif", "{\"mine\": true}");
        Assert.Throws<IOException>(() => store.Write("a.md", "h3", result, Copy));
        store.Remove("a.md");
        Assert.Empty(store.Entries);
        Assert.Equal(["my page", "{\"mine\": true}"], new[] { copy, diagnostics }.Select(File.ReadAllText));

        static byte[]? Copy(byte[]? there, bool wasOurs) => there is null ? "a page"u8.ToArray() : null;
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
