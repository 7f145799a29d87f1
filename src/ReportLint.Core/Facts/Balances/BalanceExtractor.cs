using ReportLint.Core.Documents;
using ReportLint.Core.Facts.Claims;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Balances;

/// <summary>
/// Finds a balance, its movements and the balance afterwards in neighbouring sentences of a paragraph. Every number of that unit from the
/// first sentence to the last must have a role, given by the words beside it; otherwise nothing is found.
/// </summary>
internal sealed class BalanceExtractor : IFactExtractor
{
    public IReadOnlyList<FactType> Types { get; } = [FigureClaims.Balance];

    public void Extract(AnalysisContext context)
    {
        var settings = new FigureSettings(context.Knowledge.Settings("figures"));
        var roles = new RoleReader(context.Knowledge.Lexicon("balance-words"), context.Knowledge.Lexicon("clause-conjunctions"), settings);
        var blockers = context.Knowledge.Lexicon("balance-blockers");
        var numbers = new List<Mention>(16);
        foreach (var block in context.Blocks)
        {
            if (!block.HasQuantities(settings.BalanceFewest) || block.Block.Kind == BlockKind.TableCell || !roles.MayTell(block))
            {
                continue;
            }

            numbers.Clear();
            foreach (var mention in block.Mentions)
            {
                if (mention.Fact is Quantity { IsCompound: false, Dimension: "count" or "money" or "mass" or "volume" })
                {
                    numbers.Add(mention);
                }
            }

            if (numbers.Count >= settings.BalanceFewest)
            {
                Find(context, block, numbers, roles, blockers, settings);
            }
        }
    }

    private static void Find(AnalysisContext context, TokenizedBlock block, List<Mention> numbers, RoleReader roles, Lexicon blockers, FigureSettings settings)
    {
        var read = new RoleReading[numbers.Count];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = roles.Read(block, numbers[i]);
        }

        for (var first = 0; first + settings.BalanceFewest <= numbers.Count;)
        {
            var end = read[first].MayOpen ? EndOf(block, numbers, read, first, blockers, settings) : 0;
            if (end > 0)
            {
                Add(context, block, numbers, read, first, end);
            }

            first = Math.Max(end, first + 1);
        }
    }

    /// <summary>The position behind the last number of the balance that opens with a number, or 0.</summary>
    private static int EndOf(TokenizedBlock block, List<Mention> numbers, RoleReading[] read, int first, Lexicon blockers, FigureSettings settings)
    {
        var opening = (Quantity)numbers[first].Fact;
        var (movements, inflows, outflows, closing) = (0, 0, 0, -1);
        var i = first + 1;
        for (; i < numbers.Count && i < first + settings.BalanceMost; i++)
        {
            var number = (Quantity)numbers[i].Fact;
            if (number.Sentence - opening.Sentence >= settings.BalanceSentences)
            {
                break;
            }

            if (number.Dimension != opening.Dimension || number.Unit != opening.Unit)
            {
                continue;
            }

            if (read[i].Movement is { } movement)
            {
                movements++;
                _ = movement == "in" ? inflows++ : outflows++;
            }
            else if (closing < 0 && read[i].MayClose)
            {
                closing = i;
            }
            else
            {
                break;
            }

            if (closing >= 0 && movements >= 1 && (i + 1 == numbers.Count || read[i + 1].Movement is null || numbers[i + 1].Fact.Sentence > number.Sentence))
            {
                i++;
                break;
            }
        }

        // One movement is enough where both ends are called so: "brought forward … the surplus … carried forward".
        var isSure = closing >= 0 && (inflows > 0 && outflows > 0
            ? read[first].IsOpening || read[closing].IsClosing || (read[first].IsDated && read[closing].IsDated)
            : movements > 0 && read[first].IsOpening && read[closing].IsClosing);
        return isSure && IsFree(block, numbers[first].FirstToken, numbers[i - 1].EndToken, blockers) ? i : 0;
    }

    private static bool IsFree(TokenizedBlock block, int from, int to, Lexicon blockers)
    {
        for (var i = from; i < to; i++)
        {
            if (blockers.Match(block.Tokens, i).Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void Add(AnalysisContext context, TokenizedBlock block, List<Mention> numbers, RoleReading[] read, int first, int end)
    {
        var opening = (Quantity)numbers[first].Fact;
        var (inflows, outflows) = (new List<Fact>(), new List<Fact>());
        Fact closing = opening;
        for (var i = first + 1; i < end; i++)
        {
            if (numbers[i].Fact is not Quantity number || number.Dimension != opening.Dimension || number.Unit != opening.Unit)
            {
                continue;
            }

            if (read[i].Movement is { } movement)
            {
                (movement == "in" ? inflows : outflows).Add(number);
            }
            else
            {
                closing = number;
            }
        }

        context.Facts.Add(new PhraseFact(FigureClaims.Balance, [Value.Of(opening), Value.Of(inflows), Value.Of(outflows), Value.Of(closing)])
        {
            Document = context.Document,
            Block = block.Block,
            Prose = closing.Prose,
            Sentence = closing.Sentence,
        });
    }
}
