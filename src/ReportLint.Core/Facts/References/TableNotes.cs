using System.Globalization;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>
/// Finds notes under a table that begin with a number in brackets, <c>(1) Taken at the tap.</c>, and their marks, <c>Beckfoot (1)</c>. Brackets hold
/// other numbers too, so they count only where two cells at least are answered.
/// </summary>
internal static class TableNotes
{
    /// <summary>Adds the marks and notes of all tables.</summary>
    public static void Add(AnalysisContext context)
    {
        var settings = context.Knowledge.Settings("references");
        var (fewest, most) = ((int)settings.Get("fewest_answered", 2), (int)settings.Get("most_notes", 40));
        foreach (var table in context.Document.Tables)
        {
            var first = table.PrecedingBlock + 1;
            var behind = first + (table.Rows.Count * table.ColumnCount);
            var notes = NotesFrom(context.Blocks, behind, most);
            if (notes.Count < fewest || notes[0].Number != 1)
            {
                continue;
            }

            var numbers = notes.Select(static n => n.Number).ToHashSet();
            var marks = new List<(TokenizedBlock Block, int Number, TextSpan Prose)>();
            for (var i = first; i < behind; i++)
            {
                if (MarkOf(context.Blocks[i]) is { } mark)
                {
                    marks.Add((context.Blocks[i], mark.Number, mark.Prose));
                }
            }

            if (marks.Select(static m => m.Number).Where(numbers.Contains).Distinct().Count() >= fewest && marks.All(m => m.Number <= notes[^1].Number + 1))
            {
                AddFacts(context, table, notes, marks);
            }
        }
    }

    private static List<ListedNote> NotesFrom(TokenizedBlocks blocks, int at, int most)
    {
        var notes = new List<ListedNote>();
        for (; at < blocks.Count && notes.Count < most && blocks[at].Block is { Kind: BlockKind.Paragraph, List: null } && blocks[at].Tokens.Length > 0; at++)
        {
            if (blocks[at].Block.Prose.Text[0] != '(' || ListedNotes.NumberAt(blocks[at], 0) is not var (number, end))
            {
                break;
            }

            notes.Add(new(number, blocks[at].Block, blocks[at].Block.Prose.ToSource(blocks[at].SpanOf(0, end))));
        }

        return notes;
    }

    /// <summary>A number in brackets at the end of a cell, behind a word or a number.</summary>
    private static (int Number, TextSpan Prose)? MarkOf(TokenizedBlock block)
    {
        var tokens = block.Tokens;
        var last = tokens.Length - 1;
        return last >= 3 && block.TextOf(tokens[last]) is ")" && block.TextOf(tokens[last - 2]) is "(" && tokens[last - 1] is { Kind: TokenKind.Number, Length: <= 2 } &&
            int.TryParse(block.TextOf(tokens[last - 1]), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? (number, block.SpanOf(last - 2, last + 1))
            : null;
    }

    private static void AddFacts(AnalysisContext context, Table table, List<ListedNote> notes, List<(TokenizedBlock Block, int Number, TextSpan Prose)> marks)
    {
        var scope = $"notes of table {table.Index}";
        foreach (var note in notes)
        {
            context.Facts.Add(new FootnoteText
            {
                Document = context.Document,
                Block = note.Block,
                Prose = default,
                Source = note.Source,
                Label = note.Number.ToString(CultureInfo.InvariantCulture),
                Scope = scope,
                Meant = ListedNotes.MeantBy(notes, note),
            });
        }

        foreach (var (block, number, prose) in marks)
        {
            context.Facts.Add(new FootnoteMark
            {
                Document = context.Document,
                Block = block.Block,
                Prose = prose,
                Source = block.Block.Prose.ToSource(prose),
                Label = number.ToString(CultureInfo.InvariantCulture),
                Scope = scope,
                IsCertain = true,
            });
        }
    }
}
