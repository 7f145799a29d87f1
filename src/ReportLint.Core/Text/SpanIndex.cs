namespace ReportLint.Core.Text;

/// <summary>Spans, in any order and in one another, asked for by place in steps that grow with the logarithm of their number.</summary>
internal sealed class SpanIndex
{
    private readonly int[] _starts;

    /// <summary>For each span, by start, the furthest end of all up to it.</summary>
    private readonly int[] _furthestEnds;

    /// <summary>An index of spans, which are sorted in place.</summary>
    public SpanIndex(List<TextSpan> spans)
    {
        spans.SortByPlace();
        _starts = new int[spans.Count];
        _furthestEnds = new int[spans.Count];
        var furthest = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            _starts[i] = spans[i].Start;
            _furthestEnds[i] = furthest = Math.Max(furthest, spans[i].End);
        }
    }

    /// <summary>True where one shares a character with a span that is not empty.</summary>
    public bool OverlapWith(TextSpan span) => StartsBefore(span.End) is > 0 and var count && _furthestEnds[count - 1] > span.Start;

    /// <summary>True where one begins in a span, or at its end.</summary>
    public bool BeginIn(TextSpan span) => StartsBefore(span.End + 1) > StartsBefore(span.Start);

    /// <summary>How many begin before a place.</summary>
    private int StartsBefore(int position)
    {
        var (low, high) = (0, _starts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _starts[middle] < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
