using System.Runtime.CompilerServices;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts;

/// <summary>A block cut into tokens and sentences.</summary>
public sealed class TokenizedBlock
{
    private Fact?[]? _claims;
    private byte _numbers;
    private byte _quantities;
    private byte _percentages;
    private byte _dates;

    /// <summary>The block.</summary>
    public required Block Block { get; init; }

    /// <summary>Its tokens in order.</summary>
    public required Token[] Tokens
    {
        get
        {
            Looks.Add();
            return field;
        }
        init;
    }

    /// <summary>Its sentences as half-open ranges of token indexes; together they cover all tokens.</summary>
    public required Range[] Sentences { get; init; }

    /// <summary>Number in the document of its first sentence.</summary>
    public required int FirstSentence { get; init; }

    /// <summary>What it has that recognisers look for.</summary>
    internal Cues Cues { get; init; } = Cues.All;

    /// <summary>False where it has none of these cues.</summary>
    internal bool MayHave(Cues cues) => (Cues & cues) != Cues.None;

    /// <summary>What was recognised, in order and without overlap: numbers, dates, identifiers.</summary>
    public MentionSequence Mentions => new(_claims);

    /// <summary>True where anything was recognised.</summary>
    public bool HasMentions => _claims is not null;

    /// <summary>True where so many numbers were recognised; past 255 it tells no difference.</summary>
    internal bool HasNumbers(int fewest = 1) => _numbers >= Math.Min(fewest, byte.MaxValue);

    /// <summary>True where so many quantities were recognised; past 255 it tells no difference.</summary>
    internal bool HasQuantities(int fewest = 1) => _quantities >= Math.Min(fewest, byte.MaxValue);

    /// <summary>True where so many percentages were recognised; past 255 it tells no difference.</summary>
    internal bool HasPercentages(int fewest = 1) => _percentages >= Math.Min(fewest, byte.MaxValue);

    /// <summary>True where dates or periods were recognised.</summary>
    internal bool HasDates => _dates > 0;

    /// <summary>What a token was recognised as a part of, or null.</summary>
    public Fact? MentionAt(int token)
    {
        Looks.Add();
        return _claims?[token];
    }

    /// <summary>True where none of the tokens from <paramref name="first"/> up to <paramref name="end"/> (outside) is part of a mention.</summary>
    public bool IsFree(int first, int end)
    {
        for (var i = first; _claims is not null && i < end; i++)
        {
            if (_claims[i] is not null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Marks tokens as understood. Recognisers run in a fixed order; the first to claim a token keeps it.</summary>
    /// <returns>False, with nothing changed, where one of the tokens is claimed already.</returns>
    public bool Claim(int first, int end, Fact fact)
    {
        if (!IsFree(first, end))
        {
            return false;
        }

        _claims ??= new Fact?[Tokens.Length];
        for (var i = first; i < end; i++)
        {
            _claims[i] = fact;
        }

        Count(fact);
        return true;
    }

    private void Count(Fact fact)
    {
        if (fact is NumericFact)
        {
            Raise(ref _numbers);
            if (fact is Quantity)
            {
                Raise(ref _quantities);
            }
            else if (fact is Percentage)
            {
                Raise(ref _percentages);
            }
        }
        else if (fact is Dates.DateMention or Dates.Period)
        {
            Raise(ref _dates);
        }

        static void Raise(ref byte count) => count += count < byte.MaxValue ? (byte)1 : (byte)0;
    }

    /// <summary>The text of a token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<char> TextOf(Token token)
    {
        Looks.Add();
        return Block.Prose.Text.AsSpan(token.Start, token.Length);
    }

    /// <summary>Number in the document of the sentence that holds a token.</summary>
    public int SentenceOf(int token)
    {
        int low = 0, high = Sentences.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Sentences[middle].Start.Value <= token)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return FirstSentence + low;
    }

    /// <summary>Index of the first token that begins at a place of the prose or behind it; the number of tokens where none does.</summary>
    public int FirstTokenFrom(int position) => Sorted.First(Tokens.Length, i => Tokens[i].Start >= position);

    /// <summary>The prose covered by a half-open range of tokens.</summary>
    public TextSpan SpanOf(int first, int end) => TextSpan.FromBounds(Tokens[first].Start, Tokens[end - 1].End);
}

/// <summary>The mentions of a block, for a loop over them.</summary>
public readonly struct MentionSequence
{
    private readonly Fact?[]? _claims;

    internal MentionSequence(Fact?[]? claims) => _claims = claims;

    /// <summary>Goes through the mentions in order.</summary>
    public Enumerator GetEnumerator() => new(_claims);

    /// <summary>Goes through the mentions in order.</summary>
    public struct Enumerator
    {
        private readonly Fact?[] _claims;
        private int _first;
        private int _end;

        internal Enumerator(Fact?[]? claims) => _claims = claims ?? [];

        /// <summary>The mention that the loop is at.</summary>
        public readonly Mention Current => new(_first, _end, _claims[_first]!);

        /// <summary>Goes on to the next mention.</summary>
        /// <returns>False behind the last.</returns>
        public bool MoveNext()
        {
            _first = _end;
            while (_first < _claims.Length && _claims[_first] is null)
            {
                _first++;
            }

            _end = _first;
            while (_end < _claims.Length && _claims[_end] == _claims[_first])
            {
                _end++;
            }

            return _end > _first;
        }
    }
}

/// <summary>Tokens that were understood as one thing.</summary>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index just behind its last token.</param>
/// <param name="Fact">What it is.</param>
public readonly record struct Mention(int FirstToken, int EndToken, Fact Fact);
