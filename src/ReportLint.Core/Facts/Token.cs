using ReportLint.Core.Text;

namespace ReportLint.Core.Facts;

/// <summary>What a token is made of.</summary>
public enum TokenKind : byte
{
    /// <summary>Letters, with apostrophes inside: <c>children's</c>. A hyphenated word is several words and hyphens.</summary>
    Word,

    /// <summary>Digits, with separators inside: <c>1,400</c>, <c>31.12.2012</c>, <c>0.5</c>. Not the sign, unit or currency.</summary>
    Number,

    /// <summary>One mark: <c>,</c> <c>(</c> <c>–</c> <c>%</c> <c>£</c> <c>/</c>.</summary>
    Mark,
}

/// <summary>One token of a block's prose. Twelve bytes, for there are millions.</summary>
public readonly record struct Token
{
    private const int KindMask = 3;
    private const int SpaceBit = 1 << 2;
    private const int CapitalBit = 1 << 3;
    private const int LengthShift = 4;

    // Kind, the two truths, and the length.
    private readonly int _form;

    /// <summary>Makes a token.</summary>
    /// <param name="kind">As <see cref="Kind"/>; the others likewise.</param>
    /// <param name="start">Its offset.</param>
    /// <param name="length">Its length, less than 2²⁷.</param>
    /// <param name="word">Its number.</param>
    /// <param name="spaceBefore">What stands before it.</param>
    /// <param name="capital">How it begins.</param>
    public Token(TokenKind kind, int start, int length, int word, bool spaceBefore, bool capital)
    {
        Start = start;
        Word = word;
        _form = (int)kind | (spaceBefore ? SpaceBit : 0) | (capital ? CapitalBit : 0) | (length << LengthShift);
    }

    /// <summary>What it is made of.</summary>
    public TokenKind Kind => (TokenKind)(_form & KindMask);

    /// <summary>Offset in the prose.</summary>
    public int Start { get; }

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => _form >> LengthShift;

    /// <summary>Number of the lower-case word in the <see cref="Vocabulary"/>, 0 where no lexicon or phrase knows it; for a mark, likewise.</summary>
    public int Word { get; }

    /// <summary>True where white space or the block's start stands before it.</summary>
    public bool SpaceBefore => (_form & SpaceBit) != 0;

    /// <summary>True for a word whose first letter is a capital.</summary>
    public bool Capital => (_form & CapitalBit) != 0;

    /// <summary>Offset just behind it.</summary>
    public int End => Start + Length;

    /// <summary>Its place in the prose.</summary>
    public TextSpan Span => new(Start, Length);
}
