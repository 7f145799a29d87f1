using System.Globalization;
using ReportLint.Core.Rules;

namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>Makes the facts of a relation, one for each record that has something to compare.</summary>
internal static class RelationFact
{
    /// <summary>Adds the facts; summaries for which the relation does not hold, and need not, are left out, and so is what a total says as well.</summary>
    /// <returns>How many records the relation says something of.</returns>
    public static int AddTo(List<TableRelation> facts, RelationTable table, FoundRelation found, bool inRows, TableSettings settings, ToldTotals told)
    {
        var count = 0;
        for (var record = 0; record < table.Records.Length; record++)
        {
            if (found.Relation.Kind == RelationKind.Sum && told.Tell(table, found.Relation, record))
            {
                count++;
            }
            else if (found.Relation.Judge(table, record, found.IsExact) is { } verdict && (verdict.State != RelationState.Fails || found.Relation.Kind == RelationKind.Sum || !table.Records[record].IsSummary))
            {
                count++;
                facts.Add(Make(table, found, record, verdict, verdict.State != RelationState.Fails, inRows, settings));
            }
        }

        return count;
    }

    private static TableRelation Make(RelationTable table, FoundRelation found, int record, in RelationVerdict verdict, bool agrees, bool inRows, TableSettings settings)
    {
        var figures = new RelationFigures(table, found.Relation, record, inRows);
        var result = table.FactAt(found.Relation.Result, record)!;
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
    private readonly RelationTable _table;
    private readonly Relation _relation;
    private readonly int _record;
    private readonly int _result;
    private readonly bool _inRows;
    private RelationCell[]? _cells;
    private List<RelationMend>? _mends;

    public RelationFigures(RelationTable table, Relation relation, int record, bool inRows)
    {
        (_table, _relation, _record, _inRows) = (table, relation, record, inRows);
        _result = relation.Result == relation.Whole ? 0 : 1 + Array.IndexOf(relation.Parts, relation.Result);
    }

    /// <summary>All figures, the whole first; few are ever asked for.</summary>
    private RelationCell[] Cells
    {
        get
        {
            if (_cells is null)
            {
                _cells = new RelationCell[_relation.Figures];
                for (var i = 0; i < _cells.Length; i++)
                {
                    var (column, record) = _relation.PlaceOf(i, _record);
                    _cells[i] = _table[column, record];
                }
            }

            return _cells;
        }
    }

    /// <summary>The figure that the others lead to.</summary>
    private ref readonly RelationCell Result => ref Cells[_result];

    /// <summary>The name of the relation.</summary>
    public string Kind => RelationAlgebra.NameOf(_relation);

    /// <summary>The figures that lead to the result.</summary>
    public List<NumericFact> Operands
    {
        get
        {
            var operands = new List<NumericFact>(_relation.Figures);
            for (var i = 0; i < _relation.Figures; i++)
            {
                var (column, record) = _relation.PlaceOf(i, _record);
                if (i != _result && _table.FactAt(column, record) is { } operand)
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
    public decimal Computed => RelationAlgebra.Solve(_relation, Cells, _result) is { } needed ? Round(needed, Result.Step) : Result.Value;

    /// <summary>What follows for the result, as it would be written.</summary>
    public string Shown => (Computed < 0 ? "−" : "") + NumberWriter.WithStep(Math.Abs(Computed), Result.Step) + (Result.Fact is Percentage ? "%" : "");

    private string Label => _table.Records[_record].Label;

    /// <summary>The label of the record in words for a message; empty where it has none, or one that is too long.</summary>
    public string Lane => Label.Length is 0 or > 60 ? "" : string.Create(CultureInfo.InvariantCulture, $" in {(_inRows ? "column" : "row")} “{Label}”");

    /// <summary>The computation written out.</summary>
    public string Working => RelationAlgebra.Write(_relation, Cells, _result);

    /// <summary>True where one slip of the keys in a figure of so many steps makes the relation hold.</summary>
    public bool HasSlip(decimal steps) => Mends.Exists(m => Math.Abs(m.Fact.Nominal) >= steps * m.Fact.Step && SlipKinds.Of(m.Fact, m.Needed) >= SlipKind.Mistyped);

    private List<RelationMend> Solve()
    {
        var mends = new List<RelationMend>(Cells.Length);
        for (var i = 0; i < Cells.Length; i++)
        {
            if (Cells[i].Fact is { } fact && RelationAlgebra.Solve(_relation, Cells, i) is { } needed)
            {
                mends.Add(new(fact, Round(needed, Cells[i].Step)));
            }
        }

        var result = Result.Fact;
        mends.Sort((a, b) => (b.Fact == result).CompareTo(a.Fact == result));
        return mends;
    }

    /// <summary>To the last written digit of a figure.</summary>
    private static decimal Round(decimal value, decimal step) => step <= 0 || Math.Abs(value) / step > 1e24m ? value : Math.Round(value / step, MidpointRounding.AwayFromZero) * step;
}
