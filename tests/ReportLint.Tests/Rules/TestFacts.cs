using NodaTime;
using ReportLint.Core.Documents;
using ReportLint.Core.Facts;
using ReportLint.Core.Text;
using Interval = ReportLint.Core.Facts.Interval;

namespace ReportLint.Tests.Rules;

/// <summary>Fact types for tests alone, with facts that are made by hand.</summary>
internal sealed class TestFact(FactType type, Value[] slots) : Fact
{
    public static readonly FactType Item = new(
        "Item", "something for tests", "x",
        Property(0, "key", ValueKind.Number),
        Property(1, "value", ValueKind.Number),
        Property(2, "name", ValueKind.Text),
        Property(3, "colour", ValueKind.Text) with { Symbols = ["red", "green", "blue"] },
        Property(4, "day", ValueKind.Date),
        Property(5, "sure", ValueKind.Truth),
        Property(6, "parts", ValueKind.List) with { ElementType = "Item" },
        Property(7, "next", ValueKind.Fact) with { ElementType = "Item" });

    public static readonly FactType Other = new(
        "Other", "something else for tests", "y",
        Property(0, "key", ValueKind.Number),
        Property(1, "size", ValueKind.Number),
        Property(2, "word", ValueKind.Text));

    public static readonly FactType Sole = new("Sole", "at most one of these", "z", Property(0, "key", ValueKind.Number)) { IsSingleton = true };

    public static readonly FactType Broken = new("Broken", "its property throws", "b",
        new FactProperty("key", ValueKind.Number, "throws", static _ => throw new InvalidOperationException("no key today")));

    public static readonly FactType[] Types = [Item, Other, Sole, Broken];

    public static readonly ReportDocument Draft = MakeDocument();

    public override FactType Type { get; } = type;

    public static TestFact Make(FactType type, int offset, params (string Name, Value Value)[] values)
    {
        var slots = new Value[8];
        foreach (var (name, value) in values)
        {
            slots[type.Properties.Select(static p => p.Name).ToList().IndexOf(name)] = value;
        }

        return new TestFact(type, slots) { Document = Draft, Block = Draft.Blocks[0], Prose = new TextSpan(offset, 3), Sentence = 0 };
    }

    public static Value Number(decimal value) => Value.Of((decimal?)value);

    public static Value Between(decimal low, decimal high) => Value.Of(Interval.Between(low, high));

    public static Value Day(int year, int month, int day) => Value.Of(new DateRange(new LocalDate(year, month, day), new LocalDate(year, month, day)));

    private static FactProperty Property(int slot, string name, ValueKind kind) =>
        new(name, kind, "for tests", fact => ((TestFact)fact).Slots[slot]);

    private Value[] Slots { get; } = slots;

    private static ReportDocument MakeDocument()
    {
        var source = new SourceText(string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"{i % 1000:000} ")));
        var prose = new ProseBuilder().AddVerbatim(source, new TextSpan(0, source.Length)).Build();
        return new ReportDocument("test.md", source, DocumentFormat.Markdown, [new Block { Kind = BlockKind.Paragraph, Prose = prose }]);
    }
}
