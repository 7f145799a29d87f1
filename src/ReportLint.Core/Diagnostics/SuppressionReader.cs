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
    /// <param name="document">The document.</param>
    /// <param name="outside">Those of the file beside it.</param>
    /// <param name="isRule">True for the id or the name of a rule, as it is written.</param>
    public static List<Suppression> Read(ReportDocument document, IReadOnlyList<OutsideSuppression> outside, Func<string, bool> isRule)
    {
        var found = new List<Suppression>();
        var places = new SuppressionPlaces(document);
        var content = document.Source.Content;
        for (var at = content.IndexOf(Prefix, StringComparison.Ordinal); at >= 0; at = content.IndexOf(Prefix, at + 1, StringComparison.Ordinal))
        {
            var before = content.AsSpan(0, at).TrimEnd();
            var open = before.Length - 4;
            if (!before.EndsWith("<!--") || places.IsInCode(open))
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
                _ => places.NextBlock(place.End),
            };
            Add(found, comment[word.Length..], isRule, scope ?? default, place);
        }

        foreach (var comment in document.Comments)
        {
            if (comment.Text.AsSpan().TrimStart() is var text && text.StartsWith(Ignore, StringComparison.OrdinalIgnoreCase))
            {
                Add(found, text[Ignore.Length..], isRule, comment.Span, comment.Span, places.BlockAt(comment.Span));
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

    /// <summary>Ids or names first, parted by commas or spaces; what follows is the reason. Behind the first, a word counts that is a rule's or has the form of a built-in id.</summary>
    private static void Add(List<Suppression> found, ReadOnlySpan<char> body, Func<string, bool> isRule, TextSpan scope, TextSpan place, TextSpan? around = null)
    {
        var ids = new List<string>();
        var rest = body.Trim(" \t\r\n,");
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny(EndOfId);
            var word = (end < 0 ? rest : rest[..end]).ToString();
            if (ids.Count > 0 && !(word is ['R', 'L', >= '0' and <= '9', ..] || isRule(word)))
            {
                break;
            }

            ids.Add(word);
            rest = end < 0 ? default : rest[end..].TrimStart(" \t\r\n,:");
        }

        found.Add(new(ids, scope is { } known ? [known] : [], place, rest.Trim(" \t\r\n,:;–—-").ToString(), Around: around));
    }
}
