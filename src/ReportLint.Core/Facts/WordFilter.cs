using System.Numerics;
using System.Runtime.CompilerServices;

namespace ReportLint.Core.Facts;

/// <summary>
/// Tells of most words at once that they are not in a set, case ignored: a look at one bit where a search would hash the whole word. A word that
/// the vocabulary knows goes by its number, any other by its length and three of its letters. What the filter lets through must still be looked up.
/// </summary>
internal sealed class WordFilter
{
    private const int BitsPerWord = 16;

    private readonly Vocabulary _vocabulary;
    private readonly ulong[] _bits;
    private readonly uint _mask;

    /// <summary>A filter for about so many words.</summary>
    public WordFilter(int words, Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _mask = BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, words * BitsPerWord)) - 1;
        _bits = new ulong[(_mask + 1) / 64];
    }

    /// <summary>Adds a word of at least one character.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        var bit = HashOf(_vocabulary.Find(word), word) & _mask;
        _bits[bit >> 6] |= 1UL << (int)(bit & 63);
    }

    /// <summary>False where a token of a text is certainly not in the set.</summary>
    public bool MayHave(in Token token, string text) => MayHave(HashOf(token, text));

    /// <summary>The same for a word's hash, where several filters are asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHave(uint hash)
    {
        var bit = hash & _mask;
        return (_bits[bit >> 6] & (1UL << (int)(bit & 63))) != 0;
    }

    /// <summary>What all filters go by, of a token of a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint HashOf(in Token token, string text) =>
        token.Word != 0 ? HashOf(token.Word) : HashOf(text.AsSpan(token.Start, token.Length));

    private static uint HashOf(int number, ReadOnlySpan<char> word) => number != 0 ? HashOf(number) : HashOf(word);

    private static uint HashOf(int number) => ((uint)number * 0x9E3779B1u) >> 7;

    private static uint HashOf(ReadOnlySpan<char> word)
    {
        var sum = (uint)word.Length;
        sum = (sum * 31) + Fold(word[0]);
        sum = (sum * 31) + Fold(word[word.Length / 2]);
        sum = (sum * 31) + Fold(word[^1]);
        return sum ^ (sum >> 13);
    }

    /// <summary>The same for a letter and its capital, as comparing without case has it; for all halves of letters past 16 bits, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Fold(char c) => c < 128 ? c & ~0x20u : FoldOther(c);

    private static uint FoldOther(char c) => char.IsSurrogate(c) ? 0u : char.ToUpperInvariant(c);
}
