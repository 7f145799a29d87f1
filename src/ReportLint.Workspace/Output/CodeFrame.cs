using System.Globalization;
using System.Text;
using ReportLint.Core.Text;

namespace ReportLint.Workspace.Output;

/// <summary>
/// A window on one line of a draft, at most so many columns wide, with marks under it. Looks at no more of the line than it
/// shows, so a line of any length costs the same. Control characters are shown as pictures: a draft cannot steer the terminal.
/// </summary>
internal sealed class CodeFrame
{
    private const char Ellipsis = '…';
    private readonly int[] _columns;
    private readonly int _start;
    private readonly int _line;
    private readonly TextSpan _lineSpan;

    private CodeFrame(int line, TextSpan lineSpan, int start, int[] columns, string text)
    {
        _line = line;
        _lineSpan = lineSpan;
        _start = start;
        _columns = columns;
        Text = text;
    }

    /// <summary>The line number, from 1.</summary>
    public int Line => _line + 1;

    /// <summary>What is shown of the line.</summary>
    public string Text { get; }

    private int End => _start + _columns.Length - 1;

    /// <summary>Opens a window of at most <paramref name="width"/> columns on the line where a span begins.</summary>
    /// <param name="source">The text.</param>
    /// <param name="span">What must be seen.</param>
    /// <param name="wish">A wider span that is seen too where it fits.</param>
    /// <param name="width">Columns, at least 20.</param>
    public static CodeFrame Open(SourceText source, TextSpan span, TextSpan wish, int width)
    {
        var line = source.GetLinePosition(span.Start).Line;
        var lineSpan = source.GetLineSpan(line);
        var content = source.Content.AsSpan(lineSpan.Start, lineSpan.Length);
        var first = Math.Clamp(span.Start - lineSpan.Start, 0, content.Length);
        var start = 0;
        if (!Fits(content, width))
        {
            var wishStart = Math.Clamp(wish.Start - lineSpan.Start, 0, first);
            var wishEnd = Math.Clamp(wish.End - lineSpan.Start, first, content.Length);
            var anchor = wishEnd - wishStart <= width && Fits(content[wishStart..wishEnd], width - 8) ? wishStart : first;
            start = Fits(content[..Math.Min(anchor, content.Length)], width / 3) ? 0 : Back(content, anchor, width / 3);
        }

        var text = new StringBuilder(width + 2);
        var columns = new List<int>();
        var column = 0;
        if (start > 0)
        {
            text.Append(Ellipsis);
            column = 1;
        }

        var at = start;
        while (at < content.Length)
        {
            Rune.DecodeFromUtf16(content[at..], out var rune, out var length);
            var runeWidth = DisplayWidth.Of(rune);
            if (column + runeWidth > width - 1 && !(at + length == content.Length && column + runeWidth <= width))
            {
                text.Append(Ellipsis);
                break;
            }

            for (var i = 0; i < length; i++)
            {
                columns.Add(column);
            }

            AppendVisible(text, rune);
            column += runeWidth;
            at += length;
        }

        columns.Add(column);
        return new(line, lineSpan, lineSpan.Start + start, [.. columns], text.ToString());
    }

    /// <summary>True where the beginning of a span, and the end of what lies on its first line, are inside the window.</summary>
    public bool Shows(TextSpan span) =>
        span.Start >= _start && span.Start <= _lineSpan.End && Math.Min(span.End, _lineSpan.End) <= End;

    /// <summary>Draws a mark under a span into a line of marks; what lies outside the window is left out.</summary>
    public void Mark(StringBuilder marks, TextSpan span, char sign)
    {
        var from = Math.Clamp(span.Start - _start, 0, _columns.Length - 1);
        var to = Math.Clamp(span.End - _start, from, _columns.Length - 1);
        var (first, last) = (_columns[from], Math.Max(_columns[to], _columns[from] + 1));
        while (marks.Length < last)
        {
            marks.Append(' ');
        }

        for (var column = first; column < last; column++)
        {
            if (marks[column] == ' ')
            {
                marks[column] = sign;
            }
        }
    }

    /// <summary>Appends a character in a form that is safe on a terminal.</summary>
    internal static void AppendVisible(StringBuilder text, Rune rune)
    {
        if (rune.Value == '\t')
        {
            text.Append(' ', DisplayWidth.Tab);
        }
        else if (rune.Value < ' ')
        {
            text.Append((char)(0x2400 + rune.Value));
        }
        else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        {
            text.Append('\uFFFD');
        }
        else
        {
            text.Append(rune);
        }
    }

    private static bool Fits(ReadOnlySpan<char> content, int width)
    {
        var column = 0;
        while (content.Length > 0 && column <= width)
        {
            Rune.DecodeFromUtf16(content, out var rune, out var length);
            column += DisplayWidth.Of(rune);
            content = content[length..];
        }

        return column <= width;
    }

    /// <summary>The place that lies about <paramref name="width"/> columns before another one.</summary>
    private static int Back(ReadOnlySpan<char> content, int at, int width)
    {
        while (at > 0 && width > 0)
        {
            Rune.DecodeLastFromUtf16(content[..at], out var rune, out var length);
            width -= DisplayWidth.Of(rune);
            at -= length;
        }

        return at;
    }
}
