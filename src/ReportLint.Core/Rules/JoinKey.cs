using ReportLint.Core.Facts;

namespace ReportLint.Core.Rules;

/// <summary>The two sides of a condition <c>this.x = earlier.y</c>, by which facts are found by hash.</summary>
/// <param name="Inner">The side that reads the term's own variable only.</param>
/// <param name="Outer">The side that reads earlier variables only.</param>
/// <param name="Property">The property of the term's facts that the inner side is and nothing more, or null.</param>
/// <param name="IsNumber">True where both sides are numbers.</param>
internal sealed record JoinKey(Evaluate Inner, Evaluate Outer, string? Property, bool IsNumber)
{
    /// <summary>The key in a condition of the term with this slot, or null.</summary>
    public static JoinKey? Of(Bound condition, int slot)
    {
        if (condition.Equality is not var (left, right))
        {
            return null;
        }

        var own = 1UL << slot;
        if (left.Slots == own && right.Slots != 0 && (right.Slots & own) == 0)
        {
            return new(left.Evaluate, right.Evaluate, PropertyOf(left), AreNumbers(left, right));
        }

        return right.Slots == own && left.Slots != 0 && (left.Slots & own) == 0 ? new(right.Evaluate, left.Evaluate, PropertyOf(right), AreNumbers(left, right)) : null;
    }

    private static bool AreNumbers(Bound left, Bound right) => left.Type.Kind == ValueKind.Number && right.Type.Kind == ValueKind.Number;

    private static string? PropertyOf(Bound bound) => bound.Node is PropertyNode { Target: NameNode, Name: var name } ? name : null;

    /// <summary>An object that equals that of every value certainly equal to this one; null where the value is not exactly known.</summary>
    public static object? Exact(Value value) => value.Kind switch
    {
        ValueKind.Number => value.Number!.Single is { } single ? single : null,
        ValueKind.Text => value.Text,
        ValueKind.Truth => value.Truth,
        ValueKind.Fact => value.Fact,
        ValueKind.Date => value.Date!.Earliest == value.Date.Latest ? value.Date.Earliest : null,
        _ => null,
    };

    /// <summary>The keys of several expressions as one object, or null where one of them is not exactly known.</summary>
    public static object? Exact(Evaluate[] expressions, Frame frame)
    {
        if (expressions.Length == 1)
        {
            return Exact(expressions[0](frame));
        }

        var parts = new object[expressions.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (Exact(expressions[i](frame)) is not { } part)
            {
                return null;
            }

            parts[i] = part;
        }

        return new Composite(parts);
    }

    private sealed class Composite(object[] parts)
    {
        private readonly object[] _parts = parts;

        public override bool Equals(object? obj) => obj is Composite other && _parts.AsSpan().SequenceEqual(other._parts);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var part in _parts)
            {
                hash.Add(part);
            }

            return hash.ToHashCode();
        }
    }
}
