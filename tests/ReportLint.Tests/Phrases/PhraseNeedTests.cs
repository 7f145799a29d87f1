using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ReportLint.Core;
using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Numbers;
using ReportLint.Core.Phrases;
using ReportLint.Formats;

namespace ReportLint.Tests.Phrases;

/// <summary>Phrases that are kept from beginning are none that would have come to anything: with and without that, the same matches are complete.</summary>
public class PhraseNeedTests
{
    private static readonly string[] Pieces =
    [
        "12", "5", "7", "24 cats", "£12", "£5", "3 km", "40%", "nearly 9", "less than 4", "the 8", "the other 3", "of which", "of these", "of them", "cats", "dogs", "were", "left", "and", "and", ",", ",", ":", "(",
        ")", ".", ".", "in total", "a total of", "No abstentions", "abstained", "out of", "between them", "a further", "each", "for", "The", "together they came to", "making", "remaining",
    ];

    private static readonly Gen<string> Text =
        from count in Gen.Choose(4, 24)
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces), count)
        select string.Join(' ', pieces);

    private static readonly Lazy<RuleSet> Rules = new(static () =>
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "rules", "phrases");
        return PhraseReading.Load([.. Directory.EnumerateFiles(folder, "*.yml").Order(StringComparer.Ordinal).Select(File.ReadAllText)]);
    });

    [Fact]
    public void What_does_not_begin_would_have_come_to_nothing() => Prop.ForAll(Text.ToArbitrary(), static text => AreSame(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(1200));

    [Theory]
    [InlineData("We had 24 cats, of which 12 were black, 7 grey and 5 white.")]
    [InlineData("12 came on Monday, 7 on Tuesday and 5 on Sunday, 24 in total. There were 24 cats. 12 were black, 7 grey and the other 5 white.")]
    [InlineData("Of the 12 motions, 7 fell. 12 members voted, 7 for and 5 against. No abstentions.")]
    public void Breakdowns_are_the_same(string text)
    {
        Assert.True(AreSame(text));
        Assert.NotEmpty(Complete(text, isGated: true));
    }

    private static bool AreSame(string text)
    {
        Assert.Equal(Complete(text, isGated: false), Complete(text, isGated: true));
        return true;
    }

    private static string[] Complete(string text, bool isGated)
    {
        var rules = Rules.Value;
        var context = DocumentTokenizer.Tokenize(DocumentReader.Read("draft.txt", Encoding.UTF8.GetBytes("x\n\n" + text + "\n")), rules.Knowledge);
        new NumberExtractor().Extract(context);
        var block = context.Blocks[^1];
        var room = new PhraseItem[1];
        var nonNouns = rules.Knowledge.Lexicon("non-nouns");
        var items = PhraseItem.Fill(block, nonNouns, ref room);
        var sites = new PartSites(rules.Knowledge);
        sites.Begin(block, room, items.Length);
        var matches = new List<PhraseMatch>();
        new PhraseMatcher(rules.Phrases.Program).Match(block, nonNouns, items, matches, isGated ? sites : null);
        var completer = new MatchCompleter(context, sites);
        var complete = new List<string>();
        foreach (var match in matches)
        {
            if (completer.Complete(block, items, match) is { } candidate)
            {
                complete.Add($"{match.Phrase.File.Order} {match.Phrase.Order} {match.Start} {match.End} {string.Join(' ', candidate.Operands.ToArray().Select(static o => o.Prose))}");
            }
        }

        complete.Sort(StringComparer.Ordinal);
        return [.. complete];
    }
}
