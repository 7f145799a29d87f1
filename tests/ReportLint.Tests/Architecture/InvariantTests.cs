using System.Text;
using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;
using ReportLint.Formats;
using ReportLint.Workspace;
using ReportLint.Workspace.Files;
using ReportLint.Workspace.Output;

namespace ReportLint.Tests.Architecture;

/// <summary>The invariants of docs/architecture.md that hold over all rules and drafts.</summary>
public class InvariantTests
{
    private static readonly IReadOnlyList<KnowledgeFile> Files = RuleSource.ReadFolder(Path.Combine(RepositoryFolder.Path, "rules"));
    private static readonly RuleSet Rules = RuleSet.Load(Files);
    private static readonly DraftLinter Linter = new(new Linter(Rules));
    private static readonly IReadOnlyList<Draft> Drafts = FileWalker.Walk(["fixtures/reports"], RepositoryFolder.Path).Drafts;

    [Fact]
    public void The_built_in_rules_have_no_mistakes_and_find_something_in_the_fixtures()
    {
        Assert.Empty(Rules.Errors);
        Assert.Contains(Drafts, static d => Linter.Lint(d).Diagnostics.Count > 0);
    }

    [Fact]
    public void Core_names_no_file_clock_console_or_network()
    {
        var banned = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "src/ReportLint.Core/BannedSymbols.txt"));
        foreach (var name in new[] { "System.IO.File", "System.Console", "System.DateTime.Now", "System.DateTime.UtcNow" })
        {
            Assert.Contains(name, banned, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(
            typeof(Linter).Assembly.GetReferencedAssemblies().Select(static a => a.Name!),
            static name => name is "System.Console" || name.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("System.IO.FileSystem", StringComparison.Ordinal) || name.StartsWith("System.Diagnostics.Process", StringComparison.Ordinal));
    }

    [Fact]
    public void Reading_and_linting_never_throw_on_content()
    {
        var random = new Random(20140314);
        var seeds = Drafts.Select(static d => File.ReadAllBytes(d.FullPath)).ToList();
        for (var i = 0; i < 300; i++)
        {
            var bytes = (byte[])seeds[i % seeds.Count].Clone();
            for (var n = random.Next(1, 30); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = i % 3 == 0 ? (byte)random.Next(256) : (byte)"|*[]()>#-_`~\\<&\n\t 0.,%£"[random.Next(22)];
            }

            var content = bytes.AsMemory(0, i % 5 == 0 ? random.Next(bytes.Length) : bytes.Length);
            var result = new Linter(Rules).Lint(DocumentReader.Read(i % 2 == 0 ? "a.md" : "a.txt", content));
            AssertPlaces(result);
            Assert.DoesNotContain(result.Diagnostics, static d => d.Descriptor.Id == "RL0004");
        }
    }

    [Fact]
    public void Every_place_lies_inside_its_document()
    {
        foreach (var draft in Drafts)
        {
            AssertPlaces(Linter.Lint(draft));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void The_same_drafts_give_the_same_bytes_with_any_number_of_threads(int threads) =>
        Assert.Equal(Sarif(Drafts, 1), Sarif(Drafts, threads));

    [Fact]
    public void What_is_found_in_a_draft_does_not_depend_on_the_drafts_before_it()
    {
        var forward = Drafts.Select(Findings).ToList();
        Assert.Equal(forward, Drafts.Reverse().Select(Findings).Reverse());
    }

    [Fact]
    public void A_safe_fix_removes_its_finding_and_adds_none()
    {
        foreach (var draft in Drafts)
        {
            var before = Linter.Lint(draft);
            foreach (var (diagnostic, fix) in before.Diagnostics.SelectMany(static d => d.Fixes.Where(static f => f.IsSafe).Select(f => (d, f))))
            {
                var text = before.Document.Source.Content;
                foreach (var change in fix.Changes.Reverse())
                {
                    text = string.Concat(text.AsSpan(0, change.Span.Start), change.NewText, text.AsSpan(change.Span.End));
                }

                var after = Lint(draft.Path, text).Diagnostics.Select(static d => d.Message).ToList();
                Assert.DoesNotContain(diagnostic.Message, after);
                Assert.Subset(before.Diagnostics.Select(static d => d.Message).ToHashSet(), after.ToHashSet());
            }
        }
    }

    [Fact]
    public void A_users_folder_can_do_what_the_built_in_one_does()
    {
        var users = RuleSet.Load(Files.Select(static f => new KnowledgeFile("my-rules/" + f.Path, f.Content)));
        var linter = new DraftLinter(new Linter(users));
        Assert.All(Drafts, d => Assert.Equal(Findings(d), string.Join('\n', linter.Lint(d).Diagnostics.Select(Line))));
    }

    [Fact]
    public void A_linter_holds_on_to_no_draft()
    {
        Assert.All(Drafts, static d => Assert.False(AfterCollection(Lint(d)), d.Path));

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference Lint(Draft draft) => new(Linter.Lint(draft).Document);

        static bool AfterCollection(WeakReference document)
        {
            GC.Collect();
            return document.IsAlive;
        }
    }

    private static string Findings(Draft draft) => string.Join('\n', Linter.Lint(draft).Diagnostics.Select(Line));

    private static string Line(Diagnostic diagnostic) => $"{diagnostic.Span} {diagnostic.Descriptor.Id} {diagnostic.Message}";

    private static LintResult Lint(string path, string text) => new Linter(Rules).Lint(DocumentReader.Read(path, Encoding.UTF8.GetBytes(text)));

    internal static void AssertPlaces(LintResult result)
    {
        var all = new TextSpan(0, result.Document.Source.Length);
        foreach (var diagnostic in result.Diagnostics)
        {
            Assert.True(all.Contains(diagnostic.Span), Line(diagnostic));
            Assert.All(diagnostic.RelatedLocations, r => Assert.True(all.Contains(r.Span), Line(diagnostic)));
            Assert.All(diagnostic.Fixes.SelectMany(static f => f.Changes), c => Assert.True(all.Contains(c.Span), Line(diagnostic)));
        }

        Assert.All(result.Facts.Types.SelectMany(result.Facts.OfType), f => Assert.True(all.Contains(f.Span), $"{f.Type} {f.Span}"));
    }

    private static string Sarif(IReadOnlyList<Draft> drafts, int threads)
    {
        using var stream = new MemoryStream();
        using var writer = new SarifWriter(stream, Rules.Descriptors);
        var summary = new RunSummary();
        OrderedParallel.Run(drafts, threads, Linter.Lint, result =>
        {
            summary.Add(result);
            writer.Add(result);
        }, CancellationToken.None);
        writer.Finish(summary);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
