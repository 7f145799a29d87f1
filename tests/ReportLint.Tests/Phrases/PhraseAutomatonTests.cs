using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ReportLint.Core.Documents;
using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Claims;
using ReportLint.Core.Facts.Numbers;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Phrases;
using ReportLint.Formats;

namespace ReportLint.Tests.Phrases;

/// <summary>The automaton against a matcher that tries everything, on random patterns and token strings.</summary>
public class PhraseAutomatonTests
{
    private static readonly string[] Words = ["ash", "beech", "cedar", "the", "and", ",", "("];
    private static readonly string[] SingleEntries = ["ash", "cedar"];
    private static readonly string[] LongEntries = ["ash beech", "ash", "beech cedar ash"];
    private static readonly string[] Pieces = [.. Words, "elder", "3", "14", "5-page", ".", "21%"];

    private static readonly Gen<string> Text =
        from count in Gen.Choose(1, 14)
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces), count)
        select string.Join(' ', pieces);

    /// <summary>A random pattern; what it may begin with is chosen so that it is one that a file may hold.</summary>
    private static Gen<string> Pattern(bool hasLongEntries)
    {
        var lexicons = hasLongEntries ? new[] { "<long>", "{wording:long}", "<single>" } : ["<single>", "{wording:single}"];
        var first = Gen.Frequency((4, Gen.Elements(Words[..5])), (2, Gen.Elements(lexicons)), (3, Gen.Constant("{total:Quantity}")));
        var gap = Gen.Choose(1, 3).Select(static n => $"...{n}");
        var any = Gen.Frequency((3, first), (2, gap), (2, Gen.Constant("[noun]")), (1, Gen.Constant(".")), (1, Gen.Constant("^")), (1, Gen.Constant("{total:Percentage}")));

        Gen<string> Sequence(int depth, int most) =>
            from count in Gen.Choose(0, most)
            from pieces in Gen.ArrayOf(depth == 0 ? any : Gen.Frequency((3, any), (1, Choice(depth - 1))), count)
            select string.Join(' ', pieces);

        Gen<string> Choice(int depth) =>
            from count in Gen.Choose(2, 3)
            from pieces in Gen.ArrayOf(Sequence(depth, 2), count)
            select $"({string.Join('|', pieces)})";

        return from mark in Gen.Elements("", "", "", "^ ") from start in first from rest in Sequence(2, 4) select $"{mark}{start} {rest}".Trim();
    }

    [Fact]
    public void The_automaton_agrees_with_trying_everything() => Prop.ForAll(
        (from patterns in Gen.ArrayOf(Pattern(hasLongEntries: false), 2) from text in Text select (patterns, text)).ToArbitrary(),
        static input => Compare(input.patterns, input.text, isExact: true))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    /// <summary>An entry of several words lets an earlier beginning overtake a later one, so only the ends are compared there.</summary>
    [Fact]
    public void With_long_entries_it_reaches_the_same_ends() => Prop.ForAll(
        (from patterns in Gen.ArrayOf(Pattern(hasLongEntries: true), 2) from text in Text select (patterns, text)).ToArbitrary(),
        static input => Compare(input.patterns, input.text, isExact: false))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    /// <summary>Types beyond the thirtieth share a bit.</summary>
    [Fact]
    public void Phrases_may_name_facts_of_any_number_of_types()
    {
        string[] patterns = [.. FactTypes.All.Where(static type => type != NumericFact.NumberType && type != Percentage.FactType && !NumericFact.IsOfQuantities(type)).Select(static type => $"{{total:{type.Name}}} ash"), "{total:Percentage} ash", "{total:Percentage} beech"];
        Assert.InRange(patterns.Length, 40, int.MaxValue);
        Assert.True(Compare(patterns, "3 ash 14 beech 21% ash . 21% beech 3 ash 5-page ash", isExact: true));
    }

    /// <summary>Nested options over a run of words that almost match are the worst that a backtracking matcher can meet.</summary>
    [Theory]
    [InlineData("{total:Quantity} (ash|) (ash|) (ash|) (ash|) (ash|) (ash|) (ash|) (ash|) cedar", "3 ash ash elder cedar ")]
    [InlineData("ash ...25 (ash ...25 (ash ...25|)|) cedar", "ash ")]
    [InlineData("ash [noun] ...25 [noun] ...25 [noun] ...25 cedar", "ash ")]
    [InlineData("{total:Quantity} ...25 ash ...25 ash ...25 ash ...25 cedar", "3 ash ash ")]
    [InlineData("(ash|ash ash|ash ash ash) (ash|ash ash|ash ash ash) (ash|ash ash) cedar", "ash ash ash elder cedar ")]
    [InlineData("<long> ...20 <long> ...20 cedar", "ash beech cedar ash ")]
    public void Steps_grow_with_the_text_whatever_the_pattern(string pattern, string unit)
    {
        // A word that the pattern needs stands near enough, or at the very end, so that no beginning is ruled out beforehand.
        long Steps(int count)
        {
            var (program, block, items) = Prepare([pattern], string.Concat(Enumerable.Repeat(unit, count)) + "elder cedar");
            var matcher = new PhraseMatcher(program);
            matcher.Match(block, Knowledge().Lexicon("non-nouns"), items, []);
            return matcher.Work;
        }

        var (small, large) = (Steps(400), Steps(4000));
        Assert.InRange(large / (decimal)small, 0m, 10.5m);
        Assert.InRange(small, 400, long.MaxValue);
    }

    [Theory]
    [InlineData("(the|) {total:Quantity} ash", "the 3 ash 14 ash the ash 3 the 14 ash")]
    [InlineData("(the|and|) (ash|beech cedar|) beech ...2 cedar", "the beech cedar beech the cedar ash beech cedar and ash beech the cedar")]
    [InlineData("^ (the|) (ash {total:Quantity}|{total:Quantity}) cedar", "the ash 3 cedar. the 14 cedar. 3 cedar. ash 3 cedar the 3 cedar")]
    [InlineData("(ash|ash beech) ({total:Quantity}|cedar {total:Quantity}|) the .", "ash 3 the. ash beech cedar 14 the. ash the. beech cedar 3 the.")]
    public void A_beginning_that_may_be_left_out_is_found_with_and_without(string pattern, string text) => Assert.True(Compare([pattern], text, isExact: true));

    [Theory]
    [InlineData("{total:Quantity} beech ...5 cedar {total:Quantity}", "3 cedar ash 14 beech ash 3 beech elder elder ")]
    [InlineData("{total:Quantity} ash ...5 {total:Percentage}", "3 ash 14 21% ash the 14 ")]
    [InlineData("{total:Quantity} (ash|beech) cedar", "3 cedar ash 3 the ash cedar 14 ash the cedar ")]
    [InlineData("ash beech ...3 . ...3 cedar", "ash . beech cedar ash the beech . ")]
    public void Where_the_order_is_wrong_nothing_begins(string pattern, string unit)
    {
        // Each item is looked at once; one phrase in twenty units may begin, at the last of them.
        var (program, block, items) = Prepare([pattern], string.Concat(Enumerable.Repeat(unit, 20)));
        var matcher = new PhraseMatcher(program);
        matcher.Match(block, Knowledge().Lexicon("non-nouns"), items, []);
        Assert.InRange(matcher.Work, items.Length, items.Length + 60);
    }

    private static bool Compare(string[] patterns, string text, bool isExact)
    {
        var (program, block, items) = Prepare(patterns, text);
        var found = new List<PhraseMatch>();
        new PhraseMatcher(program).Match(block, Knowledge().Lexicon("non-nouns"), items, found);
        for (var i = 0; i < program.Phrases.Count; i++)
        {
            var phrase = program.Phrases[i];
            var all = NaiveMatcher.All(phrase, block, items);
            var ours = found.Where(match => match.Phrase == phrase).ToList();
            if (isExact)
            {
                Assert.Equal(Expected(all), ours.Select(static m => $"{m.Start}-{m.End}:{Show(m.Captures)}").Order(StringComparer.Ordinal));
                continue;
            }

            Assert.All(ours, match => Assert.Contains(all, m => m.Start == match.Start && m.End == match.End && m.Captures == Show(match.Captures)));
            Assert.All(all, match => Assert.Contains(ours, m => all.Any(other => other.Start == m.Start && other.End == match.End)));
        }

        return true;
    }

    /// <summary>
    /// For each end the last beginning that reaches it, by its first way; for each such beginning the way that captures most,
    /// of these the longest.
    /// </summary>
    private static IEnumerable<string> Expected(List<NaiveMatch> all) => all
        .GroupBy(static m => m.End)
        .Select(static group => group.First(m => m.Start == group.Max(static o => o.Start)))
        .GroupBy(static m => m.Start)
        .Select(static group => group.OrderByDescending(static m => m.CaptureCount).ThenByDescending(static m => m.End).First())
        .Select(static m => $"{m.Start}-{m.End}:{m.Captures}")
        .Order(StringComparer.Ordinal);

    private static string Show(PhraseCapture? capture) => capture is null ? "" : $"{Show(capture.Previous)} {capture.Slot}={capture.Value}";

    private static readonly Lazy<KnowledgeBase> Shared = new(static () => PhraseReading.Load("lexicon: none\nentries: [zzz]").Knowledge);

    private static KnowledgeBase Knowledge() => Shared.Value;

    private static Lexicon Entries(string name, string[] entries, Vocabulary vocabulary)
    {
        var lexicon = new LexiconBuilder(name);
        foreach (var entry in entries)
        {
            lexicon.Add(Tokenizer.Words(entry, vocabulary), entry.Replace(' ', '_'));
        }

        return lexicon.Build();
    }

    private static (PhraseProgram Program, TokenizedBlock Block, PhraseItem[] Items) Prepare(string[] patterns, string text)
    {
        var knowledge = Knowledge();
        lock (knowledge)
        {
            var single = Entries("single", SingleEntries, knowledge.Vocabulary);
            var longer = Entries("long", LongEntries, knowledge.Vocabulary);
            var file = new PhraseFile
            {
                Yields = ClaimTypes.Breakdown,
                Constants = [],
                Window = new(),
                ComesFirst = false,
                GapStops = null,
                Unless = null,
                UnlessAround = null,
                Needs = null,
                Pair = null,
                GapsPass = new HashSet<string>(),
                ComesLast = false,
                ClaimSlot = -1,
                Amendments = [],
                Order = 0,
            };
            var phrases = patterns.Select((pattern, order) => new Phrase(
                file, new PhraseParser(pattern, ClaimTypes.Breakdown, FactTypes.Find, name => name == "single" ? single : longer, knowledge.Vocabulary).Parse(), null, null, order)).ToList();
            var document = DocumentReader.Read("draft.txt", Encoding.UTF8.GetBytes("x\n\n" + text + "\n"));
            var context = DocumentTokenizer.Tokenize(document, knowledge);
            new NumberExtractor().Extract(context);
            var block = context.Blocks[^1];
            Assert.Equal(BlockKind.Paragraph, block.Block.Kind);
            var room = Array.Empty<PhraseItem>();
            return (new PhraseProgram(phrases), block, PhraseItem.Fill(block, knowledge.Lexicon("non-nouns"), ref room).ToArray());
        }
    }
}
