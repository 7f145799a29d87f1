using ReportLint.Core.Documents;
using ReportLint.Core.Facts.Claims;
using ReportLint.Core.Facts.Dates;
using ReportLint.Core.Facts.Tables;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Rankings;

/// <summary>
/// Finds superlatives that a paragraph says of a row of the table beside it: <c>Of the four wards, C was the busiest.</c> Which column is
/// meant a figure of the row tells, or a word of its heading; where several may be, one in which the words are true is enough.
/// </summary>
internal sealed class TableRankingExtractor : IFactExtractor
{
    /// <summary>Most paragraphs before and behind a table that are looked at.</summary>
    private const int Reach = 3;

    public IReadOnlyList<FactType> Types { get; } = [FigureClaims.Superlative];

    public void Extract(AnalysisContext context)
    {
        if (context.Document.Tables.Count == 0)
        {
            return;
        }

        var totals = new HashSet<Block>();
        foreach (var fact in context.Facts.OfType(TableTotal.FactType))
        {
            totals.Add(fact.Block);
        }

        var reader = new Reader(context);
        var unranked = context.Knowledge.Lexicon("unranked-rows");
        var units = context.Knowledge.Lexicon("units");
        RankedTable? last = null;
        foreach (var table in context.Document.Tables)
        {
            if (RankedTable.Read(context, table, totals, unranked, units) is not { } ranked)
            {
                last = null;
                continue;
            }

            context.Work += ranked.Rows.Count;
            var before = new List<int>(Reach);
            for (var at = table.PrecedingBlock; at >= 0 && before.Count < Reach && context.Blocks[at].Block.Kind is BlockKind.Paragraph or BlockKind.ListItem; at--)
            {
                before.Add(at);
            }

            // A paragraph between two tables that name the same rows may speak of either.
            var isShared = last is not null && last.Rows.Exists(r => ranked.Rows.Exists(o => o.Label.Block.Prose.Text == r.Label.Block.Prose.Text));
            foreach (var at in before)
            {
                reader.Read(ranked, context.Blocks[at], isShared);
            }

            var end = table.PrecedingBlock + 1 + (table.Rows.Count * table.ColumnCount);
            for (var at = end; at < context.Blocks.Count && at < end + Reach && context.Blocks[at].Block.Kind is BlockKind.Paragraph or BlockKind.ListItem; at++)
            {
                reader.Read(ranked, context.Blocks[at], mustNameFigure: false);
            }

            last = ranked;
        }
    }

    /// <summary>A claim of a sentence.</summary>
    private readonly record struct Claim(int First, int End, string Direction, string Dimension, string Tie, bool IsJudged);

    private sealed class Reader(AnalysisContext context)
    {
        private readonly Lexicon _claims = context.Knowledge.Lexicon("ranking-claims");
        private readonly Lexicon _direction = context.Knowledge.Lexicon("direction");
        private readonly Lexicon _conjunctions = context.Knowledge.Lexicon("clause-conjunctions");
        private readonly Lexicon _nonNouns = context.Knowledge.Lexicon("non-nouns");
        private readonly HashSet<(int Block, int Token)> _told = [];

        public void Read(RankedTable table, TokenizedBlock block, bool mustNameFigure)
        {
            foreach (var sentence in block.Sentences)
            {
                var (start, end) = (sentence.Start.Value, sentence.End.Value);
                if (ClaimsIn(block, start, end) is not { Count: > 0 } claims)
                {
                    continue;
                }

                var before = start;
                for (var i = 0; i < claims.Count; i++)
                {
                    var from = i == 0 ? start : Boundary(block, claims[i - 1].End, claims[i].First);
                    var to = i + 1 == claims.Count ? end : Boundary(block, claims[i].End, claims[i + 1].First);
                    if (from >= 0 && to >= 0)
                    {
                        // "The west had the most arrests and the south the fewest": of what, the clause before says.
                        var isElliptical = claims[i].End == to || block.Tokens[claims[i].End].Kind == TokenKind.Mark;
                        Find(table, block, claims[i], from, to, isElliptical ? before : from, mustNameFigure);
                    }

                    before = from;
                }
            }
        }

        /// <summary>The superlatives of a sentence; none where words take one of them back.</summary>
        private List<Claim>? ClaimsIn(TokenizedBlock block, int from, int to)
        {
            List<Claim>? found = null;
            for (var at = from; at < to; at++)
            {
                var (length, meaning) = _claims.Match(block.Tokens, at);
                if (meaning is "blocked" or "since" || (length == 0 && _direction.Match(block.Tokens, at).Length > 0))
                {
                    return null;
                }

                if (length > 0 && meaning is not ("set" or "group" or ""))
                {
                    var words = meaning.Split(' ');
                    (found ??= []).Add(new Claim(at, at + length, words[0], words[1], words.Length > 2 ? words[2] : "", words.Length > 3));
                }

                at += Math.Max(1, length) - 1;
            }

            return found;
        }

        /// <summary>Where one claim ends and the next begins: at a conjunction, else at a comma; -1 where there is neither.</summary>
        private int Boundary(TokenizedBlock block, int from, int to)
        {
            var mark = -1;
            for (var at = to - 1; at >= from; at--)
            {
                if (_conjunctions.Match(block.Tokens, at).Length > 0 || block.TextOf(block.Tokens[at]) is ";")
                {
                    return at;
                }

                mark = block.TextOf(block.Tokens[at]) is "," or "–" or "—" or ":" ? at : mark;
            }

            return mark;
        }

        private void Find(RankedTable table, TokenizedBlock block, Claim claim, int from, int to, int wordsFrom, bool mustNameFigure)
        {
            if (Named(table, block, from, to) is not var (row, first, end) || !IsOfAll(table, block, claim, from, to, out var isSet))
            {
                return;
            }

            var words = new HashSet<string>(StringComparer.Ordinal);
            var years = new HashSet<int>();
            var numbers = new List<NumericFact>(2);
            for (var at = wordsFrom; at < to; at++)
            {
                switch (block.MentionAt(at))
                {
                    case NumericFact number when at >= from && (numbers.Count == 0 || numbers[^1] != number):
                        if (number is not { InWords: true, Dimension: "count" })
                        {
                            numbers.Add(number);
                        }

                        break;
                    case DateMention { Year: { } year } when at < first || at >= end:
                        years.Add(year);
                        break;
                    case null when (at < first || at >= end) && block.Tokens[at] is { Kind: TokenKind.Word, Length: > 2 } && _nonNouns.Match(block.Tokens, at).Length == 0:
                        words.Add(NounPhrase.Singular(block.TextOf(block.Tokens[at])));
                        break;
                    default:
                        break;
                }
            }

            var columns = Columns(table, claim, row, words, years, numbers, isSet, mustNameFigure);
            if (columns.Count == 0)
            {
                return;
            }

            var chosen = columns.Find(c => IsTrue(c, row, claim.Direction)) ?? columns[0];
            if (_told.Add((block.Block.Index, claim.First)))
            {
                Add(block, claim, chosen, row, first, end);
            }
        }

        /// <summary>The one row that a clause names, and where.</summary>
        private static (int Row, int First, int End)? Named(RankedTable table, TokenizedBlock block, int from, int to)
        {
            (int Row, int First, int End)? found = null;
            foreach (var row in table.Rows)
            {
                var label = row.Label;
                var isLetter = label.Block.Prose.Text.Length <= 2;
                for (var at = from; at + label.Tokens.Length <= to; at++)
                {
                    if (!StandsAt(block, at, label) || (isLetter && (at == from || !table.KindWords.Contains(NounPhrase.Singular(block.TextOf(block.Tokens[at - 1]))))))
                    {
                        continue;
                    }

                    var end = at + label.Tokens.Length;
                    if (found is { } other && (at < other.End && other.First < end))
                    {
                        // Of "Ashby" and "Ashby Road" the longer is meant.
                        found = end - at > other.End - other.First ? (row.Index, at, end) : found;
                        break;
                    }

                    if (found is not null)
                    {
                        return null;
                    }

                    found = (row.Index, at, end);
                    break;
                }
            }

            return found;
        }

        private static bool StandsAt(TokenizedBlock block, int at, TokenizedBlock label)
        {
            for (var i = 0; i < label.Tokens.Length; i++)
            {
                if (!block.TextOf(block.Tokens[at + i]).Equals(label.TextOf(label.Tokens[i]), StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>False where the claim is said of some of the rows only: <c>the busiest of the coastal wards</c>, <c>of the three</c> in a table of five.</summary>
        private bool IsOfAll(RankedTable table, TokenizedBlock block, in Claim claim, int from, int to, out bool isSet)
        {
            isSet = false;
            for (var at = from; at < to; at++)
            {
                var (length, meaning) = _claims.Match(block.Tokens, at);
                if (length > 0 && meaning == "set")
                {
                    if (block.MentionAt(at + length - 1) is NumericFact count && count.Nominal != table.Rows.Count)
                    {
                        return false;
                    }

                    isSet = true;
                }
                else if (length > 0 && meaning == "group" && length > 1)
                {
                    isSet = true;
                }
                else if (length == 0 && block.TextOf(block.Tokens[at]).Equals("of", StringComparison.OrdinalIgnoreCase) && (at == from || at >= claim.End) && at + 1 < to && block.TextOf(block.Tokens[at + 1]) is "the" or "our" or "these" or "those" or "its")
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>The columns that may be meant; empty where nothing ties the claim to one.</summary>
        private static List<RankedTable.Column> Columns(RankedTable table, in Claim claim, int row, HashSet<string> words, HashSet<int> years, List<NumericFact> numbers, bool isSet, bool mustNameFigure)
        {
            var found = new List<RankedTable.Column>(2);
            var most = 0;
            foreach (var column in table.Columns)
            {
                if (column.Figures[row] is not { } figure || !IsMeasured(column, figure, claim) || (years.Count > 0 && !years.Overlaps(column.Years)))
                {
                    continue;
                }

                if (numbers.Count > 0)
                {
                    if (numbers.TrueForAll(n => n.Value.Intersects(figure.Value) && n is Percentage == figure is Percentage))
                    {
                        found.Add(column);
                    }

                    continue;
                }

                var shared = column.Words.Count(words.Contains) + (years.Count > 0 ? 1 : 0);
                if (mustNameFigure || shared < most || (shared == 0 && (claim.IsJudged || !(isSet || (claim.Tie.Length == 0 && (claim.Dimension != "count" || table.Columns.Count == 1))))))
                {
                    continue;
                }

                if (shared > most)
                {
                    found.Clear();
                    most = shared;
                }

                found.Add(column);
            }

            return found;
        }

        /// <summary>True where a claim can be made of a column's figures: any, or those of its dimension by sign or heading.</summary>
        private static bool IsMeasured(RankedTable.Column column, NumericFact figure, in Claim claim)
        {
            if (claim.Dimension == "any")
            {
                return true;
            }

            foreach (var dimension in claim.Dimension.Split('/'))
            {
                if (figure.Dimension == dimension ? dimension != "count" || column.Dimensions.Count == 0 : column.Dimensions.Contains(dimension))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool IsTrue(RankedTable.Column column, int row, string direction)
        {
            var best = column.Figures[row]!.Value;
            foreach (var figure in column.Figures)
            {
                if (figure is not null && (direction == "top" ? figure.Value.Low > best.High : figure.Value.High < best.Low))
                {
                    return false;
                }
            }

            return true;
        }

        private void Add(TokenizedBlock block, in Claim claim, RankedTable.Column column, int row, int first, int end)
        {
            var others = new List<Fact>(column.Figures.Length);
            for (var i = 0; i < column.Figures.Length; i++)
            {
                if (i != row && column.Figures[i] is { } figure)
                {
                    others.Add(figure);
                }
            }

            context.Facts.Add(RankingExtractor.Superlative(context, block, claim.Direction, column.Figures[row]!, others, block.SpanOf(first, end), block.SpanOf(claim.First, claim.End), block.SentenceOf(claim.First)));
        }
    }
}
