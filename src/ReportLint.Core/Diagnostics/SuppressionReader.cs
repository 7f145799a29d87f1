using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Core.Diagnostics;

/// <summary>
/// Reads suppressions: <c>&lt;!-- reportlint-disable RL4003 reason --&gt;</c> for the next block, <c>reportlint-disable-line</c> for its own line,
/// <c>reportlint-disable-file</c> for the document; and comments <c>reportlint: ignore RL4003, reason</c> for the words that they hang on,
/// or the block around them.
/// </summary>
internal static class SuppressionReader
{
    private static readonly System.Buffers.SearchValues<char> EndOfId = System.Buffers.SearchValues.Create(" \t\r\n,:");

    private const string Prefix = "reportlint-";
    private const string Ignore = "reportlint: ignore";

    /// <summary>The suppressions of a document, in order.</summary>
    public static List<Suppression> Read(ReportDocument document, IReadOnlyList<OutsideSuppression> outside)
    {
        var found = new List<Suppression>();
        var content = document.Source.Content;
        for (var at = content.IndexOf(Prefix, StringComparison.Ordinal); at >= 0; at = content.IndexOf(Prefix, at + 1, StringComparison.Ordinal))
        {
            var before = content.AsSpan(0, at).TrimEnd();
            var open = before.Length - 4;
            if (!before.EndsWith("<!--") || IsInCode(document, open))
            {
                continue;
            }

            var close = content.IndexOf("-->", at, StringComparison.Ordinal);
            if (close < 0)
            {
                break;
            }

            var place = TextSpan.FromBounds(open, close + 3);
            var comment = content.AsSpan(at, close - at);
            var end = comment.IndexOfAny(EndOfId);
            var word = (end < 0 ? comment : comment[..end]).ToString();
            if (!Suppression.Words.Contains(word))
            {
                found.Add(new([], [], place, "") { UnknownWord = word });
                continue;
            }

            TextSpan? scope = word switch
            {
                Suppression.DisableLine => document.Source.GetLineSpan(document.Source.GetLinePosition(at).Line),
                Suppression.DisableFile => new TextSpan(0, content.Length),
                _ => NextBlock(document, place.End),
            };
            Add(found, comment[word.Length..], scope ?? default, place);
        }

        foreach (var comment in document.Comments)
        {
            if (comment.Text.AsSpan().TrimStart() is var text && text.StartsWith(Ignore, StringComparison.OrdinalIgnoreCase))
            {
                Add(found, text[Ignore.Length..], comment.Span, comment.Span, BlockAt(document, comment.Span));
            }
        }

        foreach (var line in outside)
        {
            AddOutside(found, document, line);
        }

        return found;
    }

    private static void AddOutside(List<Suppression> found, ReportDocument document, OutsideSuppression line)
    {
        var content = document.Source.Content;
        if (line.Text is { Length: > 0 } text)
        {
            var places = new List<TextSpan>();
            for (var at = content.IndexOf(text, StringComparison.Ordinal); at >= 0; at = content.IndexOf(text, at + text.Length, StringComparison.Ordinal))
            {
                places.Add(new TextSpan(at, text.Length));
            }

            found.Add(new(line.Ids, places, default, line.Reason, line.Source));
        }
        else if (line.Line is { } number)
        {
            IReadOnlyList<TextSpan> place = number >= 1 && number <= document.Source.LineCount ? [document.Source.GetLineSpan(number - 1)] : [];
            found.Add(new(line.Ids, place, default, line.Reason, line.Source));
        }
        else
        {
            found.Add(new(line.Ids, [new TextSpan(0, content.Length)], default, line.Reason, line.Source));
        }
    }

    /// <summary>Ids first, parted by commas or spaces; what follows is the reason.</summary>
    private static void Add(List<Suppression> found, ReadOnlySpan<char> body, TextSpan scope, TextSpan place, TextSpan? around = null)
    {
        var ids = new List<string>();
        var rest = body.Trim(" \t\r\n,");
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny(EndOfId);
            var word = end < 0 ? rest : rest[..end];
            if (ids.Count > 0 && !(word.StartsWith("RL", StringComparison.Ordinal) && word.Length > 2 && char.IsAsciiDigit(word[2])))
            {
                break;
            }

            ids.Add(word.ToString());
            rest = end < 0 ? default : rest[end..].TrimStart(" \t\r\n,:");
        }

        found.Add(new(ids, scope is { } known ? [known] : [], place, rest.Trim(" \t\r\n,:;–—-").ToString(), Around: around));
    }

    /// <summary>A fence of code before a place that is not closed, or inline code around it.</summary>
    private static bool IsInCode(ReportDocument document, int position)
    {
        if (document.Format != DocumentFormat.Markdown)
        {
            return false;
        }

        var isFenced = false;
        for (var line = 0; line < document.Source.LineCount && document.Source.GetLineSpan(line) is var span && span.Start < position; line++)
        {
            var text = document.Source.Content.AsSpan(span.Start, span.Length).TrimStart();
            isFenced ^= text.StartsWith("```") || text.StartsWith("~~~");
        }

        return isFenced || document.Blocks.Any(b => b.Span.Contains(position) && b.Marks.Any(m => m.Kind == MarkKind.Code && m.Source.Contains(position)));
    }

    /// <summary>The block behind a place: a paragraph, a list item, or the whole table where a cell comes first.</summary>
    private static TextSpan? NextBlock(ReportDocument document, int position)
    {
        foreach (var block in document.Blocks)
        {
            if (block.Span.Start >= position && block.Prose.Text.Length > 0)
            {
                return block.Cell is { } cell ? cell.Table.Span.Union(block.Span)
                    : block is { Kind: BlockKind.ListItem, List: { } list, ItemIndex: >= 0 } ? list.Items[block.ItemIndex].Span
                    : block.Span;
            }
        }

        return null;
    }

    private static TextSpan? BlockAt(ReportDocument document, TextSpan place)
    {
        foreach (var block in document.Blocks)
        {
            if (block.Span.Contains(place.Start) || block.Span.OverlapsWith(place))
            {
                return block.Span;
            }
        }

        return null;
    }
}
