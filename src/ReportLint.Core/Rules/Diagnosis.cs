using System.Runtime.CompilerServices;
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

    // The kinds of slip of the candidates at hand.
    private SlipKind[] _kinds = new SlipKind[4];

    /// <summary>A diagnosis over the facts of one document.</summary>
    public Diagnosis(FactStore facts) => _facts = facts;

    /// <summary>The fixes, best explained first, and what to say of the best, or an empty text.</summary>
    /// <param name="candidates">The candidates in the order of the rule, which decides between equals; they are put in the order of the fixes.</param>
    /// <param name="at">What the finding underlines: where it stands is not elsewhere.</param>
    /// <param name="related">The other facts of the finding.</param>
    public (IReadOnlyList<CodeFix> Fixes, string Remark) Judge(List<FixCandidate> candidates, Fact at, Fact[] related)
    {
        if (candidates.Count == 0)
        {
            return ([], "");
        }

        if (_kinds.Length < candidates.Count)
        {
            _kinds = new SlipKind[2 * candidates.Count];
        }

        for (var i = 0; i < candidates.Count; i++)
        {
            var (candidate, place) = (candidates[i], i);
            var kind = KindOf(candidate, at, related);
            for (; place > 0 && _kinds[place - 1] < kind; place--)
            {
                (candidates[place], _kinds[place]) = (candidates[place - 1], _kinds[place - 1]);
            }

            (candidates[place], _kinds[place]) = (candidate, kind);
        }

        var fixes = new CodeFix[candidates.Count];
        for (var i = 0; i < fixes.Length; i++)
        {
            fixes[i] = candidates[i].Fix;
        }

        return (fixes, Remark(candidates));
    }

    /// <summary>The slip that explains a candidate. One off explains nothing where every number could be, nor one other digit in a short number.</summary>
    private SlipKind KindOf(FixCandidate candidate, Fact at, Fact[] related)
    {
        if (candidate.Target is not { } target)
        {
            return SlipKind.None;
        }

        var kind = StandsElsewhere(target, candidate.Meant, at, related) ? SlipKind.Stale : SlipKinds.Of(target, candidate.Meant);
        return kind > SlipKind.Mistyped || (kind == SlipKind.Mistyped && Math.Abs(target.Nominal) / target.Step >= LeastForMistyped) ? kind : SlipKind.None;
    }

    private const int LeastForMistyped = 100;

    private string Remark(List<FixCandidate> ranked)
    {
        var ((_, target, meant), kind) = (ranked[0], _kinds[0]);
        var isAlone = ranked.Count == 1 || _kinds[1] < kind;
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
    private bool StandsElsewhere(NumericFact target, decimal meant, Fact at, Fact[] related)
    {
        if (target.Key.Head is not { } head)
        {
            return false;
        }

        var others = _byValue ??= new(_facts.ListOfType(NumericFact.NumberType));
        for (var i = others.First(meant, target.Unit); i >= 0; i = others.Next(i))
        {
            var other = others[i];
            if (other.Block != target.Block && other.Key.Head == head && other.Key.Qualifiers == target.Key.Qualifiers &&
                other.Key.Period == target.Key.Period && other.Key.Location == target.Key.Location && other != at && Array.IndexOf(related, other) < 0)
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
        private readonly List<Fact> _numbers;
        private readonly int[] _buckets;
        private readonly int[] _nextValue;
        private readonly int[] _nextSame;
        private readonly int[] _lastSame;
        private readonly int[] _counts;

        public NumberIndex(List<Fact> numbers)
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

        // Numbers are all that the list has, so a cast for each look would be in vain.
        public NumericFact this[int at] => Unsafe.As<NumericFact>(_numbers[at]);

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
