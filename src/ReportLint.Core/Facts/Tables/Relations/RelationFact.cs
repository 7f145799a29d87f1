using System.Globalization;
using ReportLint.Core.Rules;

namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>Makes the facts of a relation, one for each record that has something to compare.</summary>
internal static class RelationFact
{
    /// <summary>Adds the facts; summaries for which the relation does not hold, and need not, are left out.</summary>
    public static void AddTo(List<TableRelation> facts, RelationTable table, FoundRelation found, bool inRows, TableSettings settings)
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
                facts.Add(Make(table, found, record, verdict, agrees, inRows, settings));
            }
        }
    }

    private static TableRelation Make(RelationTable table, FoundRelation found, int record, in RelationVerdict verdict, bool agrees, bool inRows, TableSettings settings)
    {
        var figures = new RelationFigures(table, found.Relation, record, inRows);
        var result = figures.Result.Fact!;
        return new TableRelation(figures)
        {
            Document = result.Document,
            Block = result.Block,
            Prose = result.Prose,
            Sentence = result.Sentence,
            Result = result,
            Agrees = agrees,
            IsDeclared = found.IsDeclared,
            Support = found.Holds - (verdict is { State: RelationState.Holds, Digits: > 0 } ? 1 : 0),
            Misses = found.Misses,
            Gap = verdict.Gap,
            IsOneSlip = !agrees && figures.HasSlip(settings.SlipSteps),
        };
    }
}

/// <summary>The figures of one record of a relation, and what follows from them.</summary>
internal sealed class RelationFigures
{
    private readonly Relation _relation;
    private readonly RelationCell[] _cells;
    private readonly int _result;
    private readonly string _label;
    private readonly bool _inRows;
    private List<RelationMend>? _mends;

    public RelationFigures(RelationTable table, Relation relation, int record, bool inRows)
    {
        (_relation, _label, _inRows) = (relation, table.Records[record].Label, inRows);
        _cells = Ordered(table, relation, record);
        _result = relation.Result == relation.Whole ? 0 : 1 + Array.IndexOf(relation.Parts, relation.Result);
    }

    /// <summary>The figure that the others lead to.</summary>
    public ref readonly RelationCell Result => ref _cells[_result];

    /// <summary>The name of the relation.</summary>
    public string Kind => RelationAlgebra.NameOf(_relation);

    /// <summary>The figures that lead to the result.</summary>
    public List<NumericFact> Operands
    {
        get
        {
            var operands = new List<NumericFact>(_cells.Length);
            for (var i = 0; i < _cells.Length; i++)
            {
                if (i != _result && _cells[i].Fact is { } operand)
                {
                    operands.Add(operand);
                }
            }

            return operands;
        }
    }

    /// <summary>For each figure, the result first, what it would have to be, all others unchanged.</summary>
    public List<RelationMend> Mends => _mends ??= Solve();

    /// <summary>What follows for the result, to its last digit; the result itself where nothing can be told.</summary>
    public decimal Computed => RelationAlgebra.Solve(_relation, _cells, _result) is { } needed ? Round(needed, Result.Step) : Result.Value;

    /// <summary>What follows for the result, as it would be written.</summary>
    public string Shown => (Computed < 0 ? "−" : "") + NumberWriter.WithStep(Math.Abs(Computed), Result.Step) + (Result.Fact is Percentage ? "%" : "");

    /// <summary>The label of the record in words for a message; empty where it has none, or one that is too long.</summary>
    public string Lane => _label.Length is 0 or > 60 ? "" : string.Create(CultureInfo.InvariantCulture, $" in {(_inRows ? "column" : "row")} “{_label}”");

    /// <summary>The computation written out.</summary>
    public string Working => RelationAlgebra.Write(_relation, _cells, _result);

    /// <summary>True where one slip of the keys in a figure of so many steps makes the relation hold.</summary>
    public bool HasSlip(decimal steps) => Mends.Exists(m => Math.Abs(m.Fact.Nominal) >= steps * m.Fact.Step && SlipKinds.Of(m.Fact, m.Needed) >= SlipKind.Mistyped);

    private List<RelationMend> Solve()
    {
        var mends = new List<RelationMend>(_cells.Length);
        for (var i = 0; i < _cells.Length; i++)
        {
            if (_cells[i].Fact is { } fact && RelationAlgebra.Solve(_relation, _cells, i) is { } needed)
            {
                mends.Add(new(fact, Round(needed, _cells[i].Step)));
            }
        }

        var result = Result.Fact;
        mends.Sort((a, b) => (b.Fact == result).CompareTo(a.Fact == result));
        return mends;
    }

    /// <summary>The whole first, then the parts; of a running total the figure before first among them.</summary>
    private static RelationCell[] Ordered(RelationTable table, Relation relation, int record)
    {
        if (relation.Kind == RelationKind.Carried)
        {
            return [table[relation.Whole, record], table[relation.Parts[0], record - 1]];
        }

        var first = relation.Kind == RelationKind.Running ? 2 : 1;
        var cells = new RelationCell[first + relation.Parts.Length];
        cells[0] = table[relation.Whole, record];
        if (first > 1)
        {
            cells[1] = table[relation.Whole, record - 1];
        }

        for (var i = 0; i < relation.Parts.Length; i++)
        {
            cells[first + i] = table[relation.Parts[i], record];
        }

        return cells;
    }

    /// <summary>To the last written digit of a figure.</summary>
    private static decimal Round(decimal value, decimal step) => step <= 0 || Math.Abs(value) / step > 1e24m ? value : Math.Round(value / step, MidpointRounding.AwayFromZero) * step;
}
