namespace ReportLint.Core.Facts.Keys;

/// <summary>What a word or mark is to the keys of the numbers around it.</summary>
[Flags]
internal enum KeyTraits
{
    /// <summary>It was not looked at.</summary>
    None = 0,

    /// <summary>It was looked at.</summary>
    Known = 1 << 0,

    /// <summary>A word that can stand in a noun phrase.</summary>
    Noun = 1 << 1,

    /// <summary>A word that looks like a plural.</summary>
    Plural = 1 << 2,

    /// <summary>A hyphen without a space before it.</summary>
    Hyphen = 1 << 3,

    /// <summary>A part of a number.</summary>
    Number = 1 << 4,

    /// <summary>A part of a date or a period, or the first of words that tell a time from another.</summary>
    Time = 1 << 5,

    /// <summary>The first of words that make a clause a plan, a denial, a forecast or a supposition.</summary>
    Modality = 1 << 6,

    /// <summary><c>the</c>, <c>these</c>; this and all below are roles of <c>lexicon/key-roles.yml</c>, of which a word has one at most.</summary>
    Determiner = 1 << 7,

    /// <summary><c>on</c>, <c>by</c>.</summary>
    Preposition = 1 << 8,

    /// <summary><c>per</c>, <c>under</c>.</summary>
    Bound = 1 << 9,

    /// <summary><c>in</c>, <c>near</c>.</summary>
    Locative = 1 << 10,

    /// <summary><c>who</c>, <c>which</c>.</summary>
    Relative = 1 << 11,

    /// <summary><c>is</c>, <c>has</c>.</summary>
    Auxiliary = 1 << 12,

    /// <summary><c>other</c>, <c>further</c>.</summary>
    Subset = 1 << 13,

    /// <summary><c>and</c>, <c>than</c>.</summary>
    Conjunction = 1 << 14,

    /// <summary><c>;</c>, <c>but</c>.</summary>
    Break = 1 << 15,

    /// <summary>Another role.</summary>
    OtherRole = 1 << 16,

    /// <summary><c>only</c>, <c>still</c>: an <see cref="Auxiliary"/> that may stand between a number and what comes before it.</summary>
    Restricting = 1 << 17,

    /// <summary>Any role.</summary>
    AnyRole = Determiner | Preposition | Bound | Locative | Relative | Auxiliary | Subset | Conjunction | Break | OtherRole,
}

/// <summary>What the words of a block are to the keys of its numbers. Each is looked up once, when a key first comes to it; one thread at a time.</summary>
internal sealed class KeyTokens(TokenizedBlock block, KeyWords words)
{
    private KeyTraits[]? _traits;

    /// <summary>The block.</summary>
    public TokenizedBlock Block => block;

    /// <summary>Its tokens.</summary>
    public Token[] Tokens { get; } = block.Tokens;

    /// <summary>The word lists.</summary>
    public KeyWords Words => words;

    /// <summary>What the token at an index is; <see cref="KeyTraits.None"/> behind the last.</summary>
    public KeyTraits At(int token)
    {
        var traits = _traits ??= new KeyTraits[block.Tokens.Length];
        if (token >= traits.Length)
        {
            return KeyTraits.None;
        }

        var known = traits[token];
        return known != KeyTraits.None ? known : traits[token] = Find(token);
    }

    private KeyTraits Find(int at)
    {
        ref readonly var token = ref block.Tokens[at];
        var traits = KeyTraits.Known | (words.Modality.StartsWith(token.Word) ? KeyTraits.Modality : KeyTraits.None);
        switch (block.MentionAt(at))
        {
            case null:
                traits |= RoleOf(words.Roles.Match(block.Tokens, at));
                traits |= token.Kind == TokenKind.Word && words.NonNouns.Match(block.Tokens, at).Length == 0 ? KeyTraits.Noun : KeyTraits.None;
                traits |= words.RelativePeriods.StartsWith(token.Word) ? KeyTraits.Time : KeyTraits.None;
                break;
            case NumericFact:
                traits |= KeyTraits.Number;
                break;
            case Dates.DateMention or Dates.Period:
                traits |= KeyTraits.Time;
                break;
        }

        return traits | (token.Kind == TokenKind.Word && IsPlural(at) ? KeyTraits.Plural : KeyTraits.None) | (IsHyphen(token) ? KeyTraits.Hyphen : KeyTraits.None);
    }

    private bool IsHyphen(in Token token) =>
        token is { Kind: TokenKind.Mark, Length: 1, SpaceBefore: false } && block.Block.Prose.Text[token.Start] is '-' or '‑';

    private bool IsPlural(int at)
    {
        var text = block.TextOf(block.Tokens[at]);
        return (text.Length > 3 && text[^1] is 's' or 'S' && text[^2] is not ('s' or 'u' or 'i' or '\'' or '’')) || words.Plurals.Match(block.Tokens, at).Length > 0;
    }

    /// <summary>The role of a single word; none where it begins a longer entry.</summary>
    private static KeyTraits RoleOf((int Length, string Meaning) match) => match.Length != 1 ? KeyTraits.None : match.Meaning switch
    {
        "determiner" => KeyTraits.Determiner,
        "preposition" => KeyTraits.Preposition,
        "bound" => KeyTraits.Bound,
        "locative" => KeyTraits.Locative,
        "relative" => KeyTraits.Relative,
        "auxiliary" => KeyTraits.Auxiliary,
        "restricting" => KeyTraits.Auxiliary | KeyTraits.Restricting,
        "subset" => KeyTraits.Subset,
        "conjunction" => KeyTraits.Conjunction,
        "break" => KeyTraits.Break,
        _ => KeyTraits.OtherRole,
    };
}
