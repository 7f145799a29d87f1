using System.Text;
using ReportLint.Core.Text;

namespace ReportLint.Core.Rules;

/// <summary>A place that <c>[|…|]</c> marked: something that ought to be found there.</summary>
/// <param name="Span">The place, in the text without markers.</param>
/// <param name="Ids">The rules of which one ought to find it, the likeliest first; none for <c>[|…|]</c>.</param>
/// <param name="IsOptional">True for <c>[ID?|…|]</c>: a fair finding, of which nothing is lost where it is missing.</param>
public readonly record struct Mark(TextSpan Span, IReadOnlyList<string> Ids, bool IsOptional);

/// <summary>
/// A text in which places are marked with <c>[|576|]</c>, or for a rule with <c>[RL1001|576|]</c>,
/// <c>[RL1001,RL1013|576|]</c> or <c>[RL1001?|576|]</c>. Marks do not nest.
/// </summary>
/// <param name="Text">The text without markers.</param>
/// <param name="Marks">The places, in the order of the text.</param>
public sealed record MarkedText(string Text, IReadOnlyList<Mark> Marks)
{
    /// <summary>Reads <c>[|…|]</c> only: other brackets are text.</summary>
    /// <returns>The text, or null where a marker has no partner.</returns>
    public static MarkedText? Parse(string marked) => Parse(marked, static opener => opener.Length == 2, out _);

    /// <summary>Reads <c>[ID|…|]</c> only: a bracket that does not begin with ids of capitals and digits is text.</summary>
    /// <inheritdoc cref="Parse(string)"/>
    public static MarkedText? ParseWithIds(string marked) => ParseWithIds(marked, out _);

    /// <inheritdoc cref="ParseWithIds(string)"/>
    /// <param name="marked">The text.</param>
    /// <param name="opener">Where the marker without a partner stands, in the text with markers; 0 where all have one.</param>
    public static MarkedText? ParseWithIds(string marked, out int opener) => Parse(marked, static opener => opener.Length > 2, out opener);

    private delegate bool Accepts(ReadOnlySpan<char> opener);

    private static MarkedText? Parse(string marked, Accepts accepts, out int opener)
    {
        var plain = new StringBuilder(marked.Length);
        var marks = new List<Mark>();
        var open = default(string);
        var start = 0;
        opener = 0;
        for (var i = 0; i < marked.Length; i++)
        {
            if (open is null && Opener(marked.AsSpan(i)) is > 0 and var length && accepts(marked.AsSpan(i, length)))
            {
                open = marked.Substring(i + 1, length - 2);
                (start, opener) = (plain.Length, i);
                i += length - 1;
            }
            else if (open is not null && marked.AsSpan(i).StartsWith("|]"))
            {
                var ids = open.TrimEnd('?').Split(',', StringSplitOptions.RemoveEmptyEntries);
                marks.Add(new(TextSpan.FromBounds(start, plain.Length), ids, open.EndsWith('?')));
                (open, opener) = (null, 0);
                i++;
            }
            else
            {
                plain.Append(marked[i]);
            }
        }

        return open is null ? new(plain.ToString(), marks) : null;
    }

    /// <summary>Length of the marker that a text begins with, both brackets among it; 0 where it begins with none.</summary>
    private static int Opener(ReadOnlySpan<char> text)
    {
        if (text[0] != '[')
        {
            return 0;
        }

        var i = 1;
        while (i < text.Length && (char.IsAsciiLetterUpper(text[i]) || char.IsAsciiDigit(text[i]) || (text[i] == ',' && i > 1)))
        {
            i++;
        }

        if (i > 1 && i < text.Length && text[i] == '?')
        {
            i++;
        }

        return i < text.Length && text[i] == '|' ? i + 1 : 0;
    }
}
