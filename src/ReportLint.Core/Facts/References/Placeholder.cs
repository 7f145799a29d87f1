namespace ReportLint.Core.Facts.References;

/// <summary>Text that was left to be filled in.</summary>
public sealed class Placeholder : Fact
{
    internal static readonly FactType FactType = new(
        "Placeholder", "text that was left to be filled in", "TK; £XX; [insert name]; [citation needed]; lorem ipsum",
        new FactProperty("kind", ValueKind.Text, "what it looks like", static f => Value.Of(((Placeholder)f).Kind))
        {
            Symbols = ["mark", "brackets", "figure", "filler", "pending"],
        });

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>What it looks like: <c>mark</c>, <c>brackets</c>, <c>figure</c>, <c>filler</c> or <c>pending</c>.</summary>
    public required string Kind { get; init; }
}
