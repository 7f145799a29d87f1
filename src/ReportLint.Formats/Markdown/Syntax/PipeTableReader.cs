using Markdig.Helpers;
using Markdig.Syntax;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>
/// Finds a pipe table in the lines of a paragraph, as the GitHub Flavored Markdown specification has them
/// (section 4.10): a heading row, a row of dashes, rows. Unlike there, a heading row may have more or fewer cells than the
/// row of dashes, as long as each line has a pipe.
/// </summary>
internal static class PipeTableReader
{
    /// <summary>Takes the table at the end of a paragraph off it; the paragraph keeps the lines before the heading row.</summary>
    public static bool TryTake(ParagraphBlock paragraph, ReaderContext context, out PipeTableBlock? table)
    {
        table = null;
        ref var lines = ref paragraph.Lines;
        for (var i = 1; i < lines.Count; i++)
        {
            var dashes = CountDashColumns(lines.Lines[i].Slice.AsSpan());
            if (dashes == 0)
            {
                continue;
            }

            var header = CountCells(lines.Lines[i - 1].Slice.AsSpan(), out var hasPipe);
            if (!hasPipe || (dashes == 1 && header != 1))
            {
                continue;
            }

            table = Build(lines, i - 1, Math.Max(header, dashes), context);
            if (table is null)
            {
                return false;
            }

            while (lines.Count >= i)
            {
                lines.RemoveAt(lines.Count - 1);
            }

            if (lines.Count > 0)
            {
                lines.Lines[lines.Count - 1].Slice.TrimEnd();
                paragraph.Span.End = lines.Lines[lines.Count - 1].Slice.End;
            }

            return true;
        }

        return false;
    }

    /// <summary>Columns of a row of dashes such as <c>|---|:-:|</c>, or 0 where the line is none.</summary>
    private static int CountDashColumns(ReadOnlySpan<char> line)
    {
        line = line.Trim([' ', '\t']);
        if (line.ContainsAnyExcept("|-: \t") || !line.Contains('|'))
        {
            return 0;
        }

        line = line[0] == '|' ? line[1..] : line;
        line = line is [.., '|'] ? line[..^1] : line;
        var count = 0;
        foreach (var range in line.Split('|'))
        {
            var cell = line[range].Trim([' ', '\t']);
            cell = cell is [':', ..] ? cell[1..] : cell;
            cell = cell is [.., ':'] ? cell[..^1] : cell;
            if (cell.IsEmpty || cell.ContainsAnyExcept('-'))
            {
                return 0;
            }

            count++;
        }

        return count;
    }

    private static int CountCells(ReadOnlySpan<char> line, out bool hasPipe)
    {
        var cells = new CellEnumerator(line);
        var count = 0;
        while (cells.MoveNext())
        {
            count++;
        }

        hasPipe = cells.HasPipe;
        return count;
    }

    private static PipeTableBlock? Build(StringLineGroup lines, int first, int columns, ReaderContext context)
    {
        if ((long)columns * (lines.Count - first - 1) > context.Limits.MaximumCells)
        {
            return null;
        }

        var places = new TextSpan[columns * (lines.Count - first - 1)];
        var count = 0;
        for (var i = first; i < lines.Count; i++)
        {
            if (i == first + 1)
            {
                continue;
            }

            ref var slice = ref lines.Lines[i].Slice;
            var cells = new CellEnumerator(slice.AsSpan());
            for (var c = 0; c < columns; c++)
            {
                places[count++] = cells.MoveNext() ? new TextSpan(slice.Start + cells.Start, cells.Length) : new TextSpan(slice.End + 1, 0);
            }
        }

        return new PipeTableBlock
        {
            ColumnCount = columns,
            Cells = places,
            Span = new SourceSpan(lines.Lines[first].Slice.Start, lines.Lines[lines.Count - 1].Slice.End),
        };
    }

    /// <summary>The cells of a row without padding. A pipe behind a backslash or in inline code parts nothing.</summary>
    private ref struct CellEnumerator
    {
        private readonly ReadOnlySpan<char> _line;
        private int _next;

        public CellEnumerator(ReadOnlySpan<char> line)
        {
            _line = line.TrimEnd([' ', '\t']);
            _next = _line.Length - _line.TrimStart([' ', '\t']).Length;
            if (_next < _line.Length && _line[_next] == '|')
            {
                _next++;
                HasPipe = true;
            }
        }

        public bool HasPipe { get; private set; }

        /// <summary>Where the cell begins in the line.</summary>
        public int Start { get; private set; }

        public int Length { get; private set; }

        public bool MoveNext()
        {
            if (_next >= _line.Length && (_next > _line.Length || HasPipe))
            {
                return false;
            }

            var end = _next;
            while (end < _line.Length && _line[end] != '|')
            {
                if (_line[end] == '\\')
                {
                    end++;
                }
                else if (_line[end] == '`')
                {
                    end = EndOfCode(end) - 1;
                }

                end++;
            }

            end = Math.Min(end, _line.Length);
            HasPipe |= end < _line.Length;
            var text = _line[_next..end];
            var first = 0;
            while (first < text.Length && text[first] is ' ' or '\t')
            {
                first++;
            }

            var last = text.Length;
            while (last > first && text[last - 1] is ' ' or '\t')
            {
                last--;
            }

            (Start, Length) = (_next + first, last - first);
            _next = end + 1;
            return true;
        }

        private readonly int EndOfCode(int start)
        {
            var ticks = 0;
            while (start + ticks < _line.Length && _line[start + ticks] == '`')
            {
                ticks++;
            }

            for (var i = start + ticks; i < _line.Length;)
            {
                var next = _line[i..].IndexOf('`');
                if (next < 0)
                {
                    break;
                }

                i += next;
                var count = 0;
                while (i < _line.Length && _line[i] == '`')
                {
                    count++;
                    i++;
                }

                if (count == ticks)
                {
                    return i;
                }
            }

            return start + ticks;
        }
    }
}
