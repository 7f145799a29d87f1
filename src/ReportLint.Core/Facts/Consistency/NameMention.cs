namespace ReportLint.Core.Facts.Consistency;

/// <summary>A name of two words or more as the text writes it.</summary>
public sealed class NameMention : Fact
{
    internal static readonly FactType FactType = new(
        "NameMention", "a name of two words or more: a person, a firm, an office", "Shaun Wright; Harland & Deane; Police and Crime Commissioner",
        new FactProperty("words", ValueKind.Text, "its words with a capital, lower case, without the small words between them", static f => Value.Of(string.Join(' ', ((NameMention)f).Words))));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>Its words with a capital, lower case.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>The small words behind each of <see cref="Words"/> but the last; empty where none stand there.</summary>
    public required IReadOnlyList<string> Joints { get; init; }

    /// <summary>The place in the prose of each of <see cref="Words"/>.</summary>
    public required IReadOnlyList<Text.TextSpan> Places { get; init; }
}

/// <summary>Two forms of what may be one name, told at the first place of the rarer form.</summary>
public sealed class NameVariant : Fact
{
    internal static readonly FactType FactType = new(
        "NameVariant", "a form of a name that another form of the document nearly matches; the rarer of the two, where it first stands", "Anette Glossop (elsewhere Annette Glossop)",
        new FactProperty("way", ValueKind.Text, "how they differ: in the spelling of a word, in a well-known spelling of a first name, in a small word between, in a word that one leaves out, or as first names that are akin, behind the same title or office", static f => Value.Of(((NameVariant)f).Way)) { Symbols = ["slip", "spelling", "joint", "akin", "shortened"] },
        new FactProperty("count", ValueKind.Number, "how often this form stands", static f => Value.Of(((NameVariant)f).Count)),
        new FactProperty("other", ValueKind.Fact, "the first place of the other form", static f => Value.Of((Fact?)((NameVariant)f).Other)) { ElementType = "Piece" },
        new FactProperty("other_count", ValueKind.Number, "how often the other form stands", static f => Value.Of(((NameVariant)f).OtherCount)),
        new FactProperty("together", ValueKind.Truth, "whether both stand in one sentence, one list or one table, as two people do", static f => Value.Of((bool?)((NameVariant)f).AreTogether)),
        new FactProperty("explained", ValueKind.Truth, "whether words beside one of them tell of kin or of a change of name", static f => Value.Of((bool?)((NameVariant)f).IsExplained)),
        new FactProperty("titled", ValueKind.Truth, "whether the word that they share is a title such as Mr", static f => Value.Of((bool?)((NameVariant)f).IsTitled)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>How they differ.</summary>
    public required string Way { get; init; }

    /// <summary>How often this form stands.</summary>
    public required int Count { get; init; }

    /// <summary>The first place of the other form.</summary>
    public required Piece Other { get; init; }

    /// <summary>How often the other form stands.</summary>
    public required int OtherCount { get; init; }

    /// <summary>True where both stand in one sentence, one list or one table.</summary>
    public required bool AreTogether { get; init; }

    /// <summary>True where words beside one of them tell of kin or of a change of name.</summary>
    public required bool IsExplained { get; init; }

    /// <summary>True where the word that they share is a title.</summary>
    public required bool IsTitled { get; init; }
}
