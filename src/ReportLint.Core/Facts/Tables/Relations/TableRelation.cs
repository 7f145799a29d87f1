using System.Globalization;

namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>
/// A figure of a table that follows from others in its row (its column, in a table whose rows are the fields), as the other rows
/// prove or the headings declare. Where it does not follow, that is still a fact: rules judge.
/// </summary>
public sealed class TableRelation : Fact
{
    /// <summary>The fact type.</summary>
    public static readonly FactType FactType = new(
        "TableRelation", "a figure in a table that follows from others of its row, as the other rows prove or the headings declare", "the 1,320 beside 12 desks at 110 each",
        new("result", ValueKind.Fact, "the figure that follows from the others: the last one as the table is read", static f => Facts.Value.Of(((TableRelation)f).Result)) { ElementType = "Number" },
        new("operands", ValueKind.List, "the figures that it follows from, in the order of the working", static f => Facts.Value.Of(((TableRelation)f).Operands)) { ElementType = "Number" },
        new("kind", ValueKind.Text, "how it follows from them", static f => Facts.Value.Of(((TableRelation)f).Kind)) { Symbols = ["product", "quotient", "sum", "difference", "change", "running", "multiple", "carried"] },
        new("computed", ValueKind.Number, "what follows from the operands, to the last digit of the result", static f => Facts.Value.Of((decimal?)((TableRelation)f).Computed)),
        new("shown", ValueKind.Text, "for a message: what follows from the operands, with as many decimals as the result", static f => Facts.Value.Of(((TableRelation)f).Shown)),
        new("working", ValueKind.Text, "the computation written out: 12 × 110", static f => Facts.Value.Of(((TableRelation)f).Working)),
        new("agrees", ValueKind.Truth, "whether the result is what follows from the operands, as far as rounding allows", static f => Facts.Value.Of((bool?)((TableRelation)f).Agrees)),
        new("evidence", ValueKind.Text, "proven (by the other rows alone) or declared (by the headings)", static f => Facts.Value.Of(((TableRelation)f).IsDeclared ? "declared" : "proven")) { Symbols = ["proven", "declared"] },
        new("support", ValueKind.Number, "how many other rows hold", static f => Facts.Value.Of(((TableRelation)f).Support)),
        new("misses", ValueKind.Number, "how many rows do not hold", static f => Facts.Value.Of(((TableRelation)f).Misses)),
        new("gap", ValueKind.Number, "the difference as a share of the largest figure compared, from 0 to 1", static f => Facts.Value.Of((decimal?)((TableRelation)f).Gap)),
        new("one_slip", ValueKind.Truth, "whether one slip of the keys in one of the figures, of three digits or more, explains the difference", static f => Facts.Value.Of((bool?)((TableRelation)f).IsOneSlip)),
        new("suspect", ValueKind.Fact, "the figure that is likeliest wrong: one that would mend another sum too, or alone is in no sum that holds, or is one slip away; else the result", static f => Facts.Value.Of(((TableRelation)f).Suspect)) { ElementType = "Number" },
        new("mended", ValueKind.Number, "what the suspect would have to be", static f => Facts.Value.Of((decimal?)((TableRelation)f).Mended)),
        new("hint", ValueKind.Text, "for a message: the suspect, where it is not the result, and what it would have to be; or empty", static f => Facts.Value.Of(((TableRelation)f).Hint)),
        new("lane", ValueKind.Text, "for a message: in row “Desks”, or empty", static f => Facts.Value.Of(((TableRelation)f).Lane)),
        new("explained", ValueKind.Truth, "whether the suspect is told of by a total or another relation", static f => Facts.Value.Of((bool?)((TableRelation)f).IsExplained)));

    private readonly RelationFigures _figures;
    private NumericFact? _suspect;
    private decimal? _mended;
    private decimal? _computed;

    internal TableRelation(RelationFigures figures) => _figures = figures;

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>The figure that follows from the others.</summary>
    public required NumericFact Result { get; init; }

    /// <summary>The figures that it follows from.</summary>
    public IReadOnlyList<NumericFact> Operands => field ??= _figures.Operands;

    /// <summary>How it follows from them.</summary>
    public string Kind => _figures.Kind;

    /// <summary>What follows from the operands, rounded as the result is.</summary>
    public decimal Computed => _computed ??= _figures.Computed;

    /// <summary>What follows from the operands, as the result would be written.</summary>
    public string Shown => field ??= _figures.Shown;

    /// <summary>The computation written out.</summary>
    public string Working => field ??= _figures.Working;

    /// <summary>True where rounding explains what difference there is.</summary>
    public required bool Agrees { get; init; }

    /// <summary>True where the headings declare the relation.</summary>
    public required bool IsDeclared { get; init; }

    /// <summary>How many other records hold.</summary>
    public required int Support { get; init; }

    /// <summary>How many records do not hold.</summary>
    public required int Misses { get; init; }

    /// <summary>The difference as a share of the largest figure compared.</summary>
    public required decimal Gap { get; init; }

    /// <summary>For each figure, the result first, what it would have to be, all others unchanged.</summary>
    internal List<RelationMend> Mends => _figures.Mends;

    /// <summary>The label of the record.</summary>
    public string Lane => field ??= _figures.Lane;

    /// <summary>True where one slip in one figure explains the difference.</summary>
    public required bool IsOneSlip { get; init; }

    /// <summary>The figure that is likeliest wrong: the result, unless another is to blame.</summary>
    public NumericFact Suspect => _suspect ?? Result;

    /// <summary>What the suspect would have to be.</summary>
    public decimal Mended => _mended ?? Computed;

    /// <summary>True where something else tells of the suspect.</summary>
    public bool IsExplained { get; internal set; }

    /// <summary>Blames a figure.</summary>
    internal void Blame(RelationMend mend) => (_suspect, _mended) = (mend.Fact, mend.Needed);

    private string Hint => Suspect == Result ? "" : $"; {Mended.ToString("#,##0.############", CultureInfo.InvariantCulture)} instead of {Suspect.Text} would fit";
}

/// <summary>A figure of a relation and what it would have to be for the relation to hold.</summary>
/// <param name="Fact">The figure.</param>
/// <param name="Needed">The value that it would have to have.</param>
internal sealed record RelationMend(NumericFact Fact, decimal Needed);
