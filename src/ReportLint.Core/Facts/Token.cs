using System.Runtime.InteropServices;
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

/// <summary>One token of a block's prose.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Start">Offset in the prose.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
/// <param name="Word">Number of the lower-case word in the <see cref="Vocabulary"/>, 0 where no lexicon or phrase knows it; for a mark, likewise.</param>
/// <param name="SpaceBefore">True where white space or the block's start stands before it.</param>
/// <param name="Capital">True for a word whose first letter is a capital.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Token(TokenKind Kind, int Start, int Length, int Word, bool SpaceBefore, bool Capital)
{
    /// <summary>Offset just behind it.</summary>
    public int End => Start + Length;

    /// <summary>Its place in the prose.</summary>
    public TextSpan Span => new(Start, Length);
}
