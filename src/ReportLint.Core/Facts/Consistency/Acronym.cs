namespace ReportLint.Core.Facts.Consistency;

/// <summary>A short form: each place where the text expands it, and the first place of one that it never expands.</summary>
public sealed class Acronym : Fact
{
    internal static readonly FactType FactType = new(
        "Acronym", "a short form in capitals: each place where the text expands it, and the first place of one that it never expands", "Joint Shoreline Panel (JSP); PRU stands for pupil referral unit",
        new FactProperty("short", ValueKind.Text, "the short form, without a plural's s", static f => Value.Of(((Acronym)f).Short)),
        new FactProperty("expansion", ValueKind.Text, "what it stands for, as written; unknown where the text never says", static f => Value.Of(((Acronym)f).Expansion)),
        new FactProperty("key", ValueKind.Text, "the expansion's words in one form: lower case, singular, without small words", static f => Value.Of(((Acronym)f).Key)),
        new FactProperty("other", ValueKind.Fact, "the first place where it is expanded to something else; unknown where there is none before", static f => Value.Of((Fact?)((Acronym)f).Other)) { ElementType = "Acronym" },
        new FactProperty("count", ValueKind.Number, "how often the short form stands in running text", static f => Value.Of(((Acronym)f).Count)),
        new FactProperty("blocks", ValueKind.Number, "in how many paragraphs and items of running text it stands", static f => Value.Of(((Acronym)f).Blocks)),
        new FactProperty("linked", ValueKind.Truth, "whether one of its places is a link, which explains it", static f => Value.Of((bool?)((Acronym)f).IsLinked)),
        new FactProperty("word", ValueKind.Truth, "whether the text also has it in other letters: a word that shouts", static f => Value.Of((bool?)((Acronym)f).IsWord)),
        new FactProperty("known", ValueKind.Truth, "whether lexicon/known-acronyms.yml or the configuration lists it", static f => Value.Of((bool?)((Acronym)f).IsKnown)),
        new FactProperty("expanded_others", ValueKind.Number, "how many other short forms the document expands", static f => Value.Of(((Acronym)f).ExpandedOthers)),
        new FactProperty("strangers", ValueKind.Number, "how many other short forms the document neither expands nor lists as known", static f => Value.Of(((Acronym)f).Strangers)),
        new FactProperty("body", ValueKind.Truth, "whether an article stands before it each time, as before a committee's: the ECSG", static f => Value.Of((bool?)((Acronym)f).IsBody)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>The short form, without a plural's s.</summary>
    public required string Short { get; init; }

    /// <summary>What it stands for, or null where the text never says.</summary>
    public string? Expansion { get; init; }

    /// <summary>The expansion's words in one form, or null.</summary>
    public string? Key { get; init; }

    /// <summary>The first place where it is expanded to something else, or null.</summary>
    public Acronym? Other { get; internal set; }

    /// <summary>How often the short form stands in running text.</summary>
    public int Count { get; internal set; }

    /// <summary>In how many paragraphs and items of running text it stands; 0 where the text expands it.</summary>
    public int Blocks { get; init; }

    /// <summary>True where one of its places is a link.</summary>
    public bool IsLinked { get; init; }

    /// <summary>True where the text also has it in other letters.</summary>
    public bool IsWord { get; init; }

    /// <summary>True where a list names it.</summary>
    public bool IsKnown { get; init; }

    /// <summary>How many other short forms the document expands.</summary>
    public int ExpandedOthers { get; internal set; }

    /// <summary>How many other short forms the document neither expands nor lists as known.</summary>
    public int Strangers { get; init; }

    /// <summary>True where an article stands before it each time.</summary>
    public bool IsBody { get; init; }
}
