using ReportLint.Core.Facts.Dates;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>A date that a list of dates, a table or a phrase gives to what a sentence gives another date, one slip away.</summary>
public sealed class RetoldDate : Fact
{
    internal static readonly FactType FactType = new(
        "RetoldDate", "a date in a list of dates, a table or a phrase, where a sentence with the same telling words has a date that is one slip away", "the fire of 17 November … a fire broke out on 7 November",
        new FactProperty("label", ValueKind.Text, "the words that it is the date of, as written", static f => Value.Of(((RetoldDate)f).Label)),
        new FactProperty("when", ValueKind.Fact, "the date", static f => Value.Of((Fact?)((RetoldDate)f).When)) { ElementType = "DateMention" },
        new FactProperty("other", ValueKind.Fact, "the date in the sentence", static f => Value.Of((Fact?)((RetoldDate)f).Other)) { ElementType = "DateMention" },
        new FactProperty("changing", ValueKind.Truth, "whether words beside one of them tell of another day as well (lexicon date-change-words)", static f => Value.Of((bool?)((RetoldDate)f).IsChanging)),
        new FactProperty("settled", ValueKind.Truth, "whether both days are told more than once, or a list has both", static f => Value.Of((bool?)((RetoldDate)f).IsSettled)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>The words that it is the date of.</summary>
    public required string Label { get; init; }

    /// <summary>The date.</summary>
    public required DateMention When { get; init; }

    /// <summary>The date in the sentence.</summary>
    public required DateMention Other { get; init; }

    /// <summary>True where words beside one of them tell of another day as well.</summary>
    public required bool IsChanging { get; init; }

    /// <summary>True where both days are told more than once, or a list has both.</summary>
    public required bool IsSettled { get; init; }
}
