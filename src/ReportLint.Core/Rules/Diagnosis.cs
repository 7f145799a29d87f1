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
    private Dictionary<NumberKey, List<NumericFact>>? _byValue;

    private sealed class NumberKey(decimal value, string unit) : IEquatable<NumberKey>
    {
        private readonly decimal _value = value;
        private readonly string _unit = unit;

        public bool Equals(NumberKey? other) => other is not null && _value == other._value && _unit == other._unit;

        public override bool Equals(object? obj) => Equals(obj as NumberKey);

        public override int GetHashCode() => _value.GetHashCode();
    }

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
        if (target.Key.Head is not { } head || !ByValue().TryGetValue(new(meant, target.Unit), out var others))
        {
            return false;
        }

        foreach (var other in others)
        {
            if (other.Block != target.Block && other.Key.Head == head && other.Key.Qualifiers == target.Key.Qualifiers &&
                other.Key.Period == target.Key.Period && other.Key.Location == target.Key.Location && !operands.Contains(other))
            {
                return true;
            }
        }

        return false;
    }

    private Dictionary<NumberKey, List<NumericFact>> ByValue()
    {
        if (_byValue is null)
        {
            _byValue = [];
            foreach (var fact in _facts.OfType(NumericFact.NumberType))
            {
                var number = (NumericFact)fact;
                var key = new NumberKey(number.Nominal, number.Unit);
                if (!_byValue.TryGetValue(key, out var list))
                {
                    _byValue[key] = list = [];
                }

                // A few are as good as many, and keep the search short.
                if (list.Count < MostOfOneValue)
                {
                    list.Add(number);
                }
            }
        }

        return _byValue;
    }

    private const int MostOfOneValue = 20;
}
