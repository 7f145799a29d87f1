using System.Globalization;
using System.Text;

namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>Solves relations for one of their figures, and writes them down. Figures are given whole first, then parts.</summary>
internal static class RelationAlgebra
{
    /// <summary>What one figure would have to be, all others unchanged; null where it cannot be told or is too large.</summary>
    public static decimal? Solve(Relation relation, ReadOnlySpan<RelationCell> cells, int at)
    {
        try
        {
            return relation.Kind switch
            {
                RelationKind.Product => at == 0 ? cells[1].Value * cells[2].Value * relation.Factor
                    : cells[3 - at].Value == 0 ? null : cells[0].Value / (cells[3 - at].Value * relation.Factor),
                RelationKind.Change => at switch
                {
                    0 => cells[1].Value + (Math.Abs(cells[1].Value) * cells[2].Value / 100),
                    1 => cells[2].Value == -100 || cells[1].Value < 0 ? null : cells[0].Value * 100 / (100 + cells[2].Value),
                    _ => (cells[0].Value - cells[1].Value) * 100 / Math.Abs(cells[1].Value),
                },
                RelationKind.Multiple => at == 0 ? cells[1].Value * relation.Factor : cells[0].Value / relation.Factor,
                RelationKind.Carried => cells[1 - at].Value,
                _ => SolveSum(relation, cells, at),
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal SolveSum(Relation relation, ReadOnlySpan<RelationCell> cells, int at)
    {
        decimal others = 0;
        for (var i = 1; i < cells.Length; i++)
        {
            others += i == at ? 0 : Sign(relation, i) * cells[i].Value;
        }

        return at == 0 ? others : Sign(relation, at) * (cells[0].Value - others);
    }

    /// <summary>The sign of a part, by its place among the figures; a running total's figure before has none of its own.</summary>
    private static int Sign(Relation relation, int at) => relation.Kind == RelationKind.Sum ? relation.SignOf(at - 1) : at == 1 ? 1 : relation.SignOf(at - 2);

    /// <summary>The name that rules see.</summary>
    public static string NameOf(Relation relation) => relation.Kind switch
    {
        RelationKind.Product => relation.Result == relation.Whole ? "product" : "quotient",
        RelationKind.Change => "change",
        RelationKind.Running => "running",
        RelationKind.Multiple => "multiple",
        RelationKind.Carried => "carried",
        _ => relation.Result == relation.Whole ? "sum" : "difference",
    };

    /// <summary>The computation of the figure at a place, as a person would write it down.</summary>
    public static string Write(Relation relation, ReadOnlySpan<RelationCell> cells, int at)
    {
        var factor = relation.Factor == 1 || HasPercentage(cells) ? "" : " × " + relation.Factor.ToString("#,##0.######", CultureInfo.InvariantCulture);
        switch (relation.Kind)
        {
            case RelationKind.Product when at == 0:
                return $"{Show(cells[1])} × {Show(cells[2])}{factor}";
            case RelationKind.Product:
                var quotient = $"{Show(cells[0])} ÷ {Show(cells[3 - at])}";
                return factor.Length == 0 ? quotient : $"{quotient} ÷ {relation.Factor.ToString("#,##0.######", CultureInfo.InvariantCulture)}";
            case RelationKind.Change when at == 2:
                return $"({Show(cells[0])} − {Show(cells[1])}) ÷ {Show(cells[1])}";
            case RelationKind.Change:
                return at == 0 ? $"{Show(cells[1])} changed by {Show(cells[2])}" : $"{Show(cells[0])} before a change by {Show(cells[2])}";
            case RelationKind.Multiple:
                return $"{Show(cells[1])} × {relation.Factor.ToString("#,##0.######", CultureInfo.InvariantCulture)}";
            case RelationKind.Carried:
                return Show(cells[1 - at]);
            default:
                return WriteSum(relation, cells, at);
        }
    }

    private static bool HasPercentage(ReadOnlySpan<RelationCell> cells)
    {
        foreach (ref readonly var cell in cells)
        {
            if (cell.Fact is Percentage)
            {
                return true;
            }
        }

        return false;
    }

    private static string WriteSum(Relation relation, ReadOnlySpan<RelationCell> cells, int at)
    {
        var turned = at != 0 && Sign(relation, at) > 0;
        var text = new StringBuilder(turned ? Show(cells[0]) : "");
        for (var i = 1; i < cells.Length; i++)
        {
            if (i != at && cells[i].Fact is not null)
            {
                var minus = cells[i].Value < 0 != (turned != Sign(relation, i) < 0);
                text.Append(text.Length == 0 ? (minus ? "−" : "") : minus ? " − " : " + ").Append(Show(cells[i], isSigned: false));
            }
        }

        return at == 0 || turned ? text.ToString() : text.Append(cells[0].Value < 0 ? " + " : " − ").Append(Show(cells[0], isSigned: false)).ToString();
    }

    /// <summary>With as many decimals as were written, and the percent sign.</summary>
    private static string Show(in RelationCell cell, bool isSigned = true)
    {
        var number = NumberWriter.WithStep(Math.Abs(cell.Value), cell.Step);
        return (isSigned && cell.Value < 0 ? "−" : "") + number + (cell.Fact is Percentage ? "%" : "");
    }
}
