using ReportLint.Core.Facts;
using ReportLint.Core.Fixes;

namespace ReportLint.Core.Rules;

/// <summary>A fix with the number that it replaces.</summary>
/// <param name="Fix">The fix.</param>
/// <param name="Target">The number, or null where it replaces something else.</param>
/// <param name="Meant">What the number would be.</param>
internal readonly record struct FixCandidate(CodeFix Fix, NumericFact? Target, decimal Meant);

/// <summary>
/// Which number is the odd one out. Each candidate for a fix is asked what slip would explain it; the best explained comes
/// first, and the message says so where it is explained better than every other.
/// </summary>
internal sealed class Diagnosis
{
    private readonly FactStore _facts;
    private NumberIndex? _byValue;

    private readonly record struct RankedFix(FixCandidate Candidate, SlipKind Kind);

    /// <summary>A diagnosis over the facts of one document.</summary>
    public Diagnosis(FactStore facts) => _facts = facts;

    /// <summary>The fixes, best explained first, and what to say of the best, or an empty text.</summary>
    /// <param name="candidates">The candidates in the order of the rule, which decides between equals.</param>
    /// <param name="operands">The numbers of the finding: where they stand is not elsewhere.</param>
    public (IReadOnlyList<CodeFix> Fixes, string Remark) Judge(List<FixCandidate> candidates, IReadOnlyCollection<Fact> operands)
    {
        var ranked = new List<RankedFix>(candidates.Count);
        foreach (var candidate in candidates)
        {
            var kind = KindOf(candidate, operands);
            var at = ranked.Count;
            while (at > 0 && ranked[at - 1].Kind < kind)
            {
                at--;
            }

            ranked.Insert(at, new(candidate, kind));
        }

        var fixes = new CodeFix[ranked.Count];
        for (var i = 0; i < fixes.Length; i++)
        {
            fixes[i] = ranked[i].Candidate.Fix;
        }

        return (fixes, ranked.Count > 0 ? Remark(ranked) : "");
    }

    /// <summary>The slip that explains a candidate. One off explains nothing where every number could be, nor one other digit in a short number.</summary>
    private SlipKind KindOf(FixCandidate candidate, IReadOnlyCollection<Fact> operands)
    {
        if (candidate.Target is not { } target)
        {
            return SlipKind.None;
        }

        var kind = StandsElsewhere(target, candidate.Meant, operands) ? SlipKind.Stale : SlipKinds.Of(target, candidate.Meant);
        return kind > SlipKind.Mistyped || (kind == SlipKind.Mistyped && Math.Abs(target.Nominal) / target.Step >= LeastForMistyped) ? kind : SlipKind.None;
    }

    private const int LeastForMistyped = 100;

    private static string Remark(List<RankedFix> ranked)
    {
        var ((fix, target, meant), kind) = ranked[0];
        var isAlone = ranked.Count == 1 || ranked[1].Kind < kind;
        if (target is null || !isAlone || kind == SlipKind.None || (kind == SlipKind.Mistyped && ranked.Count == 1))
        {
            return "";
        }

        var form = NumberForm.Of(target);
        // A slip is one of the digits that were written, so what was meant is told with as many.
        var told = kind == SlipKind.Stale || target.Step <= 0 ? meant : Math.Round(meant / target.Step, MidpointRounding.AwayFromZero) * target.Step;
        var right = form?.Show(told) ?? NumberWriter.Plain(told);
        var text = ValueFormatter.OneLine(target.Text);
        return kind switch
        {
            SlipKind.Stale => $"; elsewhere it is {right}, so {text} may be out of date",
            SlipKind.Swapped => $"; {text} may be {right} with two digits swapped",
            SlipKind.Lost => $"; {text} may be {right} with a digit lost",
            SlipKind.Added => $"; {text} may be {right} with a digit too many",
            _ => $"; {text} may be {right} with one digit mistyped",
        };
    }

    /// <summary>True where another sentence says the number of the same thing: same unit, head noun, period, and qualifiers.</summary>
    private bool StandsElsewhere(NumericFact target, decimal meant, IReadOnlyCollection<Fact> operands)
    {
        if (target.Key.Head is not { } head)
        {
            return false;
        }

        var others = _byValue ??= new(_facts.OfType(NumericFact.NumberType));
        for (var at = others.First(meant, target.Unit); at >= 0; at = others.Next(at))
        {
            var other = others[at];
            if (other.Block != target.Block && other.Key.Head == head && other.Key.Qualifiers == target.Key.Qualifiers &&
                other.Key.Period == target.Key.Period && other.Key.Location == target.Key.Location && !operands.Contains(other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The numbers of a document by value and unit, in its order; a few of each, which are as good as many and keep the search short.</summary>
    private sealed class NumberIndex
    {
        private const int MostOfOneValue = 20;

        // Chains by hash, all in arrays: a document may have a number for every third word. Numbers are held one higher, so that 0 is none.
        private readonly IReadOnlyList<Fact> _numbers;
        private readonly int[] _buckets;
        private readonly int[] _nextValue;
        private readonly int[] _nextSame;
        private readonly int[] _lastSame;
        private readonly int[] _counts;

        public NumberIndex(IReadOnlyList<Fact> numbers)
        {
            _numbers = numbers;
            var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, numbers.Count));
            (_buckets, _nextValue, _nextSame, _lastSame, _counts) = (new int[size], new int[numbers.Count], new int[numbers.Count], new int[numbers.Count], new int[numbers.Count]);
            for (var i = 0; i < numbers.Count; i++)
            {
                var number = this[i];
                var first = First(number.Nominal, number.Unit);
                if (first < 0)
                {
                    ref var bucket = ref _buckets[Bucket(number.Nominal)];
                    (_nextValue[i], bucket, _lastSame[i]) = (bucket, i + 1, i);
                }
                else if (++_counts[first] < MostOfOneValue)
                {
                    _nextSame[_lastSame[first]] = i + 1;
                    _lastSame[first] = i;
                }
            }
        }

        public NumericFact this[int at] => (NumericFact)_numbers[at];

        /// <summary>The first number of a value and unit, or -1.</summary>
        public int First(decimal value, string unit)
        {
            for (var i = _buckets[Bucket(value)]; i > 0; i = _nextValue[i - 1])
            {
                if (this[i - 1].Nominal == value && this[i - 1].Unit == unit)
                {
                    return i - 1;
                }
            }

            return -1;
        }

        /// <summary>The next number of the same value and unit, or -1.</summary>
        public int Next(int at) => _nextSame[at] - 1;

        private int Bucket(decimal value)
        {
            var hash = (uint)value.GetHashCode() * 0x9E3779B1u;
            return (int)(hash >> 7) & (_buckets.Length - 1);
        }
    }
}
