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

        var labels = LabelsOf(context);
        if (labels.Count == 0)
        {
            return;
        }

        var references = context.Facts.OfType(CrossReference.FactType).Cast<CrossReference>()
            .Where(r => r is { Kind: "table", IsElsewhere: false, Sentence: >= 0 } && labels.ContainsKey(r.Label)).ToLookup(static r => r.Sentence);
        if (references.Count == 0)
        {
            return;
        }

        var cells = context.Facts.OfType(NumericFact.NumberType).Cast<NumericFact>().Where(static n => n.Block.Cell is { IsHeader: false, Column: > 0 }).ToLookup(static n => n.Block.Cell!.Table);
        var tables = new Dictionary<Table, TableFigures>();
        var contrast = context.Knowledge.Lexicon("contrast-words");
        foreach (var fact in context.Facts.OfType(NumericFact.NumberType))
        {
            var number = (NumericFact)fact;
            if (number is not (Quantity or Percentage) || number.KeySite is not { } site || number.IsCompound || number.InWords || number.Hedge != Hedge.None || !references.Contains(number.Sentence))
            {
                continue;
            }

            var named = references[number.Sentence].Select(static r => r.Label).Distinct().ToArray();
            if (named.Length != 1)
            {
                continue;
            }

            var table = labels[named[0]].Table;
            if (!tables.TryGetValue(table, out var figures))
            {
                tables[table] = figures = new TableFigures(context, table, labels[named[0]].Caption, [.. cells[table]]);
                context.Work += figures.Steps;
            }

            Add(context, number, site, named[0], figures, contrast);
        }
    }

    /// <summary><c>30 beds to a home</c>, <c>12 a head</c>.</summary>
    private static bool IsQuotient(Keys.KeySite site, Lexicon words)
    {
        for (var at = site.End; at < site.Block.Tokens.Length && at < site.End + 4; at++)
        {
            if (words.Match(site.Block.Tokens, at).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(AnalysisContext context, NumericFact number, Keys.KeySite site, string label, TableFigures figures, Lexicon contrast)
    {
        var (words, around, isContrasted) = Clause(site, contrast);
        var rows = figures.RowsNamedIn(words);
        var isThere = figures.Gives(number, IsQuotient(site, context.Knowledge.Lexicon("quotient-words")));
        context.Facts.Add(new TableFigure
        {
            Document = context.Document,
            Block = number.Block,
            Prose = number.Prose,
            Sentence = number.Sentence,
            Number = number,
            Label = label,
            IsThere = isThere,
            IsRowNamed = rows.Count > 0,
            IsNounNamed = figures.Names(number),
            Meant = isThere ? null : figures.SlipOf(number, rows) ?? figures.ExpectedFor(number, around, words),
            IsContrasted = isContrasted,
        });
    }

    /// <summary>The words of the sentence around the number, up to semicolons and dashes, those of them up to other numbers, and whether one of them contrasts.</summary>
    private static (HashSet<string> Words, HashSet<string> Around, bool IsContrasted) Clause(Keys.KeySite site, Lexicon contrast)
    {
        var block = site.Block;
        var sentence = block.Sentences[block.SentenceOf(site.First) - block.FirstSentence];
        var (from, to) = (site.First, site.End);
        while (from > sentence.Start.Value && block.TextOf(block.Tokens[from - 1]) is not (";" or "–" or "—"))
        {
            from--;
        }

        while (to < sentence.End.Value && block.TextOf(block.Tokens[to]) is not (";" or "–" or "—"))
        {
            to++;
        }

        var (near, far) = (site.First, site.End);
        while (near > from && block.MentionAt(near - 1) is not NumericFact)
        {
            near--;
        }

        while (far < to && block.MentionAt(far) is not NumericFact)
        {
            far++;
        }

        var words = new HashSet<string>(StringComparer.Ordinal);
        var around = new HashSet<string>(StringComparer.Ordinal);
        var isContrasted = false;
        for (var i = from; i < to; i++)
        {
            isContrasted |= contrast.Match(block.Tokens, i).Length > 0;
            if (block.Tokens[i].Kind != TokenKind.Mark)
            {
                var word = NounPhrase.Singular(block.TextOf(block.Tokens[i]));
                words.Add(word);
                if (i >= near && i < far)
                {
                    around.Add(word);
                }
            }
        }

        return (words, around, isContrasted);
    }

    /// <summary>The tables that have captions with labels: in the markup, right before or right behind.</summary>
    private static Dictionary<string, (Table Table, Block Caption)> LabelsOf(AnalysisContext context)
    {
        var captions = new Dictionary<int, Exhibit>();
        foreach (var fact in context.Facts.OfType(Exhibit.FactType))
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
