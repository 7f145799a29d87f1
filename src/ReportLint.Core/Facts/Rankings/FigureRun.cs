using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Rankings;

/// <summary>Reads the first plain list of figures of a sentence, with nothing but commas and conjunctions between them: <c>61, 72, 83 and 75</c>.</summary>
internal sealed class FigureRun(Lexicon conjunctions)
{
    /// <summary>Fewest figures that make a list.</summary>
    private const int Fewest = NamedFigures.Fewest;

    private readonly List<NamedFigure> _found = new(16);

    /// <summary>The figures in order, all of one unit and without names; empty where there is no such list.</summary>
    public List<NamedFigure> Read(TokenizedBlock block, Range sentence)
    {
        var found = _found;
        found.Clear();
        NumericFact? last = null;
        for (var at = sentence.Start.Value; at < sentence.End.Value; at++)
        {
            if (block.MentionAt(at) is NumericFact number)
            {
                var end = at + 1;
                while (end < sentence.End.Value && block.MentionAt(end) == number)
                {
                    end++;
                }

                var isFit = number is { IsCompound: false, IsRangeEnd: false, IsInQuotation: false } && (last is null || NamedFigures.SameUnit(last, number));
                if (!isFit && found.Count >= Fewest)
                {
                    break;
                }

                if (!isFit)
                {
                    found.Clear();
                }

                if (isFit || number is { IsCompound: false, IsRangeEnd: false, IsInQuotation: false })
                {
                    found.Add(new NamedFigure(new Mention(at, end, number), at, end, null));
                    last = number;
                }

                at = end - 1;
            }
            else if (last is not null && !IsJoint(block, at))
            {
                if (found.Count >= Fewest)
                {
                    break;
                }

                found.Clear();
                last = null;
            }
        }

        return found.Count >= Fewest ? [.. found] : NamedFigures.None;
    }

    private bool IsJoint(TokenizedBlock block, int at) =>
        block.TextOf(block.Tokens[at]) is "," || conjunctions.Match(block.Tokens, at).Length > 0;
}
