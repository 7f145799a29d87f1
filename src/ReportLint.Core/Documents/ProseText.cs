using ReportLint.Core.Text;

namespace ReportLint.Core.Documents;

/// <summary>
/// The text of one block as a reader of the page sees it (no markup, soft line ends as one space), with the way back
/// to the file. Immutable and safe to share between threads.
/// </summary>
public sealed class ProseText
{
    // Most blocks are one verbatim run, for which its place is enough.
    private readonly Run[]? _runs;
    private readonly int _onlyStart;

    internal ProseText(string text, ReadOnlySpan<Run> runs)
    {
        Text = text;
        if (runs.Length == 1 && runs[0].IsVerbatim)
        {
            _onlyStart = runs[0].SourceStart;
        }
        else
        {
            _runs = runs.ToArray();
        }
    }

    private ProseText(string text, int start)
    {
        Text = text;
        _onlyStart = start;
    }

    /// <summary>Prose that stands in the file as it is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span lies outside the file.</exception>
    public static ProseText Verbatim(SourceText source, TextSpan span) => new(source.ToString(span), span.Start);

    /// <summary>The visible text. Inline code stands in it as one U+FFFC.</summary>
    public string Text { get; }

    /// <summary>
    /// The place in the file of a place in <see cref="Text"/>. Markup at the edges is left out, markup inside is
    /// covered: in <c>4**0**1</c> the prose <c>401</c> is the source <c>4**0**1</c>, the prose <c>0</c> is the source <c>0</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The span lies outside the prose.</exception>
    public TextSpan ToSource(TextSpan prose)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(prose.Start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prose.End, Text.Length);
        if (_runs is null)
        {
            return new TextSpan(_onlyStart + prose.Start, prose.Length);
        }

        if (_runs.Length == 0)
        {
            return default;
        }

        if (prose.IsEmpty)
        {
            var at = prose.Start == Text.Length && prose.Start > 0 ? EndOf(_runs, prose.Start) : StartOf(_runs, prose.Start);
            return new TextSpan(at, 0);
        }

        var run = _runs[Find(_runs, prose.Start)];
        var start = run.IsVerbatim ? run.SourceStart + (prose.Start - run.ProseStart) : run.SourceStart;

        // Most spans lie in one run.
        return TextSpan.FromBounds(start, prose.End <= run.ProseStart + run.ProseLength ? EndIn(run, prose.End) : EndOf(_runs, prose.End));
    }

    /// <summary>The source span of the whole text.</summary>
    public TextSpan SourceSpan => ToSource(new TextSpan(0, Text.Length));

    /// <summary>
    /// The prose whose source shares a character with a place in the file; empty at the nearest place where none does. What stands in
    /// the file in another form counts whole.
    /// </summary>
    public TextSpan ToProse(TextSpan source)
    {
        var runs = _runs ?? [new Run(0, Text.Length, _onlyStart, Text.Length, true)];
        var first = CountRuns(runs, source.Start, static (run, at) => run.SourceStart + run.SourceLength <= at);
        if (first == runs.Length)
        {
            return new TextSpan(Text.Length, 0);
        }

        var from = runs[first];
        var start = from.ProseStart + (from.IsVerbatim ? Math.Max(0, source.Start - from.SourceStart) : 0);
        var last = CountRuns(runs, source.End, static (run, at) => run.SourceStart < at) - 1;
        if (last < first)
        {
            return new TextSpan(start, 0);
        }

        var to = runs[last];
        var end = to.ProseStart + (to.IsVerbatim ? Math.Min(to.ProseLength, source.End - to.SourceStart) : to.ProseLength);
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    /// <summary>Number of runs at the beginning of which something holds.</summary>
    private static int CountRuns(Run[] runs, int at, Func<Run, int, bool> holds)
    {
        int low = 0, high = runs.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(runs[middle], at) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int StartOf(Run[] runs, int position)
    {
        var run = runs[Find(runs, position)];
        return run.IsVerbatim ? run.SourceStart + (position - run.ProseStart) : run.SourceStart;
    }

    private static int EndOf(Run[] runs, int end) => EndIn(runs[Find(runs, end - 1)], end);

    private static int EndIn(in Run run, int end) =>
        run.IsVerbatim ? run.SourceStart + (end - run.ProseStart) : run.SourceStart + run.SourceLength;

    private static int Find(Run[] runs, int position)
    {
        int low = 0, high = runs.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (runs[middle].ProseStart <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>A stretch of prose and the stretch of source it came from; verbatim where they are the same characters.</summary>
    internal readonly record struct Run(int ProseStart, int ProseLength, int SourceStart, int SourceLength, bool IsVerbatim);
}
