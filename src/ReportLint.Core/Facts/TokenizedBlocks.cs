using System.Collections;

namespace ReportLint.Core.Facts;

/// <summary>
/// The tokenized blocks of a document. What is handed out is counted as work, so that no extractor can look at tokens without its cost
/// being seen: the tokens of each block that a loop comes to, and one for a block that is asked for by its index.
/// </summary>
public sealed class TokenizedBlocks : IReadOnlyList<TokenizedBlock>
{
    private readonly TokenizedBlock[] _blocks;

    internal TokenizedBlocks(TokenizedBlock[] blocks)
    {
        _blocks = blocks;
        foreach (var block in blocks)
        {
            TokenCount += block.Tokens.Length;
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

            _all.Work += 1 + _all._blocks[_at].Tokens.Length;
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
