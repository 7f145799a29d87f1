using ReportLint.Core.Documents;
using ReportLint.Core.Facts.References;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>Holds the numbers of sentences that name a table of the document against that table.</summary>
public sealed class TableFigureExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [TableFigure.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        if (context.Document.Tables.Count == 0)
        {
            return;
        }

        var references = ReferencesOf(context);
        var beside = TablesBeside(context);
        if (references.Count == 0 && beside is null)
        {
            return;
        }

        Dictionary<Table, List<NumericFact>>? cells = null;
        var tables = new Dictionary<Table, TableFigures>();
        foreach (var fact in context.Facts.SpanOfType(NumericFact.NumberType))
        {
            var number = (NumericFact)fact;
            if (number is not (Quantity or Percentage) || number.KeySite is not { } site || number.IsCompound || number.InWords || number.Hedge != Hedge.None)
            {
                continue;
            }

            var isNamed = references.TryGetValue(number.Sentence, out var named);
            var table = named?.Table ?? (isNamed ? null : beside?.GetValueOrDefault(number.Block.Index));
            if (table is null || (named is null && !TableFigures.MayBeSwapped(number)))
            {
                continue;
            }

            cells ??= CellsOf(context);
            if (!tables.TryGetValue(table, out var figures))
            {
                tables[table] = figures = new TableFigures(context, table, named?.Caption, cells.TryGetValue(table, out var all) ? all.ToArray() : []);
                context.Work += figures.Steps;
            }

            if (named is not null)
            {
                context.Facts.Add(new TableFigure(figures, new(context.Knowledge, number, site, named.Reference, figures))
                {
                    Document = context.Document,
                    Block = number.Block,
                    Prose = number.Prose,
                    Sentence = number.Sentence,
                    Number = number,
                    Label = named.Reference.Label,
                });
            }
            else if (figures.MayHaveSwapOf(number))
            {
                AddBeside(context, number, site, figures);
            }
        }
    }

    /// <summary>The figures of each table, those of headings and of the first column left out; in document order.</summary>
    private static Dictionary<Table, List<NumericFact>> CellsOf(AnalysisContext context)
    {
        var cells = new Dictionary<Table, List<NumericFact>>();
        foreach (var fact in context.Facts.SpanOfType(NumericFact.NumberType))
        {
            if (fact is NumericFact { Block.Cell: { IsHeader: false, Column: > 0 } cell } number)
            {
                if (!cells.TryGetValue(cell.Table, out var all))
                {
                    cells[cell.Table] = all = [];
                }

                all.Add(number);
            }
        }

        return cells;
    }

    private static bool IsOfAnotherTime(Keys.KeySite site, Lexicon words)
    {
        var sentence = site.Block.Sentences[site.Block.SentenceOf(site.First) - site.Block.FirstSentence];
        for (var i = sentence.Start.Value; i < sentence.End.Value; i++)
        {
            if (words.Match(site.Block.Tokens, i).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The sentences that name tables by their numbers, each with the first of its references to the one table of the document that they name; without it where they name
    /// none, or several.
    /// </summary>
    private static Dictionary<int, NamedTable?> ReferencesOf(AnalysisContext context)
    {
        Dictionary<string, (Table Table, Block Caption)>? labels = null;
        var references = new Dictionary<int, NamedTable?>();
        HashSet<int>? ofSeveral = null;
        foreach (var fact in context.Facts.SpanOfType(CrossReference.FactType))
        {
            if (fact is not CrossReference { Kind: "table", Sentence: >= 0 } reference)
            {
                continue;
            }

            var one = references.GetValueOrDefault(reference.Sentence);
            references.TryAdd(reference.Sentence, null);
            labels ??= LabelsOf(context);
            if (reference.IsElsewhere || !labels.TryGetValue(reference.Label, out var labelled) || ofSeveral?.Contains(reference.Sentence) == true)
            {
                continue;
            }

            if (one is null)
            {
                references[reference.Sentence] = new(reference, labelled.Table, labelled.Caption);
            }
            else if (one.Reference.Label != reference.Label)
            {
                references[reference.Sentence] = null;
                (ofSeveral ??= []).Add(reference.Sentence);
            }
        }

        return references;
    }

    private sealed record NamedTable(CrossReference Reference, Table Table, Block Caption);

    /// <summary>The table that stands next to each block of the same section, as long as one does; null where none stands next to any.</summary>
    private static Dictionary<int, Table?>? TablesBeside(AnalysisContext context)
    {
        const int reach = 3;
        Dictionary<int, Table?>? beside = null;
        foreach (var table in context.Document.Tables)
        {
            var behind = table.PrecedingBlock + 1 + (table.Rows.Count * table.ColumnCount);
            Walk(table, table.PrecedingBlock, -1);
            Walk(table, behind, 1);
        }

        return beside;

        void Walk(Table table, int from, int step)
        {
            for (var (at, left) = (from, reach); left > 0 && at >= 0 && at < context.Blocks.Count; at += step, left--)
            {
                var block = context.Blocks[at].Block;
                if (block.Kind is BlockKind.Heading or BlockKind.TableCell)
                {
                    return;
                }

                beside ??= [];
                beside[at] = beside.TryGetValue(at, out var other) && other != table ? null : table;
            }
        }
    }

    /// <summary>A number beside a table whose row its sentence names, where a cell of that row has its digits in another order.</summary>
    private static void AddBeside(AnalysisContext context, NumericFact number, Keys.KeySite site, TableFigures figures)
    {
        var clause = new TableClause(site, context.Knowledge.Lexicon("contrast-words"));
        var rows = figures.RowsNamedIn(clause.Around);
        if (rows.Count != 1 || figures.SwapOf(number, rows[0]) is not { } meant || figures.Gives(number, true))
        {
            return;
        }

        context.Facts.Add(new TableFigure(figures, meant, clause.IsContrasted || number.Key.Period.Length > 0 || IsOfAnotherTime(site, context.Knowledge.Lexicon("time-contrasts")))
        {
            Document = context.Document,
            Block = number.Block,
            Prose = number.Prose,
            Sentence = number.Sentence,
            Number = number,
            Label = "",
        });
    }

    /// <summary>The tables that have captions with labels: in the markup, right before or right behind.</summary>
    private static Dictionary<string, (Table Table, Block Caption)> LabelsOf(AnalysisContext context)
    {
        var captions = new Dictionary<int, Exhibit>();
        foreach (var fact in context.Facts.SpanOfType(Exhibit.FactType))
        {
            if (fact is Exhibit { Kind: "table", IsCaption: true, IsContinued: false } exhibit)
            {
                captions.TryAdd(exhibit.Block.Index, exhibit);
            }
        }

        var labels = new Dictionary<string, (Table, Block)>(StringComparer.Ordinal);
        var taken = new HashSet<int>();
        foreach (var table in context.Document.Tables)
        {
            var before = table.PrecedingBlock;
            var behind = before + 1 + (table.Rows.Count * table.ColumnCount);
            foreach (var at in (int[])[before, before - 1, behind])
            {
                if (captions.TryGetValue(at, out var caption) && taken.Add(at))
                {
                    // Two tables of one label say nothing of which is meant.
                    if (!labels.TryAdd(caption.Label, (table, caption.Block)))
                    {
                        labels.Remove(caption.Label);
                    }

                    break;
                }
            }
        }

        return labels;
    }
}
