namespace ReportLint.Core.Facts.Dates;

/// <summary>An event that a sentence tells as past or as coming, with its date.</summary>
public sealed class TenseClaim : Fact
{
    internal static readonly FactType FactType = new(
        "TenseClaim", "an event told as past or as coming, with its date", "the panel met on 2 April 2014; will be held on 3 February 2014; opens on 1 June 2018",
        new FactProperty("tense", ValueKind.Text, "past; future: told with will, shall, is to; present: a coming event told in the present tense", static f => Value.Of(((TenseClaim)f).Tense))
        {
            Symbols = ["past", "future", "present"],
        },
        new FactProperty("date", ValueKind.Date, "the days of the event: for a period the first days where it is past, the last where it is not", static f => Value.Of(((TenseClaim)f).Date)),
        new FactProperty("when", ValueKind.Fact, "the date or the period", static f => Value.Of(((TenseClaim)f).When)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary><c>past</c>, <c>future</c> or <c>present</c>.</summary>
    public required string Tense { get; init; }

    /// <summary>The days of the event.</summary>
    public required DateRange Date { get; init; }

    /// <summary>The date or the period.</summary>
    public required Fact When { get; init; }
}
