using ReportLint.Core.Facts;
using ReportLint.Core.Fixes;
using ReportLint.Core.Text;

namespace ReportLint.Core.Rules;

/// <summary><c>replace FACT with EXPRESSION</c>, or <c>replace each LIST with EXPRESSION</c>, in which <c>it</c> is the element.</summary>
/// <param name="Target">The fact, or the list of facts.</param>
/// <param name="Replacement">What it would be.</param>
/// <param name="Slot">The place of <c>it</c>, or -1.</param>
/// <param name="IsSafe">True where no person needs to look at it.</param>
internal sealed record FixTemplate(Evaluate Target, Evaluate Replacement, int Slot, bool IsSafe)
{
    /// <summary>Compiles a fix.</summary>
    /// <param name="text">The fix as written.</param>
    /// <param name="binder">The variables.</param>
    /// <param name="freeSlot">A place of which no variable makes use.</param>
    /// <exception cref="ExpressionException">It has another form, or an expression has a mistake.</exception>
    public static FixTemplate Parse(string text, Binder binder, int freeSlot)
    {
        var (target, replacement, isEach, isSafe) = ExpressionParser.ParseFix(text);
        var targets = binder.Bind(target);
        if (isEach)
        {
            var element = targets.Type is { Kind: ValueKind.List, Element: { } type } ? type : throw Binder.Mistake(target, $"'each' takes a list, but this is {targets.Type}");
            binder = binder.With(new Variable("it", freeSlot, element));
        }
        else
        {
            targets = Binder.Expect(targets, ValueKind.Fact);
        }

        var with = binder.Bind(replacement);
        return with.Type.Kind is ValueKind.Number or ValueKind.Text or ValueKind.Fact or ValueKind.Unknown
            ? new(targets.Evaluate, with.Evaluate, isEach ? freeSlot : -1, isSafe)
            : throw Binder.Mistake(replacement, $"a fix puts in a number, a text or a fact's text, but this is {with.Type}");
    }

    /// <summary>Adds the fixes for the variables' values; none where the replacement is unknown or changes nothing, or a number would become negative.</summary>
    public void Make(Frame frame, List<FixCandidate> candidates)
    {
        var targets = Target(frame);
        if (Slot < 0)
        {
            if (Make(targets.Fact, frame) is { } only)
            {
                candidates.Add(only);
            }

            return;
        }

        if (targets.List is not { } list)
        {
            return;
        }

        foreach (var target in list)
        {
            frame.Spend(1);
            frame.Slots[Slot] = target;
            if (Make(target.Fact, frame) is { Meant: > 0 } candidate)
            {
                candidates.Add(candidate);
            }
        }
    }

    private FixCandidate? Make(Fact? target, Frame frame)
    {
        if (target is null || Replacement(frame) is var value && Write(target, value) is not { } text)
        {
            return null;
        }

        var prose = target is NumericFact number && !IsWhole(text.Kind) ? number.Digits : target.Prose;
        var span = target is NumericFact && prose != target.Prose ? target.Block.Prose.ToSource(prose) : target.Span;
        var old = target.Block.Prose.Text.Substring(prose.Start, prose.Length);
        if (old == text.Text || target.Document.Source.ToString(span) == text.Text)
        {
            return null;
        }

        var fix = new CodeFix($"Replace {ValueFormatter.OneLine(old)} with {ValueFormatter.OneLine(text.Text)}", [new TextChange(span, text.Text)], IsSafe);
        return text.Kind == ValueKind.Number && Operators.Scalar(value).Number is { } meant && (meant.Single ?? meant.Nominal) is { } plain
            ? new FixCandidate(fix, target as NumericFact, plain)
            : new FixCandidate(fix, null, 0);
    }

    private static bool IsWhole(ValueKind written) => written != ValueKind.Number;

    private static (string Text, ValueKind Kind)? Write(Fact target, Value value)
    {
        if (value.Fact is NumericFact { } other && target is NumericFact)
        {
            value = Value.Of(other.ValueForRules);
        }

        if (value.Number is { } number)
        {
            return (number.Single ?? number.Nominal) is { } plain && InFormOf(target, plain) is { } written ? (written, ValueKind.Number) : null;
        }

        return value.Text is { } text ? (text, ValueKind.Text) : value.Fact is { } fact ? (fact.Text, ValueKind.Text) : null;
    }

    /// <summary>In the form of a number fact; any other fact must be plain digits, such as the year in a date.</summary>
    private static string? InFormOf(Fact target, decimal value) =>
        target is NumericFact number ? NumberWriter.Like(number, value)
        : value == Math.Truncate(value) && value >= 0 && target.Text.All(char.IsAsciiDigit) ? value.ToString("0", System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
