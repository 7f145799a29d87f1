using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// Finds tables with a column of births and one of ages (<c>lexicon/age-headings.yml</c>), and for each row the year in which it is
/// the age: that of a column of deaths or events, or the one year that fits nearly all rows. Tables of which too few rows fit are left out.
/// </summary>
public sealed class AgeTableExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [AgeRow.FactType];

    private readonly record struct Row(TokenizedBlock Age, int Years, int Born, int? Event);

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var headings = context.Knowledge.Lexicon("age-headings");
        var words = DateWords.Of(context.Knowledge);
        var settings = new DateSettings(context.Knowledge.Settings("dates"));
        foreach (var table in context.Document.Tables)
        {
            if (table.HeaderRows > 0 && table.PrecedingBlock is var before && Columns(context, table, before + 1, headings) is var (born, age, happened))
            {
                Add(context, Rows(context, table, before + 1, born, age, happened, words, settings), settings);
            }
        }
    }

    /// <summary>The columns of births, ages and events by their headings; null without the first two.</summary>
    private static (int Born, int Age, int? Event)? Columns(AnalysisContext context, Table table, int firstBlock, Lexicon headings)
    {
        int? born = null, age = null, happened = null;
        var headingRow = table.Rows[table.HeaderRows - 1];
        var block = firstBlock + Offset(table, table.HeaderRows - 1);
        for (var column = 0; column < headingRow.Count; column++)
        {
            if (block + column >= context.Blocks.Count)
            {
                return null;
            }

            var tokens = context.Blocks[block + column].Tokens;
            for (var at = 0; at < tokens.Length; at++)
            {
                var meaning = headings.Match(tokens, at).Meaning;
                if (meaning.Length > 0)
                {
                    switch (meaning)
                    {
                        case "born":
                            born ??= column;
                            break;
                        case "age":
                            age ??= column;
                            break;
                        case "event":
                            happened ??= column;
                            break;
                        default:
                            return null;
                    }

                    break;
                }
            }
        }

        return born is { } b && age is { } a ? (b, a, happened) : null;
    }

    private static int Offset(Table table, int row)
    {
        var offset = 0;
        for (var i = 0; i < row; i++)
        {
            offset += table.Rows[i].Count;
        }

        return offset;
    }

    private static List<Row> Rows(AnalysisContext context, Table table, int firstBlock, int born, int age, int? happened, DateWords words, DateSettings settings)
    {
        var rows = new List<Row>();
        var block = firstBlock + Offset(table, table.HeaderRows);
        for (var row = table.HeaderRows; row < table.Rows.Count; block += table.Rows[row].Count, row++)
        {
            var cells = table.Rows[row].Count;
            if (born >= cells || age >= cells || block + cells > context.Blocks.Count)
            {
                continue;
            }

            var ageCell = context.Blocks[block + age];
            if (YearOf(context.Blocks[block + born], words) is { } year && ageCell.Tokens.Length > 0 && new TokenReader(ageCell, words).Digits(0, out var years) is > 0 and < 4 && years <= settings.OldestAge && IsBare(ageCell, words))
            {
                rows.Add(new Row(ageCell, years, year, happened is { } column && column < cells ? YearOf(context.Blocks[block + column], words) : null));
            }
        }

        return rows;
    }

    /// <summary>A plain number of years: no unit of months, no range.</summary>
    private static bool IsBare(TokenizedBlock cell, DateWords words) => cell.Tokens.Length == 1 || (cell.Tokens.Length == 2 && new TokenReader(cell, words).MarkAt(1) is '*' or '†');

    /// <summary>The one year that a cell names.</summary>
    private static int? YearOf(TokenizedBlock cell, DateWords words)
    {
        int? year = null;
        foreach (var mention in cell.Mentions)
        {
            if (mention.Fact is DateMention { Year: { } named, HasShortYear: false, IsValid: true })
            {
                if (year is not null)
                {
                    return null;
                }

                year = named;
            }
        }

        return year ?? (cell.Tokens.Length == 1 && new TokenReader(cell, words).Digits(0, out var digits) == 4 ? digits : null);
    }

    private static bool Fits(in Row row, int year) => year - row.Born - row.Years is 0 or 1;

    private static void Add(AnalysisContext context, List<Row> rows, DateSettings settings)
    {
        var dated = rows.Where(static r => r.Event is not null).ToList();
        if (dated.Count > 0)
        {
            var fitting = dated.Count(static r => Fits(r, r.Event!.Value));
            if (fitting >= settings.FewestFitting && fitting * 2 > dated.Count)
            {
                foreach (var row in dated)
                {
                    Add(context, row, row.Event!.Value);
                }
            }

            return;
        }

        if (CommonYear(rows, settings.FewestFittingYearless) is { } year)
        {
            foreach (var row in rows)
            {
                Add(context, row, year);
            }
        }
    }

    /// <summary>The one year that all rows but one have in common, or that all have.</summary>
    private static int? CommonYear(List<Row> rows, int fewest)
    {
        var counts = new Dictionary<int, int>();
        foreach (var row in rows)
        {
            for (var year = row.Born + row.Years; year <= row.Born + row.Years + 1; year++)
            {
                counts[year] = counts.GetValueOrDefault(year) + 1;
            }
        }

        int? best = null;
        foreach (var (year, count) in counts.OrderBy(static c => c.Key))
        {
            if (count >= fewest && count >= rows.Count - 1 && (best is null || count > counts[best.Value]))
            {
                best = year;
            }
        }

        return best;
    }

    private static void Add(AnalysisContext context, in Row row, int year) => context.Facts.Add(new AgeRow
    {
        Document = context.Document,
        Block = row.Age.Block,
        Prose = row.Age.SpanOf(0, row.Age.Tokens.Length),
        Sentence = row.Age.FirstSentence,
        Age = row.Years,
        Born = row.Born,
        Year = year,
    });
}
