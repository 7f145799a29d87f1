using System.Globalization;
using ReportLint.Core.Rules;

namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>Makes the facts of a relation, one for each record that has something to compare.</summary>
internal static class RelationFact
{
    /// <summary>The facts; summaries for which the relation does not hold, and need not, are left out.</summary>
    public static IEnumerable<TableRelation> Make(RelationTable table, FoundRelation found, bool inRows, TableSettings settings)
    {
        for (var record = 0; record < table.Records.Length; record++)
        {
            if (found.Relation.Judge(table, record, found.IsExact) is not { } verdict)
            {
                continue;
            }

            var agrees = verdict.State != RelationState.Fails;
            if (agrees || found.Relation.Kind == RelationKind.Sum || !table.Records[record].IsSummary)
            {
                yield return Make(table, found, record, verdict, agrees, inRows, settings);
            }
        }
    }

    private static TableRelation Make(RelationTable table, FoundRelation found, int record, RelationVerdict verdict, bool agrees, bool inRows, TableSettings settings)
    {
        var relation = found.Relation;
        var cells = Ordered(table, relation, record);
        var mends = new List<RelationMend>(cells.Count);
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Fact is not null && RelationAlgebra.Solve(relation, cells, i) is { } needed)
            {
                mends.Add(new(cells[i].Fact!, Round(needed, cells[i].Step)));
            }
        }

        var at = relation.Result == relation.Whole ? 0 : 1 + Array.IndexOf(relation.Parts, relation.Result);
        var result = cells[at];
        mends.Sort((a, b) => (b.Fact == result.Fact).CompareTo(a.Fact == result.Fact));
        var computed = mends is [var (first, value), ..] && first == result.Fact ? value : result.Value;
        var operands = new List<NumericFact>(cells.Count);
        for (var i = 0; i < cells.Count; i++)
        {
            if (i != at && cells[i].Fact is { } operand)
            {
                operands.Add(operand);
            }
        }

        var label = table.Records[record].Label;
        var isOneSlip = !agrees && mends.Exists(m => Math.Abs(m.Fact.Nominal) >= settings.SlipSteps * m.Fact.Step && SlipKinds.Of(m.Fact, m.Needed) >= SlipKind.Mistyped);
        return new TableRelation
        {
            Document = result.Fact!.Document,
            Block = result.Fact.Block,
            Prose = result.Fact.Prose,
            Sentence = result.Fact.Sentence,
            Result = result.Fact,
            Operands = operands,
            Kind = RelationAlgebra.NameOf(relation),
            Computed = computed,
            Shown = (computed < 0 ? "−" : "") + NumberWriter.WithStep(Math.Abs(computed), result.Step) + (result.Fact is Percentage ? "%" : ""),
            Working = RelationAlgebra.Write(relation, cells, at),
            Agrees = agrees,
            IsDeclared = found.IsDeclared,
            Support = found.Holds - (verdict is { State: RelationState.Holds, Digits: > 0 } ? 1 : 0),
            Misses = found.Misses,
            Gap = verdict.Gap,
            Mends = mends,
            Lane = label.Length is 0 or > 60 ? "" : string.Create(CultureInfo.InvariantCulture, $" in {(inRows ? "column" : "row")} “{label}”"),
            IsOneSlip = isOneSlip,
            Suspect = result.Fact,
            Mended = computed,
        };
    }

    /// <summary>The whole first, then the parts; of a running total the figure before first among them.</summary>
    private static List<RelationCell> Ordered(RelationTable table, Relation relation, int record)
    {
        List<RelationCell> cells = [table[relation.Whole, record]];
        if (relation.Kind == RelationKind.Carried)
        {
            cells.Add(table[relation.Parts[0], record - 1]);
            return cells;
        }

        if (relation.Kind == RelationKind.Running)
        {
            cells.Add(table[relation.Whole, record - 1]);
        }

        foreach (var part in relation.Parts)
        {
            cells.Add(table[part, record]);
        }

        return cells;
    }

    /// <summary>To the last written digit of a figure.</summary>
    private static decimal Round(decimal value, decimal step) => step <= 0 || Math.Abs(value) / step > 1e24m ? value : Math.Round(value / step, MidpointRounding.AwayFromZero) * step;
}
