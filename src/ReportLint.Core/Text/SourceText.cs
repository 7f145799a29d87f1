namespace ReportLint.Core.Text;

/// <summary>The decoded text of a draft, with its lines. Immutable and safe to share between threads.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    /// <summary>Wraps a decoded text. A byte-order mark must already be gone.</summary>
    public SourceText(string content)
    {
        Content = content;
        _lineStarts = FindLineStarts(content);
    }

    /// <summary>The whole text, line ends as in the file.</summary>
    public string Content { get; }

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => Content.Length;

    /// <summary>Number of lines; an empty text has one.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>Where an offset lies. The offset may be the length of the text (its end).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text.</exception>
    public LinePosition GetLinePosition(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, Length);
        var (line, end) = (0, _lineStarts.Length);
        while (end - line > 1)
        {
            var middle = (line + end) / 2;
            (line, end) = _lineStarts[middle] <= position ? (middle, end) : (line, middle);
        }

        return new LinePosition(line, position - _lineStarts[line]);
    }

    /// <summary>The span of a line (from 0) without its line end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public TextSpan GetLineSpan(int line)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(line);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(line, LineCount);
        var start = _lineStarts[line];
        var end = line + 1 < _lineStarts.Length ? _lineStarts[line + 1] : Length;
        while (end > start && Content[end - 1] is '\r' or '\n')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The text of a span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span lies outside the text.</exception>
    public string ToString(TextSpan span) => Content.Substring(span.Start, span.Length);

    private static int[] FindLineStarts(string content)
    {
        var starts = new List<int>(content.Length / 40 + 1) { 0 };
        for (var i = 0; i < content.Length;)
        {
            var next = content.AsSpan(i).IndexOfAny('\r', '\n');
            if (next < 0)
            {
                break;
            }

            i += next + 1;
            if (content[i - 1] == '\r' && i < content.Length && content[i] == '\n')
            {
                i++;
            }

            starts.Add(i);
        }

        return [.. starts];
    }
}
