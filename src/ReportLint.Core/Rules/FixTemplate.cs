using ReportLint.Core.Facts;
using ReportLint.Core.Fixes;
using ReportLint.Core.Text;

namespace ReportLint.Core.Rules;

/// <summary><c>replace FACT with EXPRESSION</c>.</summary>
internal sealed record FixTemplate(Evaluate Target, Evaluate Replacement, bool IsSafe)
{
    /// <summary>Compiles a fix.</summary>
    /// <exception cref="ExpressionException">It has another form, or an expression has a mistake.</exception>
    public static FixTemplate Parse(string text, Binder binder)
    {
        var (target, replacement, isSafe) = ExpressionParser.ParseFix(text);
        var with = binder.Bind(replacement);
        return with.Type.Kind is ValueKind.Number or ValueKind.Text or ValueKind.Fact or ValueKind.Unknown
            ? new(Binder.Expect(binder.Bind(target), ValueKind.Fact).Evaluate, with.Evaluate, isSafe)
            : throw Binder.Mistake(replacement, $"a fix puts in a number, a text or a fact's text, but this is {with.Type}");
    }

    /// <summary>The fix for the variables' values, or null where the replacement is unknown or changes nothing.</summary>
    public CodeFix? Make(Frame frame)
    {
        if (Target(frame).Fact is not { } target || Write(target, Replacement(frame)) is not { } text)
        {
            return null;
        }

        var prose = target is NumericFact number && !IsWhole(text.Kind) ? number.Digits : target.Prose;
        var span = target is NumericFact && prose != target.Prose ? target.Block.Prose.ToSource(prose) : target.Span;
        var old = target.Block.Prose.Text.Substring(prose.Start, prose.Length);
        return old == text.Text || target.Document.Source.ToString(span) == text.Text ? null
            : new CodeFix($"Replace {ValueFormatter.OneLine(old)} with {ValueFormatter.OneLine(text.Text)}", [new TextChange(span, text.Text)], IsSafe);
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
