using ReportLint.Core.Facts.Dates;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>An event that happens once, with its date.</summary>
public sealed class DatedEvent : Fact
{
    internal static readonly FactType FactType = new(
        "DatedEvent", "an event that happens once to its subject, with its date", "the company was founded in 1911; Jan Dekker (born 1956)",
        new FactProperty("event", ValueKind.Text, "what happened, a meaning in lexicon/once-events.yml", static f => Value.Of(((DatedEvent)f).Event)),
        new FactProperty("subject", ValueKind.Text, "to whom or what, lower case", static f => Value.Of(((DatedEvent)f).Subject)),
        new FactProperty("when", ValueKind.Fact, "the date", static f => Value.Of((Fact?)((DatedEvent)f).When)) { ElementType = "DateMention" },
        new FactProperty("named", ValueKind.Truth, "whether the subject is a name, and not a word such as company", static f => Value.Of((bool?)((DatedEvent)f).IsNamed)),
        new FactProperty("unique", ValueKind.Truth, "whether the document speaks of one such subject only: no plural, no other, new or second one", static f => Value.Of((bool?)((DatedEvent)f).IsUnique)),
        new FactProperty("other", ValueKind.Fact, "the first mention of the same event of the same subject with a date that this one does not allow; unknown where there is none", static f => Value.Of((Fact?)((DatedEvent)f).Other)) { ElementType = "DatedEvent" });

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>What happened.</summary>
    public required string Event { get; init; }

    /// <summary>To whom or what, lower case.</summary>
    public string Subject { get; internal set; } = "";

    /// <summary>The date.</summary>
    public required DateMention When { get; init; }

    /// <summary>True where the subject is a name.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>True where the document speaks of one such subject only.</summary>
    public required bool IsUnique { get; init; }

    /// <summary>The first mention with a date that this one does not allow, or null.</summary>
    public DatedEvent? Other { get; internal set; }
}
