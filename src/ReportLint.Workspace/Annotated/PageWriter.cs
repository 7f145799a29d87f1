using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ReportLint.Core;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;
using ReportLint.Workspace.Output;

namespace ReportLint.Workspace.Annotated;

/// <summary>Writes the text of a draft as HTML elements of our own; nothing of the draft's markup is passed on.</summary>
internal sealed class PageWriter(TextWriter writer, LintResult result)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // Findings and related places whose first words are written: only those bear the id that is linked to.
    private readonly HashSet<(int, int)> _reached = [];
    private readonly List<PageMark> _active = [];

    // By finding, the piece and the offset where its last marked words end.
    private readonly Dictionary<int, (PagePiece Piece, int End)> _ends = [];

    /// <summary>Writes all pieces.</summary>
    public void Write(List<PagePiece> pieces)
    {
        foreach (var piece in pieces)
        {
            foreach (var mark in piece.Marks)
            {
                if (mark.Role == MarkRole.Finding)
                {
                    _ends[mark.Number] = _ends.TryGetValue(mark.Number, out var last) && last.Piece == piece && last.End > mark.Span.End ? last : (piece, mark.Span.End);
                }
            }
        }

        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Block?.Cell is { } cell)
            {
                var first = i;
                while (i + 1 < pieces.Count && pieces[i + 1].Block?.Cell?.Table == cell.Table)
                {
                    i++;
                }

                WriteTable(cell.Table, pieces[first..(i + 1)]);
            }
            else
            {
                Write(pieces[i]);
            }
        }
    }

    /// <summary>Text as HTML.</summary>
    public static string Escape(string text) => Encoder.Encode(text);

    private void Write(PagePiece piece)
    {
        var (tag, attributes) = Element(piece);
        if (piece.Block is { IsQuoted: true })
        {
            writer.Write("<blockquote>");
        }

        writer.Write($"<{tag}{attributes}>");

        // The first line end of this element is not part of its text.
        writer.Write(tag == "pre" ? "\n" : "");
        WriteText(piece);
        writer.Write($"</{tag}>");
        writer.Write(piece.Block is { IsQuoted: true } ? "</blockquote>\n" : "\n");
    }

    private (string Tag, string Attributes) Element(PagePiece piece)
    {
        switch (piece.Block)
        {
            case null:
                return piece.Property is { } name ? ("p", $" class=\"property\" data-name=\"{Escape(name)}\"") : ("pre", "");
            case { Kind: BlockKind.Heading, Level: var level }:
                // The page's own heading is the first.
                return (level switch { 1 => "h2", 2 => "h3", _ => "h4" }, "");
            case { NoteLabel: { } label, Kind: BlockKind.FootnoteText }:
                return ("p", $" class=\"note\" data-label=\"{Escape(label)}\"");
            case { Kind: BlockKind.ListItem, List: { } list, ItemIndex: var index and >= 0 }:
                var marker = list.IsOrdered ? result.Document.Source.ToString(list.Items[index].Marker).Trim() : "•";
                return ("p", $" class=\"item d{Math.Min(list.Depth, 3)}{(list.IsOrdered ? " ordered" : "")}\" data-marker=\"{Escape(marker.Length is > 0 and < 12 ? marker : "•")}\"");
            case { List: { } list }:
                return ("p", $" class=\"more d{Math.Min(list.Depth, 3)}\"");
            default:
                return ("p", "");
        }
    }

    private void WriteTable(Table table, List<PagePiece> cells)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table {table.Index + 1}\"><table>\n"));
        var byPlace = cells.ToDictionary(static p => (p.Block!.Cell!.Row, p.Block.Cell.Column));
        var covered = new HashSet<(int, int)>();
        foreach (var row in table.Rows)
        {
            writer.Write("<tr>");
            foreach (var cell in row)
            {
                var piece = byPlace.GetValueOrDefault((cell.Row, cell.Column));
                if (covered.Contains((cell.Row, cell.Column)) && piece is not { Text.Length: > 0 } and not { Marks.Count: > 0 })
                {
                    continue;
                }

                for (var r = 0; r < cell.RowSpan; r++)
                {
                    for (var c = 0; c < cell.ColumnSpan; c++)
                    {
                        covered.Add((cell.Row + r, cell.Column + c));
                    }
                }

                var tag = cell.IsHeader ? "th" : "td";
                var scope = cell.IsHeader ? " scope=\"col\"" : "";
                writer.Write($"<{tag}{scope}{Span("rowspan", cell.RowSpan)}{Span("colspan", cell.ColumnSpan)}{(IsFigure(cell.Prose.Text) ? " class=\"figure\"" : "")}>");
                if (piece is not null)
                {
                    WriteText(piece);
                }

                writer.Write($"</{tag}>");
            }

            writer.Write("</tr>\n");
        }

        writer.Write("</table></div>\n");

        static string Span(string name, int count) => count > 1 ? string.Create(CultureInfo.InvariantCulture, $" {name}=\"{count}\"") : "";
    }

    private static bool IsFigure(string text)
    {
        int digits = 0, letters = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return digits > 0 && letters <= 2 && text.Length < 24;
    }

    /// <summary>Writes a text from cut to cut: between two cuts the same marks stand.</summary>
    private void WriteText(PagePiece piece)
    {
        var marks = piece.Marks;
        marks.Sort(static (a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End.CompareTo(a.Span.End));
        var cuts = new SortedSet<int> { piece.Text.Length };
        foreach (var mark in marks)
        {
            cuts.Add(mark.Span.Start);
            cuts.Add(mark.Span.End);
        }

        _active.Clear();
        var next = 0;
        var at = 0;
        foreach (var cut in cuts)
        {
            if (cut > at)
            {
                WriteStretch(piece, TextSpan.FromBounds(at, cut));
                at = cut;
            }

            _active.RemoveAll(m => m.Span.End <= at);
            for (; next < marks.Count && marks[next].Span.Start == at; next++)
            {
                if (marks[next].Span.IsEmpty)
                {
                    WritePoint(marks[next]);
                }
                else
                {
                    _active.Add(marks[next]);
                }
            }
        }
    }

    private void WritePoint(PageMark mark)
    {
        switch (mark.Role)
        {
            case MarkRole.NoteReference:
                writer.Write($"<sup class=\"mark\" data-label=\"{Escape(mark.Text)}\"></sup>");
                break;
            case MarkRole.Image:
                writer.Write($"<span class=\"image\" data-label=\"{Escape(mark.Text)}\"></span>");
                break;
            case MarkRole.Finding:
                _reached.Add((mark.Number, 0));
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"<a class=\"point {Severity(mark.Number)}\" id=\"m{mark.Number}\" href=\"#finding-{mark.Number}\" data-f=\"{mark.Number}\" data-last=\"{mark.Number}\" aria-label=\"Finding {mark.Number}\"></a>"));
                break;
            case MarkRole.Related when _reached.Add((mark.Number, mark.Place)):
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"<span id=\"r{mark.Number}-{mark.Place}\" tabindex=\"-1\"></span>"));
                break;
        }
    }

    private void WriteStretch(PagePiece piece, TextSpan span)
    {
        var closing = "";
        string? code = null;
        var number = default(PageMark);
        List<int> findings = [], starts = [], related = [];
        foreach (var mark in _active)
        {
            switch (mark.Role)
            {
                case MarkRole.Strong:
                    Open("strong");
                    break;
                case MarkRole.Emphasis:
                    Open("em");
                    break;
                case MarkRole.Link:
                    Open("span", $" class=\"link\" title=\"{Escape(mark.Text)}\"");
                    break;
                case MarkRole.Code:
                    code = CodeAt(piece, mark.Span);
                    break;
                case MarkRole.Related:
                    if (_reached.Add((mark.Number, mark.Place)))
                    {
                        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<span id=\"r{mark.Number}-{mark.Place}\" tabindex=\"-1\"></span>"));
                    }

                    if (!related.Contains(mark.Number))
                    {
                        related.Add(mark.Number);
                    }

                    break;
                case MarkRole.Finding:
                    findings.Add(mark.Number);
                    if (_reached.Add((mark.Number, 0)))
                    {
                        starts.Add(mark.Number);
                    }

                    break;
                default:
                    number = mark.Role > number.Role ? mark : number;
                    break;
            }
        }

        if (related.Count > 0)
        {
            Open("span", $" class=\"related\" data-r=\"{string.Join(' ', related)}\"");
        }

        if (findings.Count > 0)
        {
            OpenFinding(piece, span, findings, starts);
        }

        if (number.Role is MarkRole.Checked or MarkRole.Flagged or MarkRole.Unbound)
        {
            var title = number.Text.Length > 0 ? $" title=\"{Escape(number.Text)}\"" : "";
            Open("span", $" class=\"n {JsonParts.Name(number.Role switch { MarkRole.Checked => NumberStatus.Checked, MarkRole.Flagged => NumberStatus.Flagged, _ => NumberStatus.Unbound })}\"{title}");
        }

        if (code is null)
        {
            Encoder.Encode(writer, piece.Text, span.Start, span.Length);
        }
        else
        {
            writer.Write($"<code>{Escape(code)}</code>");
        }

        writer.Write(closing);

        void Open(string tag, string attributes = "")
        {
            writer.Write($"<{tag}{attributes}>");
            closing = $"</{tag}>{closing}";
        }

        void OpenFinding(PagePiece here, TextSpan place, List<int> numbers, List<int> first)
        {
            var last = numbers.Where(n => _ends[n].Piece == here && _ends[n].End == place.End).ToList();
            Open("mark", $" class=\"{Severity(Worst(numbers))}\" data-f=\"{string.Join(' ', numbers)}\"{(last.Count > 0 ? $" data-last=\"{string.Join(',', last)}\"" : "")}");
            if (first.Count > 0)
            {
                foreach (var other in first.Skip(1))
                {
                    Open("span", $" id=\"m{other}\" tabindex=\"-1\"");
                }

                Open("a", $" id=\"m{first[0]}\" href=\"#finding-{first[0]}\" aria-describedby=\"message-{first[0]}\"");
            }
        }
    }

    private int Worst(List<int> findings) => findings.MaxBy(n => result.Diagnostics[n - 1].Severity);

    private string Severity(int finding) => JsonParts.Name(result.Diagnostics[finding - 1].Severity);

    /// <summary>What inline code says: the prose has one character for it, which says nothing.</summary>
    private string CodeAt(PagePiece piece, TextSpan prose)
    {
        var mark = piece.Block!.Marks.FirstOrDefault(m => m.Kind == MarkKind.Code && m.Prose == prose);
        var source = mark is null ? "" : result.Document.Source.ToString(mark.Source);
        return result.Document.Format == DocumentFormat.Html || source.StartsWith('<') ? WebUtility.HtmlDecode(WithoutTags(source)) : source.Trim('`');
    }

    private static string WithoutTags(string html)
    {
        var text = new System.Text.StringBuilder();
        var isTag = false;
        foreach (var c in html)
        {
            isTag = c == '<' || (isTag && c != '>');
            text.Append(isTag || c == '>' ? "" : c.ToString());
        }

        return text.ToString();
    }
}
