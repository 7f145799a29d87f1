using System.Text;
using ReportLint.Core;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Knowledge.Images;
using ReportLint.Core.Phrases;
using ReportLint.Core.Rules;
using ReportLint.Formats;
using ReportLint.Tests.Architecture;
using ReportLint.Workspace;

namespace ReportLint.Tests.Knowledge;

public class CompiledKnowledgeTests
{
    private static readonly IReadOnlyList<KnowledgeFile> Yaml = RuleSource.ReadFolder(Path.Combine(RepositoryFolder.Path, "rules"));

    private static readonly KnowledgeImage Image = KnowledgeImageTests.Open(KnowledgeImage.Write(Yaml))!;

    private static readonly KnowledgeFile[] Imaged = [.. Yaml.Select(static file => Image.Find(file.Path, Encoding.UTF8.GetBytes(file.Content))!)];

    private static readonly RuleSet FromYaml = RuleSet.Load(Yaml);

    [Fact]
    public void The_image_and_the_YAML_give_the_same_knowledge_the_same_automaton_and_the_same_findings()
    {
        Assert.True(Image.IsCompiled);
        var fromImage = RuleSet.Load(Imaged);
        Assert.Empty(fromImage.Phrases.Program.Phrases[0].Nodes);
        AssertSame(FromYaml, fromImage);
        AssertSameFindings(FromYaml, fromImage);
    }

    [Fact]
    public void Rules_of_a_user_join_and_replace_those_of_an_image()
    {
        var changed = Yaml.First(static file => file.Path.EndsWith("total-mismatch.yml", StringComparison.Ordinal));
        var own = new KnowledgeFile("mine/total-mismatch.yml", changed.Content.Replace("severity: error", "severity: info", StringComparison.Ordinal));
        Assert.NotEqual(changed.Content, own.Content);
        var fromImage = RuleSet.Load([.. Imaged, own]);
        Assert.Empty(fromImage.Phrases.Program.Phrases[0].Nodes);
        AssertSame(RuleSet.Load([.. Yaml, own]), fromImage);
    }

    [Fact]
    public void A_word_list_of_a_user_replaces_one_of_an_image()
    {
        var own = new KnowledgeFile("mine/list-separators.yml", "lexicon: list-separators\nsummary: Mine.\nentries:\n  separator: [plus also]\n");
        AssertSame(RuleSet.Load([.. Yaml, own]), RuleSet.Load([.. Imaged, own]));
    }

    [Fact]
    public void A_file_that_was_changed_or_taken_away_counts_as_it_is()
    {
        var list = Array.FindIndex(Imaged, static file => file.Path.EndsWith("lexicon/list-separators.yml", StringComparison.Ordinal));
        var changed = new KnowledgeFile(Yaml[list].Path, Yaml[list].Content.Replace("entries:\n", "entries:\n  odd: [beside which]\n", StringComparison.Ordinal));
        Assert.NotEqual(Yaml[list].Content, changed.Content);
        AssertSame(RuleSet.Load([.. Yaml.Select((file, i) => i == list ? changed : file)]), RuleSet.Load([.. Imaged.Select((file, i) => i == list ? changed : file)]));

        var phrases = Array.FindIndex(Imaged, static file => file.Path.Contains("/phrases/", StringComparison.Ordinal));
        AssertSame(RuleSet.Load([.. Yaml.Where((_, i) => i != phrases)]), RuleSet.Load([.. Imaged.Where((_, i) => i != phrases)]));
    }

    [Fact]
    public void Knowledge_with_a_mistake_is_not_compiled_so_that_the_mistake_is_told()
    {
        KnowledgeFile[] files = [new("words.yml", "lexicon: words\nsummary: Words.\nentries: [one]\nother: 1\n")];
        var image = KnowledgeImageTests.Open(KnowledgeImage.Write(files))!;
        Assert.False(image.IsCompiled);
        Assert.Single(RuleSet.Load([image.Find("words.yml", Encoding.UTF8.GetBytes(files[0].Content))!]).Errors);
    }

    private static void AssertSame(RuleSet expected, RuleSet actual)
    {
        Assert.Equal(expected.Errors, actual.Errors);
        Assert.Equal(expected.Descriptors, actual.Descriptors);
        Assert.Equal(expected.Profiles.Select(static p => p.Name), actual.Profiles.Select(static p => p.Name));
        Assert.Equal(expected.Rules.Select(static r => KnowledgeImageTests.Render(r.Examples!)), actual.Rules.Select(static r => KnowledgeImageTests.Render(r.Examples!)));
        Assert.Equal(expected.Rules.Select(Show), actual.Rules.Select(Show));
        Assert.Equal(expected.Knowledge.SettingNames, actual.Knowledge.SettingNames);

        var (words, others) = (expected.Knowledge.Vocabulary, actual.Knowledge.Vocabulary);
        Assert.Equal(Enumerable.Range(0, words.Count).Select(i => words[i]), Enumerable.Range(0, others.Count).Select(i => others[i]));
        Assert.All(Enumerable.Range(1, words.Count - 1), i => Assert.Equal(words.Find(words[i]), others.Find(words[i].ToUpperInvariant())));
        Assert.Equal(expected.Knowledge.LexiconNames, actual.Knowledge.LexiconNames);
        Assert.All(expected.Knowledge.LexiconNames, name => Assert.Equal(Show(expected.Knowledge.Lexicon(name)), Show(actual.Knowledge.Lexicon(name))));

        AssertSame(expected.Phrases.Program, actual.Phrases.Program);
    }

    // What a rule says of itself before its expressions are compiled, and what they come to.
    private static string Show(LintRule rule) => string.Join(" | ", rule.Cases.Select(part =>
        $"{rule.Id} {rule.Path} {string.Join(',', rule.Supersedes)} needs {string.Join(',', part.Needs)}: {part.Logic.SlotCount} {part.Logic.ReportsOn} {part.Logic.Verifies} " +
        $"{string.Join(',', part.Logic.Terms.Select(static term => $"{term.GetType().Name} {term.Slot} {term.Type} {term.Conditions.Count}"))} {part.Logic.Related.Count} {part.Logic.Fixes.Count}"));

    private static void AssertSame(PhraseProgram expected, PhraseProgram actual)
    {
        Assert.Equal(expected.Phrases.Select(Show), actual.Phrases.Select(Show));
        Assert.Equal(expected.LexiconCount, actual.LexiconCount);
        Assert.Equal(expected.Code.Length, actual.Code.Length);
        for (var i = 0; i < expected.Code.Length; i++)
        {
            Assert.Equal(Show(expected, expected.Code[i]), Show(actual, actual.Code[i]));
        }

        Assert.Equal(expected.Outlines.Size, actual.Outlines.Size);
        Assert.Equal(expected.Outlines.Numbers, actual.Outlines.Numbers);
        Assert.Equal(expected.Outlines.Types, actual.Outlines.Types);
    }

    private static string Show(PhraseProgram program, PhraseInstruction code) =>
        $"{code} {(code.HasLexicon ? program.LexiconOf(code).Name : "")} {(code.Op == PhraseOp.Fact ? program.TypeOf(code).Name : "")} {string.Join(',', program.PassedBy(code).Order())}";

    private static string Show(Phrase phrase) =>
        $"{Show(phrase.File)} {Show(phrase.GatherBefore)} {Show(phrase.GatherAfter)} {phrase.Order} {phrase.Need with { Words = null }}";

    private static string Show(GatherNode? gather) => gather is null ? "-" : $"{gather.Type.Name} {gather.Slot}";

    // Whatever a phrase file comes to say must be in the image, too.
    private static string Show(PhraseFile file) =>
        string.Join(' ', typeof(PhraseFile).GetProperties().Select(property => $"{property.Name}: {ShowAny(property.GetValue(file))}"));

    private static string ShowAny(object? value) => value switch
    {
        FactType type => type.Name,
        Lexicon lexicon => Show(lexicon),
        PhraseConstant[] constants => Show(constants),
        PhraseAmendment amendment => Show(amendment),
        IEnumerable<PhraseAmendment> amendments => string.Join(';', amendments.Select(Show)),
        IEnumerable<string> texts => string.Join(',', texts.Order()),
        System.Collections.IEnumerable and not string => throw new InvalidOperationException("This test cannot compare lists of this type yet."),
        _ => $"{value}",
    };

    private static string Show(PhraseAmendment amendment) => $"{Show(amendment.Words)} {amendment.Place} {Show(amendment.Constants)}";

    private static string Show(PhraseConstant[] constants) => string.Join(',', constants.Select(static c => $"{c.Slot}={c.Value.Kind}:{c.Value}"));

    private static string Show(Lexicon? lexicon) => lexicon is null ? "-" :
        $"{lexicon.Name}: {string.Join(", ", lexicon.All().Select(static e => $"{string.Join('+', e.Words)}={e.Meaning}"))} | {string.Join("; ", lexicon.Entries.Select(static e => $"{e.Key}: {string.Join(", ", e.Value)}"))}";

    private static void AssertSameFindings(RuleSet expected, RuleSet actual)
    {
        var (linter, other) = (new Linter(expected), new Linter(actual));
        var drafts = Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "fixtures", "reports"), "*.md", SearchOption.AllDirectories);
        Assert.NotEmpty(drafts);
        foreach (var path in drafts)
        {
            var document = DocumentReader.Read(path, File.ReadAllBytes(path));
            var (one, two) = (linter.Lint(document), other.Lint(document));
            Assert.Equal(one.Diagnostics.Select(Line), two.Diagnostics.Select(Line));
            Assert.Equal(one.Work, two.Work);
            Assert.Equal(one.Coverage, two.Coverage);
        }
    }

    private static string Line(Core.Diagnostics.Diagnostic diagnostic) => $"{diagnostic.Span} {diagnostic.Descriptor.Id} {diagnostic.Message}";
}
