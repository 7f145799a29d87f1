namespace ReportLint.Core.Rules;

/// <summary>An expression as written; offsets are those of the scalar it stands in.</summary>
internal abstract record ExpressionNode(int Start, int Length)
{
    public int End => Start + Length;
}

internal sealed record NumberNode(decimal Value, int Start, int Length) : ExpressionNode(Start, Length);

internal sealed record TextNode(string Value, int Start, int Length) : ExpressionNode(Start, Length);

internal sealed record TruthNode(bool Value, int Start, int Length) : ExpressionNode(Start, Length);

/// <summary>A variable, or a symbol where no variable has this name.</summary>
internal sealed record NameNode(string Name, int Start, int Length) : ExpressionNode(Start, Length);

internal sealed record ListNode(IReadOnlyList<ExpressionNode> Items, int Start, int Length) : ExpressionNode(Start, Length);

internal sealed record PropertyNode(ExpressionNode Target, string Name, int NameStart, int Start, int Length) : ExpressionNode(Start, Length);

internal sealed record CallNode(string Name, IReadOnlyList<ExpressionNode> Arguments, int Start, int Length) : ExpressionNode(Start, Length);

internal sealed record NegateNode(ExpressionNode Operand, int Start, int Length) : ExpressionNode(Start, Length);

internal sealed record NotNode(ExpressionNode Operand, int Start, int Length) : ExpressionNode(Start, Length);

/// <summary>An operator between two operands: <c>or and = != &lt; &lt;= &gt; &gt;= ~ + - * /</c>.</summary>
internal sealed record BinaryNode(string Operator, ExpressionNode Left, ExpressionNode Right, int Start, int Length) : ExpressionNode(Start, Length);

internal sealed record InNode(ExpressionNode Operand, ExpressionNode List, int Start, int Length) : ExpressionNode(Start, Length);

internal sealed record IsKnownNode(ExpressionNode Operand, bool Known, int Start, int Length) : ExpressionNode(Start, Length);

/// <summary>A mistake in an expression: where it stands in its scalar, and what is wrong.</summary>
internal sealed class ExpressionException(int start, int length, string message) : Exception(message)
{
    public int Start { get; } = start;

    public int Length { get; } = Math.Max(1, length);
}
