using System.Globalization;
using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>A note in a list.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Block">The block that it stands in.</param>
/// <param name="Source">The place of its number in the file.</param>
internal sealed record ListedNote(int Number, Block Block, TextSpan Source);

/// <summary>The notes that a document lists under a heading of <c>lexicon/note-headings.yml</c>: items, or paragraphs that begin with their number.</summary>
internal sealed class ListedNotes
{
    private readonly HashSet<Block> _blocks = [];

    /// <summary>All notes in the order of the document.</summary>
    public List<ListedNote> All { get; } = [];

    /// <summary>True where a block stands under such a heading.</summary>
    public bool Contains(Block block) => _blocks.Contains(block);

    /// <summary>Reads the lists of a document.</summary>
    public static ListedNotes Of(AnalysisContext context)
    {
        var notes = new ListedNotes();
        var headings = context.Knowledge.Lexicon("note-headings");
        var isNotes = false;
        foreach (var block in context.Blocks)
        {
            if (block.Block.Kind == BlockKind.Heading || IsOpening(block, headings))
            {
                isNotes = IsOpening(block, headings);
            }
            else if (isNotes)
            {
                notes._blocks.Add(block.Block);
                notes.Read(block);
            }
        }

        if (notes.All.Count == 0)
        {
            notes.ReadLast(context.Blocks);
        }

        return notes;
    }

    /// <summary>The number that a note should have where it bears that of the note before it, and the next number is left out: 1, 2, 2, 4. Null where it has its own.</summary>
    public static int? MeantBy(List<ListedNote> notes, ListedNote note)
    {
        var at = notes.IndexOf(note);
        var next = note.Number + 1;
        return at > 0 && notes[at - 1].Number == note.Number && (at + 1 == notes.Count ? note.Number > 1 : notes[at + 1].Number == next + 1) && !notes.Exists(n => n.Number == next) ? next : null;
    }

    /// <summary>True where no heading stands over them: the last numbered paragraphs of the document, which only raised marks make notes.</summary>
    public bool IsUnheaded { get; private set; }

    /// <summary>The last run of paragraphs that begin with 1, 2 and so on, with nothing but a line or two behind it.</summary>
    private void ReadLast(TokenizedBlocks blocks)
    {
        const int mostBehind = 2;
        const int mostNotes = 200;
        var end = blocks.Count;
        while (end > 0 && blocks.Count - end < mostBehind && !IsNumbered(blocks[end - 1]))
        {
            end--;
        }

        var first = end;
        while (first > 0 && end - first < mostNotes && IsNumbered(blocks[first - 1]))
        {
            first--;
        }

        if (end - first < 2)
        {
            return;
        }

        for (var i = first; i < end; i++)
        {
            Read(blocks[i]);
        }

        if (All.Count == 0 || All[0].Number != 1 || All.Count != end - first)
        {
            All.Clear();
            return;
        }

        IsUnheaded = true;
        for (var i = first; i < end; i++)
        {
            _blocks.Add(blocks[i].Block);
        }
    }

    private static bool IsNumbered(TokenizedBlock block) =>
        (block.Block is { Kind: BlockKind.Paragraph, List: null } && block.Tokens.Length > 1 && NumberAt(block, 0) is not null) ||
        (block.Block is { Kind: BlockKind.ListItem, List: { Depth: 0, IsOrdered: true } });

    private static bool IsOpening(TokenizedBlock block, Lexicon headings) =>
        block.Block.Kind is BlockKind.Heading or BlockKind.Paragraph && block.Tokens.Length > 0 && headings.Match(block.Tokens, 0).Length == block.Tokens.Length;

    private void Read(TokenizedBlock block)
    {
        if (block.Block is { Kind: BlockKind.ListItem, List: { Depth: 0 } list, ItemIndex: >= 0 })
        {
            if (list.Items[block.Block.ItemIndex] is { Number: { } number } item)
            {
                All.Add(new(number, block.Block, item.Marker));
            }
        }
        else if (block.Block.Kind == BlockKind.Paragraph)
        {
            ReadLines(block);
        }
    }

    /// <summary>One note, or several as lines of one paragraph, each a number further on.</summary>
    private void ReadLines(TokenizedBlock block)
    {
        int? expected = null;
        for (var i = 0; i < block.Tokens.Length; i++)
        {
            if (NumberAt(block, i) is var (number, end) && (i == 0 || number == expected))
            {
                All.Add(new(number, block.Block, block.Block.Prose.ToSource(block.SpanOf(i, end))));
                expected = number + 1;
            }
            else if (i == 0)
            {
                return;
            }
        }
    }

    /// <summary>A number before a space and a capital, <c>3 Log</c>, <c>3. Log</c>, <c>[3] Log</c>, <c>³ Log</c>, and the index behind it; null where none begins at a token.</summary>
    internal static (int Number, int End)? NumberAt(TokenizedBlock block, int at)
    {
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        var end = at;
        var number = 0;
        if (RaisedDigits.At(text, tokens[at].Start) is { Length: > 0 } raised)
        {
            number = raised.Number;
            end = at + raised.Length;
        }
        else
        {
            var isBracketed = text[tokens[at].Start] is '[' or '(';
            end = isBracketed ? at + 1 : at;
            if (end >= tokens.Length || tokens[end].Kind != TokenKind.Number || tokens[end].Length > 3 || !int.TryParse(block.TextOf(tokens[end]), NumberStyles.None, CultureInfo.InvariantCulture, out number))
            {
                return null;
            }

            end++;
            if (end < tokens.Length && !tokens[end].SpaceBefore && text[tokens[end].Start] is '.' or ')' or ']' or ':')
            {
                end++;
            }
            else if (isBracketed)
            {
                return null;
            }
        }

        return tokens[at].SpaceBefore && number > 0 && end < tokens.Length && (tokens[end].Capital || tokens[end].Kind == TokenKind.Mark) ? (number, end) : null;
    }
}
