using System.Runtime.InteropServices;
using ReportLint.Core.Documents;

namespace ReportLint.Core.Facts.References;

/// <summary>
/// Finds long sentences that stand twice near each other without being neighbours: pasted a second time, or moved and not taken away. What stands three times is a
/// refrain or a form.
/// </summary>
internal sealed class RepeatedSentences(AnalysisContext context)
{
    private const int FewestTokens = 8;

    /// <summary>What was pasted stands near, and under the same heading.</summary>
    private const int Reach = 1;

    private readonly Dictionary<ulong, Place> _first = [];
    private readonly List<(ulong Hash, Place First, Place Second)> _pairs = [];
    private int _section;

    private readonly record struct Place(TokenizedBlock Block, int Sentence, int Section, int Count)
    {
        public (int Start, int End) Range => (Block.Sentences[Sentence].Start.Value, Block.Sentences[Sentence].End.Value);
    }

    /// <summary>Takes the sentences of a block.</summary>
    public void Read(TokenizedBlock block)
    {
        _section += block.Block.Kind == BlockKind.Heading ? 1 : 0;
        if (block.Block.Kind != BlockKind.Paragraph)
        {
            return;
        }

        var text = block.Block.Prose.Text;
        for (var s = 0; s < block.Sentences.Length; s++)
        {
            var (start, end) = (block.Sentences[s].Start.Value, block.Sentences[s].End.Value);
            if (end - start < FewestTokens || !block.Tokens[start].Capital || text[block.Tokens[end - 1].Start] != '.')
            {
                continue;
            }

            var span = block.SpanOf(start, end);
            var hash = HashOf(text.AsSpan(span.Start, span.Length));
            ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, hash, out var isKnown);
            var place = new Place(block, s, _section, 1);
            if (!isKnown)
            {
                first = place;
                continue;
            }

            first = first with { Count = first.Count + 1 };
            if (first.Count == 2)
            {
                _pairs.Add((hash, first, place));
            }
        }
    }

    /// <summary>FNV-1a (Fowler, Noll and Vo) over 64 bits: the same in every process, unlike that of the runtime.</summary>
    private static ulong HashOf(ReadOnlySpan<char> text)
    {
        const ulong offset = 14695981039346656037;
        const ulong prime = 1099511628211;
        var hash = offset;
        foreach (var letter in text)
        {
            hash = unchecked((hash ^ letter) * prime);
        }

        return hash;
    }

    /// <summary>Adds what stands twice. Of several sentences that were pasted together the first one is told.</summary>
    public void AddFacts()
    {
        (Place First, Place Second)? last = null;
        foreach (var (hash, first, second) in _pairs)
        {
            context.Work++;
            var ((aStart, aEnd), (bStart, bEnd)) = (first.Range, second.Range);
            var goesOn = last is { } before && before.First.Block == first.Block && before.Second.Block == second.Block;
            last = (first, second);
            if (_first[hash].Count == 2 && !goesOn && first.Section == second.Section && second.Block.Block.Index - first.Block.Block.Index <= Reach &&
                !(first.Block == second.Block && second.Sentence == first.Sentence + 1) && !first.Block.Block.Prose.Text.Equals(second.Block.Block.Prose.Text, StringComparison.Ordinal) | first.Block == second.Block &&
                RepeatedTextExtractor.AreEqual(context.Document.Source.Content, first.Block, aStart, aEnd, second.Block, bStart, bEnd))
            {
                RepeatedTextExtractor.Add(context, first.Block == second.Block ? "apart" : "near", first.Block, aStart, aEnd, second.Block, bStart, bEnd);
            }
        }
    }
}
