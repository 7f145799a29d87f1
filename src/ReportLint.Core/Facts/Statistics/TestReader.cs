using System.Globalization;
using ReportLint.Core.Facts.Claims;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Statistics;

/// <summary>Reads one reported test at a token.</summary>
internal sealed class TestReader(AnalysisContext context, TokenizedBlock block, Lexicon labels, Lexicon words)
{
    /// <summary>How many tokens may lie between the statistic and its p-value.</summary>
    private const int MaximumDistance = 14;

    private readonly Token[] _tokens = block.Tokens;

    /// <summary>A test as read: its parts, and the token behind its last.</summary>
    internal sealed record Test(int End, Func<string, Fact> ToFact);

    /// <summary>A number as written among tokens.</summary>
    private readonly record struct Figure(int First, int End, decimal Value, decimal Step);

    /// <summary>The test that begins at a token, or null. The tokens of its numbers are claimed.</summary>
    public Test? Read(int at)
    {
        var label = labels.Match(_tokens, at);
        if (label.Length == 0 || (at > 0 && !_tokens[at].SpaceBefore && TextAt(at - 1) is not ("(" or "[" or "—" or "–" or "/" or ";" or ",")))
        {
            return null;
        }

        var i = at + label.Length;
        if (label.Meaning == "chi2" && i < _tokens.Length && !_tokens[i].SpaceBefore && TextAt(i) is "2")
        {
            i++;
        }

        var freedom = new List<Figure>();
        decimal? sample = null;
        if (TextAt(i) is "(" && !ReadFreedom(ref i, freedom, ref sample))
        {
            return null;
        }

        // A letter alone needs the sign; "chi-squared was 4.2" and "t(28) was 2.2" are statistics too.
        var equal = words.Match(_tokens, i);
        if (equal.Meaning != "equal" || (TextAt(i) is not "=" && freedom.Count == 0 && label.Meaning != "chi2") || ReadFigure(i + equal.Length) is not { } statistic || !block.IsFree(at, statistic.End))
        {
            return null;
        }

        var (p, relation, end) = ReadRest(statistic.End, freedom, ref sample);
        if (relation is null)
        {
            return null;
        }

        if (label.Meaning == "r" && freedom.Count == 0 && sample is > 2 and var n)
        {
            freedom.Add(new(0, 0, n - 2, 1));
        }

        return Make(label.Meaning, at, statistic, freedom, p, relation, end);
    }

    private Test Make(string test, int at, Figure statistic, List<Figure> freedom, Figure? p, string relation, int end)
    {
        var statisticFact = Number(statistic, "equal", "statistic");
        var pFact = p is { } figure ? Number(figure, relation, "probability") : null;
        for (var i = 0; i < freedom.Count; i++)
        {
            if (freedom[i].End > freedom[i].First && block.IsFree(freedom[i].First, freedom[i].End))
            {
                Number(freedom[i], "equal", "degrees of freedom");
            }
        }

        return new(end, tails => new PhraseFact(FigureClaims.TestStatistic,
        [
            Value.Of(test),
            Value.Of(statisticFact),
            freedom.Count > 0 ? Value.Of(Written(freedom[0])) : Value.Unknown,
            freedom.Count > 1 ? Value.Of(Written(freedom[1])) : Value.Unknown,
            Value.Of(pFact),
            tails.Length > 0 ? Value.Of(tails) : Value.Unknown,
            pFact is { Hedge: Hedge.None } ? Value.Of(pFact) : Value.Unknown,
        ])
        {
            Document = context.Document,
            Block = block.Block,
            Prose = block.SpanOf(at, end),
            Sentence = block.SentenceOf(at),
        });
    }

    /// <summary><c>(28)</c>, <c>(2, 45)</c>, <c>(1, N = 90)</c>, <c>(df = 3)</c>; afterwards the position is behind the bracket.</summary>
    private bool ReadFreedom(ref int at, List<Figure> freedom, ref decimal? sample)
    {
        var i = at + 1;
        while (i < _tokens.Length && freedom.Count <= 2 && i < at + MaximumDistance)
        {
            if (TextAt(i) is ")")
            {
                at = i + 1;
                return freedom.Count is 1 or 2;
            }

            if (TextAt(i) is "," or ";")
            {
                i++;
                continue;
            }

            var word = words.Match(_tokens, i);
            var figureAt = i + word.Length + (word.Length > 0 && TextAt(i + word.Length) is "=" ? 1 : 0);
            if (word.Meaning is not ("" or "df" or "n") || ReadFigure(figureAt) is not { } figure)
            {
                return false;
            }

            if (word.Meaning == "n")
            {
                sample = figure.Value;
            }
            else if (freedom.Count == 0 && Split(figure) is { } pair)
            {
                freedom.AddRange(pair);
            }
            else
            {
                freedom.Add(figure);
            }

            i = figure.End;
        }

        return false;
    }

    /// <summary>In <c>F(1,146)</c> the comma parts two numbers: a test has no thousand degrees of freedom and one below.</summary>
    private Figure[]? Split(Figure figure)
    {
        var text = block.TextOf(_tokens[figure.First]);
        var comma = text.IndexOf(',');
        return figure.End == figure.First + 1 && comma > 0 && text.LastIndexOf(',') == comma &&
            decimal.TryParse(text[..comma], NumberStyles.None, CultureInfo.InvariantCulture, out var first) &&
            decimal.TryParse(text[(comma + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            ? [figure with { Value = first }, figure with { Value = second, First = figure.End }]
            : null;
    }

    /// <summary>Degrees of freedom, sample size and p-value behind the statistic; no relation where there is no p-value.</summary>
    private (Figure? P, string? Relation, int End) ReadRest(int from, List<Figure> freedom, ref decimal? sample)
    {
        for (var i = from; i < _tokens.Length && i < from + MaximumDistance; i++)
        {
            var word = words.Match(_tokens, i);
            if (word.Meaning == "ns" && i <= from + 2)
            {
                return (null, "ns", i + word.Length);
            }

            if (word.Meaning is not ("p" or "df" or "n"))
            {
                if (labels.Match(_tokens, i) is { Length: > 0 } next && TextAt(i + next.Length) is "(" or "=")
                {
                    break;
                }

                continue;
            }

            // "with 30 degrees of freedom"
            if (word.Meaning == "df" && freedom.Count == 0 && i > from && ReadFigure(i - 1) is { Step: 1 } before)
            {
                freedom.Add(before);
                i += word.Length - 1;
                continue;
            }

            var relation = words.Match(_tokens, i + word.Length);
            if (relation.Meaning is not ("equal" or "below" or "at-most" or "above" or "at-least"))
            {
                continue;
            }

            if (ReadFigure(i + word.Length + relation.Length) is not { } figure)
            {
                continue;
            }

            if (word.Meaning == "p")
            {
                if (figure.Value is < 0 or > 1 || !block.IsFree(figure.First, figure.End))
                {
                    return (null, null, i);
                }

                return (figure, relation.Meaning, freedom.Count == 0 ? FreedomBehind(figure.End, freedom) : figure.End);
            }

            if (word.Meaning == "n")
            {
                sample = figure.Value;
            }
            else if (freedom.Count == 0)
            {
                freedom.Add(figure);
            }

            i = figure.End - 1;
        }

        return (null, null, from);
    }

    /// <summary>Degrees of freedom right behind the p-value: <c>p = .04, df = 38</c>; gives the token behind them.</summary>
    private int FreedomBehind(int from, List<Figure> freedom)
    {
        var at = TextAt(from) is "," or ";" or "(" ? from + 1 : from;
        var word = words.Match(_tokens, at);
        if (word.Meaning != "df" || TextAt(at + word.Length) is not "=" || ReadFigure(at + word.Length + 1) is not { } figure)
        {
            return from;
        }

        freedom.Add(figure);
        return figure.End;
    }

    private ReadOnlySpan<char> TextAt(int at) => at >= 0 && at < _tokens.Length ? block.TextOf(_tokens[at]) : default;

    /// <summary><c>2.20</c>, <c>.036</c>, <c>−1.4</c>, <c>1,204</c>.</summary>
    private Figure? ReadFigure(int at)
    {
        var first = at;
        var isNegative = TextAt(at) is "-" or "–" or "−";
        at += isNegative ? 1 : 0;
        var isBare = TextAt(at) is ".";
        at += isBare ? 1 : 0;
        if (at >= _tokens.Length || _tokens[at].Kind != TokenKind.Number || (at > first && _tokens[at].SpaceBefore))
        {
            return null;
        }

        var text = block.TextOf(_tokens[at]);
        var point = text.IndexOf('.');
        if (isBare && point >= 0)
        {
            return null;
        }

        Span<char> digits = stackalloc char[Math.Min(text.Length, 28)];
        var count = 0;
        foreach (var c in text)
        {
            if (c != ',' && count < digits.Length)
            {
                digits[count++] = c;
            }
        }

        if (!decimal.TryParse(digits[..count], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var decimals = isBare ? text.Length : point >= 0 ? text.Length - point - 1 : 0;
        var step = decimals is > 0 and <= 20 ? new decimal(1, 0, 0, false, (byte)decimals) : 1m;
        return new(first, at + 1, (isNegative ? -1 : 1) * value * (isBare ? step : 1), step);
    }

    /// <summary>Whole degrees of freedom are exact; broken ones, as Welch's test has, are rounded.</summary>
    private static Interval Written(Figure figure) =>
        Interval.Around(figure.Value, figure.Step < 1 ? figure.Step / 2 : 0).WithNominal(figure.Value);

    private Quantity Number(Figure figure, string relation, string dimension)
    {
        var span = block.SpanOf(figure.First, figure.End);
        var (hedge, value) = relation switch
        {
            "below" => (Hedge.LessThan, Interval.AtMost(figure.Value, open: true)),
            "at-most" => (Hedge.AtMost, Interval.AtMost(figure.Value)),
            "above" => (Hedge.MoreThan, Interval.AtLeast(figure.Value, open: true)),
            "at-least" => (Hedge.AtLeast, Interval.AtLeast(figure.Value)),
            _ => (Hedge.None, Interval.Around(figure.Value, figure.Step / 2)),
        };
        var fact = new Quantity
        {
            Document = context.Document,
            Block = block.Block,
            Prose = span,
            Sentence = block.SentenceOf(figure.First),
            Value = value,
            Nominal = figure.Value,
            Step = figure.Step,
            Hedge = hedge,
            Dimension = dimension,
            Digits = span,
        };
        if (block.Claim(figure.First, figure.End, fact))
        {
            context.Facts.Add(fact);
        }

        return fact;
    }
}
