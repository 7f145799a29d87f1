namespace ReportLint.Core.Facts.Tables;

/// <summary>A figure in a table that stands for the sum of others in its row or column. Where a line of totals has a column that does not fit, that is still a fact: rules judge.</summary>
public sealed class TableTotal : Fact
{
    internal static readonly FactType FactType = new(
        "TableTotal", "a figure in a table that stands for the sum of others in its row or column", "the 300 in a row 'Total' under 212 and 88",
        new("total", ValueKind.Fact, "the figure that should be the sum", static f => Facts.Value.Of(((TableTotal)f).Total)) { ElementType = "Number" },
        new("parts", ValueKind.List, "the figures that it sums, in order; deducted ones included", static f => Facts.Value.Of(((TableTotal)f).Parts)) { ElementType = "Number" },
        new("sum", ValueKind.Number, "the sum of the parts with their signs", static f => Facts.Value.Of(((TableTotal)f).Sum)),
        new("shown", ValueKind.Text, "for a message: the sum with as many decimals as its parts", static f => Facts.Value.Of(((TableTotal)f).Shown)),
        new("working", ValueKind.Text, "the sum written out: 438.60 − 300.00; long ones are shortened in the middle", static f => Facts.Value.Of(((TableTotal)f).Working)),
        new("axis", ValueKind.Text, "whether it sums down a column or along a row", static f => Facts.Value.Of(((TableTotal)f).IsColumn ? "column" : "row")) { Symbols = ["column", "row"] },
        new("label", ValueKind.Text, "the label of the line of totals", static f => Facts.Value.Of(((TableTotal)f).Label)),
        new("heading", ValueKind.Text, "the heading of the column that is summed, or the label of the row", static f => Facts.Value.Of(((TableTotal)f).Heading)),
        new("lane", ValueKind.Text, "the heading in words for a message: in column “2013”, in row “Nets”, or empty", static f => Facts.Value.Of(((TableTotal)f).Lane)),
        new("evidence", ValueKind.Text, "why it is taken for a total: proven (other columns or rows of the same line fit, or one of them and another total of the same column), labelled (Total, All), result (Surplus, Net income, or bold), blank (a last line without a label), balance (an opening or closing balance), arithmetic (nothing but the sum itself)", static f => Facts.Value.Of(((TableTotal)f).Evidence)) { Symbols = ["proven", "labelled", "result", "blank", "balance", "arithmetic"] },
        new("support", ValueKind.Number, "how many other figures of the same line are the sum of theirs", static f => Facts.Value.Of(((TableTotal)f).Support)),
        new("misses", ValueKind.Number, "how many figures of the same line are not the sum of theirs, this one included", static f => Facts.Value.Of(((TableTotal)f).Misses)),
        new("gap", ValueKind.Number, "the difference between sum and total as a share of the larger, from 0 to 1", static f => Facts.Value.Of((decimal?)((TableTotal)f).Gap)),
        new("one_part", ValueKind.Truth, "whether leaving one part out, counting it twice or changing its sign explains the difference", static f => Facts.Value.Of((bool?)((TableTotal)f).IsOnePartOff)),
        new("one_slip", ValueKind.Truth, "whether one slip of the keys in the total or in one of the parts, of three digits or more, explains the difference", static f => Facts.Value.Of((bool?)((TableTotal)f).IsOneSlip)),
        new("sure_slip", ValueKind.Truth, "as one_slip, in a figure of four digits or more", static f => Facts.Value.Of((bool?)((TableTotal)f).IsSureSlip)),
        new("within_parts", ValueKind.Truth, "whether the total lies between the smallest and the largest part, as an average, a maximum or a count of distinct things does", static f => Facts.Value.Of((bool?)((TableTotal)f).IsWithinParts)),
        new("has_gaps", ValueKind.Truth, "whether a part is blank or not available", static f => Facts.Value.Of((bool?)((TableTotal)f).HasGaps)),
        new("suspect", ValueKind.Fact, "the one figure that would mend this and another sum that fails; the total where there is none", static f => Facts.Value.Of(((TableTotal)f).Suspect ?? ((TableTotal)f).Total)) { ElementType = "Number" },
        new("crossed", ValueKind.Truth, "whether the suspect would mend this and another sum that fails", static f => Facts.Value.Of((bool?)(((TableTotal)f).Suspect is not null))),
        new("mended", ValueKind.Number, "what the suspect would have to be; unknown where a line may be missing", static f => ((TableTotal)f).IsLineMissing ? Facts.Value.Unknown : Facts.Value.Of(((TableTotal)f).Mended ?? ((TableTotal)f).Sum)),
        new("slipped", ValueKind.Fact, "the only part that one slip of the keys makes fit, where there is no suspect; else unknown", static f => ((TableTotal)f).Slipped is { } slipped ? Facts.Value.Of(slipped) : Facts.Value.Unknown) { ElementType = "Number" },
        new("meant", ValueKind.Number, "what that part would have to be", static f => ((TableTotal)f).Slipped is { } slipped ? Facts.Value.Of((decimal?)((TableTotal)f).Needed(slipped)) : Facts.Value.Unknown),
        new("hint", ValueKind.Text, "for a message: the suspect and what it would have to be, or that a line may be missing, or which part was left out or taken twice, or empty", static f => Facts.Value.Of(((TableTotal)f).Hint)),
        new("short", ValueKind.Number, "by how much the parts fall short of the total; below 0 where they come to more", static f => Facts.Value.Of((decimal?)((TableTotal)f).Short)),
        new("labelled", ValueKind.Truth, "whether the label of its line says that it is a total", static f => Facts.Value.Of((bool?)((TableTotal)f).IsLabelled)),
        new("line_missing", ValueKind.Truth, "whether every figure of the total's line is more than its parts, no slip of the keys or part left out explains by how much, and no words say that not all is listed: a line may have been lost", static f => Facts.Value.Of((bool?)((TableTotal)f).IsLineMissing)),
        new("explained", ValueKind.Truth, "whether the suspect is told of by another total", static f => Facts.Value.Of((bool?)((TableTotal)f).IsExplained)),
        new("table", ValueKind.Number, "number of the table in the document, from 0", static f => Facts.Value.Of(f.Block.Cell!.Table.Index)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    private string Hint => Suspect is null || Mended is not { Single: { } value }
        ? MissingHint : $"; {value.ToString("#,##0.############", System.Globalization.CultureInfo.InvariantCulture)} instead of {Suspect.Text} would mend every sum that it is in";

    private string Lane => Heading.Length is 0 or > 60 ? "" : $" in {(IsColumn ? "column" : "row")} “{Heading}”";

    /// <summary>The figure that should be the sum.</summary>
    public required NumericFact Total { get; init; }

    /// <summary>The figures that it sums, in order.</summary>
    public required NumericFact[] Parts { get; init; }

    /// <summary>1 or −1 for each part: whether it is added or subtracted. Null where all are added.</summary>
    internal int[]? Signs { get; init; }

    /// <summary>1 or −1: whether a part is added or subtracted.</summary>
    internal int SignOf(int part) => Signs is null ? 1 : Signs[part];

    /// <summary>The sum of the parts with their signs.</summary>
    public required Interval Sum { get; init; }

    /// <summary>The sum with as many decimals as its parts.</summary>
    public string Shown => field ??= TotalFact.Shown(this);

    /// <summary>The sum written out.</summary>
    public string Working => field ??= TotalFact.Work(this, ShownParts);

    /// <summary>With more parts than this, only the first and the last are written out.</summary>
    internal int ShownParts { get; init; }

    /// <summary>True down a column, false along a row.</summary>
    public required bool IsColumn { get; init; }

    /// <summary>The label of the line of totals.</summary>
    public required string Label { get; init; }

    /// <summary>The heading of the column that is summed, or the label of the row.</summary>
    public required string Heading { get; init; }

    /// <summary>Why it is taken for a total.</summary>
    public required string Evidence { get; set; }

    /// <summary>How many other figures of the line fit.</summary>
    public required int Support { get; init; }

    /// <summary>How many figures of the line do not fit, this one included.</summary>
    public required int Misses { get; init; }

    /// <summary>The difference as a share of the larger of sum and total.</summary>
    public required decimal Gap { get; init; }

    /// <summary>True where sum and total agree within rounding.</summary>
    internal bool IsHolding => Sum.Intersects(Total.Value);

    /// <summary>True where one part left out, doubled or of the wrong sign explains the difference.</summary>
    public required bool IsOnePartOff { get; init; }

    /// <summary>True where one slip of the keys in one figure explains the difference.</summary>
    public bool IsOneSlip { get; internal set; }

    /// <summary>True where one slip of the keys in one figure of four digits or more explains the difference.</summary>
    public bool IsSureSlip { get; internal set; }

    /// <summary>The value of one figure that would make the sum right, all others unchanged.</summary>
    internal decimal Needed(NumericFact fact)
    {
        if (fact == Total)
        {
            return SumOfParts;
        }

        var part = Signs is null ? -1 : Array.LastIndexOf(Parts, fact);
        return part >= 0 && SignOf(part) < 0 ? fact.Nominal - Short : fact.Nominal + Short;
    }

    private decimal? _sumOfParts;

    private decimal SumOfParts
    {
        get
        {
            if (_sumOfParts is { } known)
            {
                return known;
            }

            var sum = 0m;
            for (var i = 0; i < Parts.Length; i++)
            {
                sum = SignOf(i) > 0 ? sum + Parts[i].Nominal : sum - Parts[i].Nominal;
            }

            _sumOfParts = sum;
            return sum;
        }
    }

    /// <summary>True for the total and for each of its parts.</summary>
    internal bool IsOf(NumericFact? fact)
    {
        if (fact == Total)
        {
            return true;
        }

        foreach (var part in Parts)
        {
            if (part == fact)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a balance along a row; those down a column are told of as such.</summary>
    internal bool IsRowBalance => this is { IsColumn: false, Evidence: "balance" };

    /// <summary>By how much the parts fall short of the total.</summary>
    internal decimal Short => Total.Nominal - SumOfParts;

    /// <summary>True where the label of the line says that it is a total.</summary>
    public required bool IsLabelled { get; init; }

    /// <summary>True where a line may have been lost.</summary>
    public bool IsLineMissing { get; internal set; }

    /// <summary>What to say of a missing line or of the one part that explains the difference; or empty.</summary>
    internal string MissingHint { get; set; } = "";

    /// <summary>The only part that one slip of the keys makes fit, where there is no suspect.</summary>
    internal NumericFact? Slipped
    {
        get => Suspect is null && !IsLineMissing ? field : null;
        set;
    }

    /// <summary>True where the total lies between the smallest and the largest part.</summary>
    public required bool IsWithinParts { get; init; }

    /// <summary>True where a part is blank.</summary>
    public required bool HasGaps { get; init; }

    /// <summary>The figure that would mend this and another sum, or null.</summary>
    public NumericFact? Suspect { get; internal set; }

    /// <summary>What the suspect would have to be.</summary>
    public Interval? Mended { get; internal set; }

    /// <summary>True where another total tells of the suspect.</summary>
    public bool IsExplained { get; internal set; }
}
