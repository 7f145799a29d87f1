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
        var references = context.Facts.OfType(CrossReference.FactType).Cast<CrossReference>()
            .Where(r => r is { Kind: "table", Sentence: >= 0 }).ToLookup(static r => r.Sentence);
        var beside = TablesBeside(context);

        ILookup<Table, NumericFact>? cells = null;
        var tables = new Dictionary<Table, TableFigures>();
        var contrast = context.Knowledge.Lexicon("contrast-words");
        foreach (var fact in context.Facts.OfType(NumericFact.NumberType))
        {
            var number = (NumericFact)fact;
            if (number is not (Quantity or Percentage) || number.KeySite is not { } site || number.IsCompound || number.InWords || number.Hedge != Hedge.None)
            {
                continue;
            }

            var reference = references.Contains(number.Sentence) ? TheOneOf(references[number.Sentence], labels) : null;
            var table = reference is not null ? labels[reference.Label].Table
                : beside is not null && beside.TryGetValue(number.Block.Index, out var next) && next is not null && !references.Contains(number.Sentence) && TableFigures.MayBeSwapped(number) ? next
                : null;
            if (table is null)
            {
                continue;
            }

            cells ??= context.Facts.OfType(NumericFact.NumberType).Cast<NumericFact>().Where(static n => n.Block.Cell is { IsHeader: false, Column: > 0 }).ToLookup(static n => n.Block.Cell!.Table);
            if (!tables.TryGetValue(table, out var figures))
            {
                tables[table] = figures = new TableFigures(context, table, reference is not null ? labels[reference.Label].Caption : null, [.. cells[table]]);
                context.Work += figures.Steps;
            }

            if (reference is not null)
            {
                Add(context, number, site, reference, figures, contrast);
            }
            else
            {
                AddBeside(context, number, site, figures, contrast);
            }
        }
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

    /// <summary>The first of the references to the one table of the document that they name; null where they name none, or several.</summary>
    private static CrossReference? TheOneOf(IEnumerable<CrossReference> references, Dictionary<string, (Table Table, Block Caption)> labels)
    {
        CrossReference? one = null;
        foreach (var reference in references)
        {
            if (reference.IsElsewhere || !labels.ContainsKey(reference.Label))
            {
                continue;
            }

            if (one is not null && one.Label != reference.Label)
            {
                return null;
            }

            one ??= reference;
        }

        return one;
    }

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
    private static void AddBeside(AnalysisContext context, NumericFact number, Keys.KeySite site, TableFigures figures, Lexicon contrast)
    {
        var (_, around, _, isContrasted) = Clause(site, contrast);
        var rows = figures.RowsNamedIn(around);
        if (rows.Count != 1 || figures.SwapOf(number, rows[0]) is not { } meant || figures.Gives(number, true))
        {
            return;
        }

        context.Facts.Add(new TableFigure
        {
            Document = context.Document,
            Block = number.Block,
            Prose = number.Prose,
            Sentence = number.Sentence,
            Number = number,
            Label = "",
            IsThere = false,
            IsBeside = true,
            IsTold = false,
            IsOfOtherRows = false,
            IsRowNamed = true,
            IsNounNamed = figures.Names(number),
            Meant = meant,
            IsContrasted = isContrasted || number.Key.Period.Length > 0 || IsOfAnotherTime(site, context.Knowledge.Lexicon("time-contrasts")),
        });
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

    private static void Add(AnalysisContext context, NumericFact number, Keys.KeySite site, CrossReference reference, TableFigures figures, Lexicon contrast)
    {
        var (words, around, tight, isContrasted) = Clause(site, contrast);
        var rows = figures.RowsNamedIn(words);
        var isQuotient = IsQuotient(site, context.Knowledge.Lexicon("quotient-words"));
        var isThere = figures.Gives(number, isQuotient);
        var isOfOtherRows = isThere && figures.RowsNamedIn(tight) is [var row] && !figures.GivesWith(row, number, isQuotient);
        context.Facts.Add(new TableFigure
        {
            Document = context.Document,
            Block = number.Block,
            Prose = number.Prose,
            Sentence = number.Sentence,
            Number = number,
            Label = reference.Label,
            IsThere = isThere,
            IsBeside = false,
            IsTold = IsTold(context, site, reference),
            IsOfOtherRows = isOfOtherRows,
            IsRowNamed = rows.Count > 0,
            IsNounNamed = figures.Names(number),
            Meant = isThere ? null : figures.SlipOf(number, rows) ?? figures.ExpectedFor(number, around, words),
            IsContrasted = isContrasted,
        });
    }

    /// <summary><c>Table 2 shows that 47</c>: the table is the one that tells the number.</summary>
    private static bool IsTold(AnalysisContext context, Keys.KeySite site, CrossReference reference)
    {
        const int longestClause = 3;
        var tokens = site.Block.Tokens;
        var at = site.First;
        while (at > 0 && site.First - at <= longestClause && tokens[at - 1].Start >= reference.Prose.End)
        {
            at--;
        }

        return at > 0 && at < site.First && tokens[at - 1].Start < reference.Prose.End && reference.Block == site.Block.Block && context.Knowledge.Lexicon("table-verbs").Match(tokens, at).Length > 0;
    }

    /// <summary>The words of the sentence around the number, up to semicolons and dashes, those of them up to other numbers, those up to any mark as well, and whether one of them contrasts.</summary>
    private static (HashSet<string> Words, HashSet<string> Around, HashSet<string> Tight, bool IsContrasted) Clause(Keys.KeySite site, Lexicon contrast)
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

        var (left, right) = (site.First, site.End);
        while (left > near && block.Tokens[left - 1].Kind != TokenKind.Mark)
        {
            left--;
        }

        while (right < far && block.Tokens[right].Kind != TokenKind.Mark)
        {
            right++;
        }

        var tight = new HashSet<string>(StringComparer.Ordinal);
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
                    if (i >= left && i < right)
                    {
                        tight.Add(word);
                    }
                }
            }
        }

        return (words, around, tight, isContrasted);
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
