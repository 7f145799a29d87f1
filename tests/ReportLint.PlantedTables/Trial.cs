using System.Globalization;

namespace ReportLint.PlantedTables;

/// <summary>A table whose totals foot, with a twin in which one does not.</summary>
/// <param name="Number">Position in the list of tables, from 0.</param>
/// <param name="Table">As it was.</param>
/// <param name="Footings">What foots in it.</param>
/// <param name="Planted">The same with one digit changed.</param>
public sealed record Case(int Number, PlainTable Table, IReadOnlyList<Footing> Footings, PlainTable Planted);

/// <summary>Three figures for one format, each of all tables that foot.</summary>
public sealed record Outcome(string Format, int Tables, int Bound, int Found, int Silent)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Format,-5} bound and checked {Share(Bound)}, planted slips found {Share(Found)}, untouched twins silent {Share(Silent)}");

    private string Share(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} of {Tables} ({(decimal)count / Math.Max(1, Tables):P1})");
}

/// <summary>Writes the drafts of a format, has them linted, and counts.</summary>
public sealed class Trial(Tool tool, string work, TextWriter misses)
{
    /// <summary>The tables that foot, each with a slip planted by a generator seeded with <paramref name="seed"/> and its number.</summary>
    public static IReadOnlyList<Case> Choose(IReadOnlyList<PlainTable> tables, int seed)
    {
        var cases = new List<Case>();
        for (var i = 0; i < tables.Count; i++)
        {
            var footings = FootingOracle.Find(tables[i]);
            if (footings.Count > 0 && Slip.Plant(tables[i], footings, new Random((seed * 100_003) + i)) is { } slip)
            {
                cases.Add(new(i, tables[i], footings, slip.Table));
            }
        }

        return cases;
    }

    /// <summary>Counts for one format.</summary>
    public Outcome Run(IReadOnlyList<Case> cases, string format)
    {
        var (clean, planted) = (Folder(format, "clean"), Folder(format, "planted"));
        foreach (var one in cases)
        {
            File.WriteAllBytes(Path.Combine(clean, Name(one, format)), DraftWriter.Write(one.Table, format));
            File.WriteAllBytes(Path.Combine(planted, Name(one, format)), DraftWriter.Write(one.Planted, format));
        }

        var untouched = tool.Check(clean);
        var found = tool.Check(planted);
        var isChecked = new bool[cases.Count];
        Parallel.For(0, cases.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
            isChecked[i] = IsChecked(cases[i], tool.Checked(Path.Combine(clean, Name(cases[i], format)))));
        var outcome = new Outcome(format, cases.Count, isChecked.Count(static c => c),
            cases.Count(c => found[Name(c, format)].Except(untouched[Name(c, format)], StringComparer.Ordinal).Any(IsOfTables)),
            cases.Count(c => !untouched[Name(c, format)].Any()));
        for (var i = 0; i < cases.Count; i++)
        {
            var name = Name(cases[i], format);
            if (!isChecked[i])
            {
                misses.WriteLine($"not checked: {Path.Combine(clean, name)}");
            }

            if (!found[name].Except(untouched[name], StringComparer.Ordinal).Any(IsOfTables))
            {
                misses.WriteLine($"not found: {Path.Combine(planted, name)}");
            }

            foreach (var finding in untouched[name])
            {
                misses.WriteLine($"not silent: {Path.Combine(clean, name)}: {finding}");
            }
        }

        return outcome;
    }

    /// <summary>True where each figure of the totals that foot, and of their parts, took part in a comparison.</summary>
    public static bool IsChecked(Case one, IReadOnlyList<string> numbers)
    {
        var left = numbers.GroupBy(Digits, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.Count(), StringComparer.Ordinal);
        return one.Footings.SelectMany(static f => f.Parts.Append(f.TotalRow).Select(row => (Row: row, f.Column))).Distinct()
            .Select(cell => Digits(one.Table[cell.Row, cell.Column])).Where(static d => d.Length > 0)
            .GroupBy(static d => d, StringComparer.Ordinal)
            .All(g => left.TryGetValue(g.Key, out var count) && count >= g.Count());
    }

    /// <summary>A wrong sum, share, relation or balance; the drafts hold nothing but their table, so the finding is at it.</summary>
    private static bool IsOfTables(string finding) =>
        finding.StartsWith("RL1002 ", StringComparison.Ordinal) || finding.StartsWith("RL1003 ", StringComparison.Ordinal)
        || finding.StartsWith("RL1016 ", StringComparison.Ordinal) || finding.StartsWith("RL1017 ", StringComparison.Ordinal);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Name(Case one, string format) => string.Create(CultureInfo.InvariantCulture, $"{one.Number:000}.{format}");

    private string Folder(string format, string kind)
    {
        var folder = Path.Combine(work, format, kind);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        return folder;
    }
}
