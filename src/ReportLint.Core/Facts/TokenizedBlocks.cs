using System.Collections;

namespace ReportLint.Core.Facts;

/// <summary>
/// The tokenized blocks of a document. What is handed out is counted as work, so that no extractor can look at tokens without its cost
/// being seen: the tokens of each block that a loop comes to, and one for a block that is asked for by its index.
/// </summary>
public sealed class TokenizedBlocks : IReadOnlyList<TokenizedBlock>
{
    private readonly TokenizedBlock[] _blocks;

    // Beside each other, so that passing over blocks touches none of them.
    private readonly Cues[] _cues;
    private readonly int[] _lengths;

    internal TokenizedBlocks(TokenizedBlock[] blocks)
    {
        _blocks = blocks;
        (_cues, _lengths) = (new Cues[blocks.Length], new int[blocks.Length]);
        for (var i = 0; i < blocks.Length; i++)
        {
            (_cues[i], _lengths[i]) = (blocks[i].Cues, blocks[i].Tokens.Length);
            TokenCount += _lengths[i];
        }
    }

    /// <inheritdoc/>
    public int Count => _blocks.Length;

    /// <summary>Number of tokens in all blocks.</summary>
    public long TokenCount { get; }

    /// <summary>Blocks and tokens handed out so far.</summary>
    public long Work { get; private set; }

    /// <inheritdoc/>
    public TokenizedBlock this[int index]
    {
        get
        {
            Work++;
            return _blocks[index];
        }
    }

    /// <summary>Goes through the blocks in order.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>The blocks that have one of these cues, for a loop over them. What is passed over counts one each.</summary>
    internal CuedBlocks With(Cues cues) => new(this, cues);

    /// <summary>The index of the next block with one of these cues, or the number of blocks.</summary>
    private int Next(int from, Cues cues)
    {
        var at = from;
        while (at < _cues.Length && (_cues[at] & cues) == Cues.None)
        {
            at++;
        }

        Work += at - from + (at < _cues.Length ? 1 + _lengths[at] : 0);
        return at;
    }

    /// <summary>The blocks that have one of some cues.</summary>
    internal readonly struct CuedBlocks(TokenizedBlocks all, Cues cues)
    {
        /// <summary>Goes through the blocks in order, and counts their tokens.</summary>
        public Enumerator GetEnumerator() => new(all, cues);

        /// <summary>Goes through the blocks in order, and counts their tokens.</summary>
        internal struct Enumerator(TokenizedBlocks all, Cues cues)
        {
            private int _at = -1;

            public readonly TokenizedBlock Current => all._blocks[_at];

            /// <summary>Goes on to the next block with one of the cues.</summary>
            /// <returns>False behind the last.</returns>
            public bool MoveNext() => (_at = all.Next(_at + 1, cues)) < all._blocks.Length;
        }
    }

    IEnumerator<TokenizedBlock> IEnumerable<TokenizedBlock>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes through the blocks in order, and counts their tokens.</summary>
    public struct Enumerator : IEnumerator<TokenizedBlock>
    {
        private readonly TokenizedBlocks _all;
        private int _at;

        internal Enumerator(TokenizedBlocks all)
        {
            _all = all;
            _at = -1;
        }

        /// <inheritdoc/>
        public readonly TokenizedBlock Current => _all._blocks[_at];

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (++_at >= _all._blocks.Length)
            {
                return false;
            }

            _all.Work += 1 + _all._lengths[_at];
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => _at = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
