using System.Globalization;
using ReportLint.Core;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;
using ReportLint.Core.Facts;
using ReportLint.Core.Text;

namespace ReportLint.Workspace.Output;

/// <summary>What was understood of one number: the fact, what became of it, and what it was compared with.</summary>
/// <param name="Fact">The number.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Checks">The comparisons that it took part in.</param>
public sealed record NumberReport(Fact Fact, NumberStatus Status, IReadOnlyList<NumberCheck> Checks);

/// <summary>What was understood of a draft, number by number, then every other fact by type.</summary>
public static class FactsReport
{
    /// <summary>The numbers of a draft, in document order, with their comparisons.</summary>
    public static IReadOnlyList<NumberReport> Numbers(LintResult result)
    {
        var checks = new Dictionary<Fact, List<NumberCheck>>(ReferenceEqualityComparer.Instance);
        foreach (var check in result.Checks)
        {
            foreach (var number in check.Numbers)
            {
                (checks.TryGetValue(number, out var list) ? list : checks[number] = []).Add(check);
            }
        }

        return [.. result.Numbers.Select(n => new NumberReport(n.Key, n.Value, checks.GetValueOrDefault(n.Key) ?? []))];
    }

    /// <summary>What is told of the draft as a whole: that it could not be read, or not to its end.</summary>
    public static IEnumerable<Diagnostic> Notices(LintResult result) =>
        result.Diagnostics.Where(static d => d.Descriptor == ToolDescriptors.UnreadableDocument || d.Descriptor == ToolDescriptors.AnalysisIncomplete);

    /// <summary>The types whose facts are not among the numbers, with their facts; only those of which the draft has some.</summary>
    public static IEnumerable<(FactType Type, IReadOnlyList<Fact> Facts)> Others(LintResult result)
    {
        var numbers = result.Numbers.Select(static n => n.Key.Type).ToHashSet();
        return result.Facts.Types.Where(t => !numbers.Contains(t) && t != Piece.FactType).Select(t => (t, result.Facts.OfType(t)));
    }

    /// <summary>The properties of a fact that are known and its own: not those that every fact has.</summary>
    public static IEnumerable<(string Name, Value Value)> Properties(Fact fact)
    {
        foreach (var property in fact.Type.Properties)
        {
            if (CommonProperties.All.Contains(property))
            {
                continue;
            }

            var value = property.Get(fact);
            if (!value.IsUnknown && value.Text is not "")
            {
                yield return (property.Name, value);
            }
        }
    }

    /// <summary>Writes for people.</summary>
    public static void WriteText(TextWriter writer, LintResult result)
    {
        writer.WriteLine(TerminalText.Visible(result.Document.Path));
        foreach (var notice in Notices(result))
        {
            writer.WriteLine(TerminalText.Visible($"  {Place(notice.Document.Source, notice.Span)}  {JsonParts.Name(notice.Severity)} {notice.Descriptor.Id}  {OneLine(notice.Message)}"));
        }

        var numbers = Numbers(result);
        var width = numbers.Select(n => Place(n.Fact).Length).DefaultIfEmpty(0).Max();
        foreach (var number in numbers)
        {
            var text = TerminalText.Visible(OneLine(number.Fact.Text));
            var value = number.Fact.Type.Find("value")?.Get(number.Fact) is { IsUnknown: false } known ? $" = {known}" : "";
            writer.WriteLine($"  {Place(number.Fact).PadRight(width)}  {number.Fact.Type.Name,-10} {JsonParts.Name(number.Status),-8} {text}{value}{KeyOf(number.Fact)}");
            foreach (var check in number.Checks)
            {
                writer.WriteLine($"  {new string(' ', width)}  {"",-10} {check.RuleId} {(check.Holds ? "holds" : "fails")}: with {With(check, number.Fact)}");
            }
        }

        foreach (var (type, facts) in Others(result))
        {
            writer.WriteLine();
            writer.WriteLine($"{type.Name}: {type.Summary}");
            foreach (var fact in facts)
            {
                var properties = string.Join("; ", Properties(fact).Select(static p => $"{p.Name} = {OneLine(p.Value.ToString())}"));
                writer.WriteLine(TerminalText.Visible($"  {Place(fact)}  {OneLine(fact.Text)}{(properties.Length > 0 ? $"  ({properties})" : "")}"));
            }
        }

        if (result.Document.Format == DocumentFormat.Word)
        {
            WriteLines(writer, result.Document.Source);
        }

        writer.WriteLine();
        var coverage = result.Coverage;
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{coverage.Checked} checked, {coverage.Flagged} flagged, {coverage.Unbound} unbound, {coverage.Ignored} ignored; coverage {(coverage.Ratio is { } ratio ? TerminalText.Percent(ratio) : "-")}."));
    }

    /// <summary>What a number was read to count, with what is known of it: <c>  [nurse: community; in leeds; 2012; planned]</c>.</summary>
    private static string KeyOf(Fact fact)
    {
        if (fact is not NumericFact { Key: var key })
        {
            return "";
        }

        var head = key.Head is { } noun ? key.Qualifiers.Length > 0 ? $"{noun}: {key.Qualifiers}" : noun : key.Qualifiers;
        string[] known = [.. new[]
        {
            head, key.Subject.Length > 0 ? $"of {key.Subject}" : "", key.Predicate, key.Location.Length > 0 ? $"in {key.Location}" : "", key.Period,
            key.Modality == "told" ? "" : key.Modality,
        }.Where(static text => text.Length > 0)];
        return known.Length > 0 ? TerminalText.Visible($"  [{string.Join("; ", known)}]") : "";
    }

    /// <summary>Writes the text that places count in, where that is not the file itself.</summary>
    private static void WriteLines(TextWriter writer, SourceText source)
    {
        writer.WriteLine();
        writer.WriteLine("Text: what was read, by line");
        var width = source.LineCount.ToString(CultureInfo.InvariantCulture).Length;
        for (var line = 0; line < source.LineCount; line++)
        {
            var text = TerminalText.Visible(source.ToString(source.GetLineSpan(line)));
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(line + 1).ToString(CultureInfo.InvariantCulture).PadLeft(width)} | {text}").TrimEnd());
        }
    }

    /// <summary>The other numbers of a comparison.</summary>
    internal static string With(NumberCheck check, Fact number)
    {
        var others = check.Numbers.Where(n => n != number).Select(static n => TerminalText.Visible(OneLine(n.Text))).ToList();
        return others.Count switch
        {
            0 => "itself",
            1 => others[0],
            _ => $"{string.Join(", ", others.SkipLast(1))} and {others[^1]}",
        };
    }

    private static string Place(Fact fact) => Place(fact.Document.Source, fact.Span);

    private static string Place(SourceText source, TextSpan span)
    {
        var at = source.GetLinePosition(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{at.Line + 1}:{at.Character + 1}");
    }

    private static string OneLine(string text)
    {
        const int Longest = 100;
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }
}
