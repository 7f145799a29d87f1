using System.Globalization;
using System.Text;
using ReportLint.Core;
using ReportLint.Core.Engine;
using ReportLint.Core.Facts;
using ReportLint.Formats;
using ReportLint.Workspace;

namespace ReportLint.Tests.Architecture;

/// <summary>A report ten times as long counts at most eleven times the work, whatever it is full of, over all stages and in each.</summary>
public class LinearCostTests
{
    private static readonly RuleSet Rules = RuleSet.Load(RuleSource.ReadFolder(Path.Combine(RepositoryFolder.Path, "rules")));
    private static readonly string[] Words = "the council said that patients wait longer in winter while staff from Brampton visited wards and schools near Ashby where members of the National Audit Office met about housing costs which rose again".Split(' ');

    private static readonly Dictionary<string, Func<Random, int, string>> Pieces = new(StringComparer.Ordinal)
    {
        ["prose"] = static (r, _) => $"{Sentence(r)} {Sentence(r)} {Sentence(r)}\n\n",
        ["one paragraph"] = static (r, _) => Sentence(r) + " ",
        ["numbers"] = static (r, _) => Numbers(r) + "\n\n",
        ["numbers in one paragraph"] = static (r, _) => Numbers(r) + " ",
        ["bare numbers"] = static (r, _) => string.Concat(Enumerable.Range(0, 30).Select(i => r.Next(9999).ToString(CultureInfo.InvariantCulture) + (i % 3 == 0 ? ", " : " "))),
        ["tables"] = static (r, i) => $"Table {i} shows that {r.Next(900)} visits were made in {Word(r)}.\n\nTable {i}: visits\n\n| District | 2016 | 2017 |\n|---|---:|---:|\n{Row(r)}{Row(r)}{Row(r)}| Total | {r.Next(3000)} | {r.Next(3000)} |\n\n",
        ["one table"] = static (r, i) => (i == 0 ? "| District | 2016 | 2017 |\n|---|---:|---:|\n" : "") + Rows(r),
        ["one table of wrong totals"] = static (r, i) => (i == 0 ? "| District | 2016 | 2017 |\n|---|---:|---:|\n" : "") + Row(r) + Row(r) + Row(r) + $"| Total | {r.Next(1500)} | {r.Next(1500)} |\n",
        ["one table without totals"] = static (r, i) => (i == 0 ? "| District | 2016 | 2017 |\n|---|---:|---:|\n" : "") + Row(r) + Row(r) + Row(r) + Row(r),
        ["one table of lines without a name"] = static (r, i) => (i == 0 ? "| District | 2016 | 2017 |\n|---|---:|---:|\n" : "") + Row(r) + Row(r) + $"| | {r.Next(900)} | {r.Next(900)} |\n| Balance | {r.Next(900)} | {r.Next(900)} |\n",
        ["lists"] = static (r, _) => $"The board made the following three recommendations about 20 visits:\n\n{Item(r)}{Item(r)}{Item(r)}\nMore was said. ",
        ["one list"] = static (r, i) => (i == 0 ? "The board made the following recommendations about 20 visits:\n\n" : "") + Item(r),
        ["references"] = static (r, i) => $"## {i}. Of {Word(r)}\n\nAs Smith{i} ({1990 + i % 30}) says, see section {i / 2}, Table {i / 3} and [the page](#a{i}); see Figure {i}.[^{i}] The Agency{i} Board (NAB) met; [@key{i}] agrees.\n\nFigure {i}: visits\n\nFigure 1{i}: calls\n\n[^{i}]: Note {i}, p. {i}, https://example.org/a{i}.\n\n",
        ["numbered references"] = static (_, i) => $"This was seen before [{i + 1}], [{i + 2}, {i + 3}].\n\n[{i + 1}] Smith, J. Title {i}. Journal, {1990 + i % 30}.\n\n",
        ["dates"] = static (r, i) => $"{(i == 0 ? "---\ndate: 2021-03-04\n---\n\n" : "")}On {r.Next(1, 28)} May {r.Next(1990, 2020)} the board met; Mr Smith, {r.Next(20, 90)}, was born in {r.Next(1930, 1999)}. The company was founded in {r.Next(1930, 1999)}. Last year sales fell.\n\n",
        ["dates in one sentence"] = static (r, _) => $"{Word(r)} fell on {r.Next(1, 28)} May {r.Next(1990, 2020)}, was born in {r.Next(1930, 1999)}, ",
        ["one sentence"] = static (r, _) => $"of {r.Next(900)} cases ({r.Next(90)} of them {Word(r)}) {r.Next(90)} were closed – {Word(r)}, {Word(r)} and {Word(r)} – and {Name(r)} said {r.Next(90)}% rose to the highest, ",
        ["dashes and brackets in one sentence"] = static (r, _) => string.Concat(Enumerable.Repeat($"{r.Next(2, 9)} {Word(r)}s – {r.Next(2, 9)} {Word(r)}s (1-", 5)) + " ",
        ["marks in one sentence"] = static (_, _) => "<!-- ",
        ["ordinals in one paragraph"] = static (r, _) => $"There are three weaknesses. First, the {Word(r)} fell. Second, it rose. ",
        ["captions in one paragraph"] = static (r, i) => $"the {Word(r)}. Figure {i}. ",
        ["one event"] = static (r, _) => $"The {Word(r)} company was founded in 1984. Acme Widgets was founded in May 1984. ",
        ["names"] = static (r, _) => $"Then {Name(r)} {Name(r)} of {Name(r)} and {Name(r)} Agency (A{(char)('A' + r.Next(26))}) spoke with Ms {Name(r)}.\n\n",
    };

    /// <summary>Pieces of the shorter report: a table of 240 lines, a paragraph of 600 words.</summary>
    private const int Length = 60;

    public static TheoryData<string> Kinds => [.. Pieces.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_report_ten_times_as_long_counts_at_most_eleven_times_the_work(string kind)
    {
        var (one, ten) = (Stages(kind, Length), Stages(kind, 10 * Length));
        var (all, allOfTen) = (one.Values.Sum(), ten.Values.Sum());

        // What stands at the start of a text has less before it than what follows: a hundredth.
        Assert.True(allOfTen <= (11 * all) + (allOfTen / 100), $"{kind}: {all} steps in all, and {allOfTen} for ten times as much, most of it in {string.Join(", ", ten.OrderByDescending(static s => s.Value).Take(4).Select(s => $"{s.Key} ({one.GetValueOrDefault(s.Key)}, {s.Value})"))}");

        // What a few things do not need and many do may grow faster for a while, as long as it is little.
        foreach (var (stage, work) in ten)
        {
            Assert.True(work <= (11 * one.GetValueOrDefault(stage)) + (allOfTen / 20), $"{kind}: {stage} takes {one.GetValueOrDefault(stage)} steps, and {work} for ten times as much");
        }
    }

    /// <summary>What an extractor counts as its work is one thing, what it looks at another: a search back over all figures before each counts nothing.</summary>
    [Theory]
    [MemberData(nameof(LookedAtKinds))]
    public void A_report_ten_times_as_long_takes_at_most_twelve_times_the_looks(string kind)
    {
        var (one, ten) = (LooksOf(kind, Length), LooksOf(kind, 10 * Length));
        var allOfTen = ten.Values.Sum();
        Assert.NotEqual(0, allOfTen);
        foreach (var (extractor, looks) in ten)
        {
            Assert.True(looks <= (12 * one[extractor]) + (allOfTen / 50), $"{kind}: {extractor} looks {one[extractor]} times, and {looks} times at ten times as much");
        }
    }

    public static TheoryData<string> LookedAtKinds => [.. Pieces.Keys.Concat(Floods.Keys)];

    /// <summary>Nothing but one thing, over and over, in one paragraph.</summary>
    private static readonly Dictionary<string, Func<Random, int, string>> Floods = new(StringComparer.Ordinal)
    {
        ["ones"] = static (_, _) => "1 1 1 1 1 1 1 1 1 1 ",
        ["ones with commas"] = static (_, _) => "1, 1, 1, 1, 1, 1, 1, 1, ",
        ["shares"] = static (_, _) => "10% of a third in 5 of 7 to 9 and ",
        ["capitals"] = static (_, _) => "Aa Bb of the Cc and Dd AB (CD) Ee ",
        ["quotation marks"] = static (_, _) => "“ \" ‘ ' ( [ – - ",
        ["dates without an end"] = static (_, _) => "1 to 2, 3 and 4 May – 1999–2001 at 9:30 to ",
        ["hyphens"] = static (_, _) => "co-operate co operate re-use 12-year-old ",
        ["sentences of one word"] = static (_, _) => "No. Yes! It? A. ",
    };

    private static Dictionary<string, long> LooksOf(string kind, int length)
    {
        var context = DocumentTokenizer.Tokenize(Report(kind, length), Rules.Knowledge);
        var looks = new Dictionary<string, long>();
        foreach (var extractor in Extractors.All)
        {
            var before = Looks.Count;
            extractor.Extract(context);
            looks[extractor.GetType().Name] = Looks.Count - before;
        }

        return looks;
    }

    /// <summary>Cost that no stage counts would be held to nothing: each extractor looks at the tokens of the blocks that concern it, at least.</summary>
    [Fact]
    public void Every_stage_counts_its_work()
    {
        var counted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in Pieces.Keys)
        {
            counted.UnionWith(Stages(kind, 6).Where(static s => s.Value > 0).Select(static s => s.Key));
        }

        Assert.Empty(Extractors.All.Append(Rules.Phrases).Select(static e => e.GetType().Name).Except(counted));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_work_of_a_result_is_that_of_all_its_stages(string kind) =>
        Assert.Equal(Stages(kind, 10).Where(static s => s.Key != "facts").Sum(static s => s.Value), new Linter(Rules).Lint(Report(kind, 10)).Work);

    private static Core.Documents.ReportDocument Report(string kind, int length)
    {
        var random = new Random(1);
        var text = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            text.Append((Pieces.TryGetValue(kind, out var piece) ? piece : Floods[kind])(random, i));
        }

        return DocumentReader.Read("report.md", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static Dictionary<string, long> Stages(string kind, int length)
    {
        var context = DocumentTokenizer.Tokenize(Report(kind, length), Rules.Knowledge);
        var stages = new Dictionary<string, long> { ["tokens"] = context.Blocks.TokenCount };
        foreach (var extractor in Extractors.All.Append(Rules.Phrases))
        {
            var before = context.Work;
            extractor.Extract(context);
            stages[extractor.GetType().Name] = context.Work - before;
        }

        context.Facts.Seal();
        stages["facts"] = context.Facts.Count;
        foreach (var rule in Rules.Rules)
        {
            stages[rule.Id] = new BuiltInEngine([rule], 20_000_000).Run(context.Facts).Work;
        }

        return stages;
    }

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static string Name(Random random) => (char)('A' + random.Next(26)) + Word(random).ToLowerInvariant();

    private static string Sentence(Random random) => "Then " + string.Join(' ', Enumerable.Range(0, random.Next(8, 20)).Select(_ => Word(random))) + ".";

    private static string Row(Random random) => $"| {Word(random)} | {random.Next(900)} | {random.Next(900)} |\n";

    private static string Rows(Random random)
    {
        var numbers = Enumerable.Range(0, 6).Select(_ => random.Next(900)).ToArray();
        var rows = string.Concat(Enumerable.Range(0, 3).Select(i => $"| {Word(random)} | {numbers[i]} | {numbers[i + 3]} |\n"));
        return $"{rows}| Total | {numbers[..3].Sum()} | {numbers[3..].Sum()} |\n";
    }

    private static string Item(Random random) => $"- that {Word(random)} report on {random.Next(20)} visits within {random.Next(2, 12)} months;\n";

    private static string Numbers(Random r) =>
        $"Of {r.Next(900)} cases, {r.Next(90)} were closed, {r.Next(90)} were referred and {r.Next(90)} stayed open. The number of visits rose from {r.Next(90)} in 2016 to {r.Next(190)} in 2017, an increase of {r.Next(60)}%.";
}
