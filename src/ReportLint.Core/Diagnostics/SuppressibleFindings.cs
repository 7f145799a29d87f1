using ReportLint.Core.Text;

namespace ReportLint.Core.Diagnostics;

/// <summary>The findings of one rule, from which suppressions take theirs: each search costs little, and what is taken is not met again.</summary>
internal sealed class SuppressibleFindings
{
    private readonly Diagnostic[] _findings;
    private readonly int[] _furthestEnds;

    /// <summary>Behind each finding: how many findings there are up to the last one that is left. A chain, shortened as it is followed.</summary>
    private readonly int[] _left;

    public SuppressibleFindings(IEnumerable<Diagnostic> findings)
    {
        _findings = [.. findings.OrderBy(static d => d.Span)];
        _furthestEnds = new int[_findings.Length];
        _left = new int[_findings.Length + 1];
        var furthest = -1;
        for (var i = 0; i < _findings.Length; i++)
        {
            _furthestEnds[i] = furthest = Math.Max(furthest, _findings[i].Span.End);
            _left[i + 1] = i + 1;
        }
    }

    /// <summary>Takes the findings that lie in a scope or overlap it.</summary>
    /// <returns>True where there were any.</returns>
    public bool Take(TextSpan scope, Action<Diagnostic> take)
    {
        var hasTaken = false;
        for (var count = LeftOf(Sorted.First(_findings.Length, i => _findings[i].Span.Start > scope.End)); count > 0 && _furthestEnds[count - 1] >= scope.Start; count = LeftOf(count - 1))
        {
            var finding = _findings[count - 1];
            if (scope.Contains(finding.Span) || scope.OverlapsWith(finding.Span))
            {
                _left[count] = count - 1;
                hasTaken = true;
                take(finding);
            }
        }

        return hasTaken;
    }

    /// <summary>What nothing has taken.</summary>
    public IEnumerable<Diagnostic> Rest() => _findings.Where((_, i) => _left[i + 1] == i + 1);

    private int LeftOf(int count)
    {
        var last = count;
        while (_left[last] != last)
        {
            last = _left[last];
        }

        while (_left[count] != last && count != last)
        {
            (_left[count], count) = (last, _left[count]);
        }

        return last;
    }
}
