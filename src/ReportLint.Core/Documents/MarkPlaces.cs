using ReportLint.Core.Text;

namespace ReportLint.Core.Documents;

/// <summary>Where marks of one kind stand in a block's prose, found in steps that grow with the logarithm of their number.</summary>
internal sealed class MarkPlaces
{
    private readonly int[] _starts;

    /// <summary>For each mark the furthest end of all up to it: marks may lie in one another.</summary>
    private readonly int[] _furthestEnds;

    public MarkPlaces(IReadOnlyList<InlineMark> marks, MarkKind kind)
    {
        var places = new List<TextSpan>();
        foreach (var mark in marks)
        {
            if (mark.Kind == kind)
            {
                places.Add(mark.Prose);
            }
        }

        places.Sort();
        _starts = new int[places.Count];
        _furthestEnds = new int[places.Count];
        var furthest = 0;
        for (var i = 0; i < places.Count; i++)
        {
            _starts[i] = places[i].Start;
            _furthestEnds[i] = furthest = Math.Max(furthest, places[i].End);
        }
    }

    /// <summary>True where a mark shares a character with a span that is not empty.</summary>
    public bool OverlapWith(TextSpan span) => StartsBefore(span.End) is > 0 and var count && _furthestEnds[count - 1] > span.Start;

    /// <summary>True where a mark begins in a span, or at its end.</summary>
    public bool BeginIn(TextSpan span) => StartsBefore(span.End + 1) > StartsBefore(span.Start);

    /// <summary>How many marks begin before a place.</summary>
    private int StartsBefore(int position)
    {
        var (low, high) = (0, _starts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_starts[middle] < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
