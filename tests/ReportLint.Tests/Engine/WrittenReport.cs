using System.Globalization;
using System.Text;

namespace ReportLint.Tests.Engine;

/// <summary>A number of a written report.</summary>
/// <param name="Offset">Where it begins in the text.</param>
/// <param name="Written">How it is written.</param>
/// <param name="Slips">Other writings of it, each of which makes what the report says of it false.</param>
internal sealed record WrittenNumber(int Offset, string Written, IReadOnlyList<string> Slips);

/// <summary>A report whose numbers all follow from each other, made from a seed: six paragraphs, tables or lists in random order.</summary>
internal sealed class WrittenReport
{
    private static readonly string[] Nouns =
        ["bridges", "gardens", "libraries", "ferries", "lanterns", "orchards", "pianos", "kettles", "lighthouses", "tunnels", "meadows", "tractors", "violins", "barges"];

    private readonly Random _random;
    private readonly Queue<string> _nouns;
    private readonly StringBuilder _text = new("# Report on the estate\n\n");
    private readonly List<WrittenNumber> _numbers = [];

    public WrittenReport(int seed)
    {
        _random = new Random(seed);
        _nouns = new(Shuffled(Nouns));
        foreach (var write in Shuffled<Action>([MadeUpOf, Listed, TotalLast, ShareOf, Increase, PercentIncrease, TableWithTotal, ItemsBelow, MoneyTable, Doubled, InBrackets]).Take(6))
        {
            write();
            _text.Append("\n\n");
        }
    }

    /// <summary>The report in Markdown.</summary>
    public string Text => _text.ToString();

    /// <summary>Its numbers that something else in it can show to be wrong.</summary>
    public IReadOnlyList<WrittenNumber> Numbers => _numbers;

    private T[] Shuffled<T>(T[] items)
    {
        var all = (T[])items.Clone();
        _random.Shuffle(all);
        return all;
    }

    /// <summary>
    /// Writes a template whose <c>{0}</c>, <c>{1}</c> … are numbers. A slip adds or takes away up to <paramref name="slip"/> of a
    /// number, at least 1, and counts where the relation does not hold with it.
    /// </summary>
    private void Write(string template, decimal[] values, Func<decimal[], bool> holds, decimal slip)
    {
        Assert.True(holds(values), template);
        for (var at = 0; at < template.Length; at++)
        {
            if (template[at] != '{')
            {
                _text.Append(template[at]);
                continue;
            }

            var index = template[at + 1] - '0';
            var written = Show(values[index]);
            _numbers.Add(new(_text.Length, written, [.. Slips(values, index, holds, slip).Select(Show)]));
            _text.Append(written);
            at += 2;
        }
    }

    private static IEnumerable<decimal> Slips(decimal[] values, int index, Func<decimal[], bool> holds, decimal slip)
    {
        foreach (var share in new[] { 0.2m, 0.5m, 1m })
        {
            foreach (var sign in new[] { -1, 1 })
            {
                var changed = (decimal[])values.Clone();
                changed[index] += sign * Math.Max(1, Math.Round(values[index] * slip * share));
                if (changed[index] > 0 && !holds(changed))
                {
                    yield return changed[index];
                }
            }
        }
    }

    private static string Show(decimal number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private decimal Next(int low, int high) => _random.Next(low, high);

    private string Noun() => _nouns.Dequeue();

    /// <summary>A whole that two of the parts add up to is not told: the third may be something else.</summary>
    private void MadeUpOf()
    {
        var (a, b, c) = (Next(110, 480), Next(110, 480), Next(110, 480));
        Write($"The estate has {{0}} {Noun()}, made up of {{1}} in the north, {{2}} in the south and {{3}} on the coast.", [a + b + c, a, b, c], static v => v[1] + v[2] + v[3] == v[0] || v[1] + v[2] == v[0], 0.15m);
    }

    /// <summary>
    /// Where no word says that the parts are all, only a slip is told: two at most. A part that the two behind it add up to may be
    /// split into them, so that those three say nothing of the whole.
    /// </summary>
    private void Listed()
    {
        var (a, b, c) = (Next(250, 480), Next(110, 240), Next(110, 240));
        while (Math.Abs(a - b - c) <= 2)
        {
            a = Next(250, 480);
        }

        Write($"Of the {{0}} {Noun()}, {{1}} were repaired, {{2}} were closed and {{3}} were sold.", [a + b + c, a, b, c], static v => v[1] + v[2] + v[3] == v[0], 0.001m);
    }

    private void TotalLast()
    {
        var (a, b) = (Next(210, 480), Next(210, 480));
        Write($"The council owned {{0}} {Noun()} and leased {{1}} more, bringing the total to {{2}}.", [a, b, a + b], static v => v[0] + v[1] == v[2], 0.15m);
    }

    private void ShareOf()
    {
        var whole = Next(200, 900);
        var part = Math.Round(whole * Next(30, 60) / 100);
        Write($"Inspectors saw {{0}} of the {{1}} {Noun()} ({{2}}%).", [part, whole, Math.Round(part / whole * 100)], static v => Math.Abs((v[0] / v[1] * 100) - v[2]) <= 0.6m && v[0] <= v[1], 0.2m);
    }

    private void Increase()
    {
        var (from, by) = (Next(210, 480), Next(60, 190));
        Write($"The number of {Noun()} rose from {{0}} to {{1}}, an increase of {{2}}.", [from, from + by, by], static v => v[0] + v[2] == v[1], 0.2m);
    }

    /// <summary>A percentage that is a multiple of ten may be rounded, by a twentieth of itself at most.</summary>
    private void PercentIncrease()
    {
        var from = Next(210, 480);
        var to = Math.Round(from * Next(130, 170) / 100);
        Write($"The number of {Noun()} rose from {{0}} to {{1}}, an increase of {{2}}%.", [from, to, Math.Round((to - from) / from * 100)], static v => Math.Abs(((v[1] - v[0]) / v[0] * 100) - v[2]) <= (v[2] % 10 == 0 ? Math.Max(0.8m, (v[2] / 20) + 0.1m) : 0.8m), 0.15m);
    }

    private void TableWithTotal()
    {
        var (a, b, c) = (Next(1100, 4800), Next(1100, 4800), Next(1100, 4800));
        Write($"| Area | {Noun()} |\n|---|---:|\n| North | {{0}} |\n| South | {{1}} |\n| Coast | {{2}} |\n| Total | {{3}} |", [a, b, c, a + b + c], static v => v[0] + v[1] + v[2] == v[3], 0.03m);
    }

    private void MoneyTable()
    {
        var (a, b, c) = (Next(1100, 4800), Next(1100, 4800), Next(1100, 4800));
        Write("| Item | £ |\n|---|---:|\n| Paint | {0} |\n| Timber | {1} |\n| Glass | {2} |\n| Total | {3} |", [a, b, c, a + b + c], static v => v[0] + v[1] + v[2] == v[3], 0.03m);
    }

    private void ItemsBelow()
    {
        var (a, b) = (Next(210, 480), Next(210, 480));
        Write($"The survey counted {{0}} {Noun()}:\n\n- {{1}} in use\n- {{2}} in store", [a + b, a, b], static v => v[1] + v[2] == v[0], 0.001m);
    }

    private void Doubled()
    {
        var from = Next(210, 480);
        Write($"The number of {Noun()} doubled, from {{0}} to {{1}}.", [from, from * 2], static v => Math.Abs((v[1] / v[0]) - 2) < 0.3m, 0.5m);
    }

    private void InBrackets()
    {
        var months = Next(12, 20);
        Write($"The lease runs for {Humanizer.NumberToWordsExtension.ToWords((int)months, CultureInfo.GetCultureInfo("en"))} ({{0}}) months.", [months], v => v[0] == months, 0.2m);
    }
}
