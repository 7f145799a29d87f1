using ReportLint.Core.Facts.Dates;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Rankings;

/// <summary>A figure with the name that it is told of.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="First">First token of the name.</param>
/// <param name="End">Token behind the name.</param>
/// <param name="Date">The date where the figure is told of a date, otherwise null.</param>
internal readonly record struct NamedFigure(Mention Figure, int First, int End, DateMention? Date);

/// <summary>
/// Reads the figures of one sentence that are each told of a name or a date: <c>Hale scored 11 tries, Mercer 9 and Okafor 14</c>,
/// <c>61 mm in October, 94 mm in November</c>. The names stand all before or all behind their figures.
/// </summary>
internal sealed class NamedFigures(Lexicon separators, Lexicon prepositions, Lexicon determiners)
{
    /// <summary>Most tokens between a name and its figure.</summary>
    private const int Reach = 5;

    /// <summary>Fewest figures that make a list.</summary>
    internal const int Fewest = 3;

    /// <summary>No figures.</summary>
    internal static readonly List<NamedFigure> None = [];

    private readonly List<Mention> _figures = new(16);

    // From the last one on.
    private readonly List<NamedFigure> _named = new(16);

    /// <summary>True where the sentence that was read last has figures enough for a list, named or not.</summary>
    public bool AreEnough => _figures.Count >= Fewest;

    /// <summary>The figures of one unit that end a sentence, each with its name; empty where they are no list.</summary>
    public List<NamedFigure> Read(TokenizedBlock block, Range sentence)
    {
        var (start, end) = (sentence.Start.Value, sentence.End.Value);
        var figures = _figures;
        figures.Clear();
        for (var at = start; at < end; at++)
        {
            if (block.MentionAt(at) is { } mention && mention is NumericFact { IsCompound: false } fact)
            {
                var behind = at + 1;
                while (behind < end && block.MentionAt(behind) == fact)
                {
                    behind++;
                }

                figures.Add(new Mention(at, behind, fact));
                at = behind - 1;
            }
        }

        if (!AreEnough)
        {
            return None;
        }

        var before = Run(block, figures, start, end, isBefore: true);
        return before.Count >= Fewest ? before : Run(block, figures, start, end, isBefore: false);
    }

    /// <summary>True for figures of one unit, which the later or the earlier ones may leave out: <c>62 acres, 75 and 58</c>.</summary>
    public static bool SameUnit(NumericFact a, NumericFact b) =>
        a.Dimension == b.Dimension ? a.Unit == b.Unit : a is Quantity { Dimension: "count", Unit: "" } || b is Quantity { Dimension: "count", Unit: "" };

    /// <summary>The longest run of figures up to the last one that have names on one side, all different.</summary>
    private List<NamedFigure> Run(TokenizedBlock block, List<Mention> figures, int start, int end, bool isBefore)
    {
        var found = _named;
        found.Clear();
        var last = (NumericFact)figures[^1].Fact;
        for (var i = figures.Count - 1; i >= 0; i--)
        {
            var figure = (NumericFact)figures[i].Fact;
            var named = !SameUnit(figure, last) || figure.IsRangeEnd || figure.IsInQuotation ? null
                : isBefore ? Before(block, figures[i], i == 0 ? start : figures[i - 1].EndToken)
                : Behind(block, figures[i], i + 1 == figures.Count ? end : figures[i + 1].FirstToken);
            if (named is not { } entry)
            {
                break;
            }

            foreach (var other in found)
            {
                if (IsSame(block, entry, other))
                {
                    return None;
                }
            }

            found.Add(entry);
        }

        if (found.Count < Fewest)
        {
            return None;
        }

        found.Reverse();
        return [.. found];
    }

    /// <summary>The name between the last separator and the figure.</summary>
    private NamedFigure? Before(TokenizedBlock block, Mention figure, int from)
    {
        var at = figure.FirstToken - 1;
        for (var steps = 0; at >= from && steps <= Reach; steps++, at--)
        {
            if (separators.Match(block.Tokens, at).Length > 0)
            {
                return null;
            }

            if (IsName(block, at))
            {
                var first = at;
                while (first > from && IsName(block, first - 1))
                {
                    first--;
                }

                return new NamedFigure(figure, first, at + 1, block.MentionAt(at) as DateMention);
            }
        }

        return null;
    }

    /// <summary>The name behind the first preposition behind the figure.</summary>
    private NamedFigure? Behind(TokenizedBlock block, Mention figure, int to)
    {
        for (var at = figure.EndToken; at + 1 < to && at <= figure.EndToken + Reach; at++)
        {
            if (separators.Match(block.Tokens, at).Length > 0)
            {
                return null;
            }

            if (prepositions.Match(block.Tokens, at).Length > 0 && IsName(block, at + 1))
            {
                var behind = at + 2;
                while (behind < to && IsName(block, behind))
                {
                    behind++;
                }

                return new NamedFigure(figure, at + 1, behind, block.MentionAt(at + 1) as DateMention);
            }
        }

        return null;
    }

    /// <summary>True for a word with a capital that is no determiner, and inside a date that is a year or a month.</summary>
    private bool IsName(TokenizedBlock block, int at) => block.MentionAt(at) switch
    {
        DateMention { Form: "year" or "month" } => true,
        null => block.Tokens[at] is { Kind: TokenKind.Word, Capital: true } && determiners.Match(block.Tokens, at).Length == 0,
        _ => false,
    };

    /// <summary>True where two figures have the same name.</summary>
    private static bool IsSame(TokenizedBlock block, in NamedFigure a, in NamedFigure b) =>
        a.Date is not null || b.Date is not null
            ? a.Date?.Year == b.Date?.Year && a.Date?.Month == b.Date?.Month
            : block.TextOf(block.Tokens[a.End - 1]).Equals(block.TextOf(block.Tokens[b.End - 1]), StringComparison.Ordinal);
}
