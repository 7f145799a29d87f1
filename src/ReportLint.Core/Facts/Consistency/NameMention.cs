namespace ReportLint.Core.Facts.Consistency;

/// <summary>A name of two words or more as the text writes it.</summary>
public sealed class NameMention : Fact
{
    internal static readonly FactType FactType = new(
        "NameMention", "a name of two words or more: a person, a firm, an office", "Shaun Wright; Harland & Deane; Police and Crime Commissioner",
        new FactProperty("words", ValueKind.Text, "its words with a capital, lower case, without the small words between them", static f => Value.Of(string.Join(' ', ((NameMention)f).Words))));

    private readonly NameTexts _texts;

    internal NameMention(NameTexts texts, NamePart[] parts) => (_texts, Parts) = (texts, parts);

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>Its words with a capital, lower case.</summary>
    public IReadOnlyList<string> Words
    {
        get
        {
            if (field is null)
            {
                var words = new string[Parts.Length];
                for (var i = 0; i < words.Length; i++)
                {
                    words[i] = Word(i);
                }

                field = words;
            }

            return field;
        }
    }

    /// <summary>Its words with a capital and what joins them.</summary>
    internal NamePart[] Parts { get; }

    /// <summary>True where small words stand between its words.</summary>
    internal bool HasJoints
    {
        get
        {
            foreach (ref readonly var part in Parts.AsSpan())
            {
                if (part.Joint != 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>One of its words with a capital, lower case.</summary>
    internal string Word(Index at) => _texts[Parts[at].Word];

    /// <summary>The small words behind one of its words; empty where none stand there.</summary>
    internal string Joint(int at) => _texts[Parts[at].Joint];
}

/// <summary>A word of a name with a capital.</summary>
/// <param name="Word">Its number in the texts of the document's names.</param>
/// <param name="Joint">The number of the small words between it and the next; 0 for none, and for the last word.</param>
/// <param name="Place">Its place in the prose.</param>
internal readonly record struct NamePart(int Word, int Joint, Text.TextSpan Place);

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
