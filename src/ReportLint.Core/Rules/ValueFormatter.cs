using System.Globalization;
using Humanizer;
using ReportLint.Core.Facts;

namespace ReportLint.Core.Rules;

/// <summary>Shows values in messages. Facts show their text, numbers thousands separators and no more decimals than they need.</summary>
internal static class ValueFormatter
{
    public static readonly IReadOnlyList<string> Formats = ["sum", "list", "ordinal", "words", "percent", "year", "probability"];

    public static string Show(Value value, string? format) => format switch
    {
        "sum" => value.List is { } list ? string.Join(" + ", Array.ConvertAll(list, InFigures)) : InFigures(value),
        "list" => value.List is { } list ? Enumerate(Array.ConvertAll(list, Plain)) : Plain(value),
        "ordinal" => Operators.Scalar(value).Number is { } number && Functions.Ordinal(number) is { } ordinal ? ordinal : Plain(value),
        "words" => Operators.Scalar(value).Number?.Nominal is { } nominal && nominal == Math.Truncate(nominal) && Math.Abs(nominal) < 1_000_000_000
            ? ((long)nominal).ToWords(CultureInfo.InvariantCulture)
            : Plain(value),
        "percent" => Operators.Scalar(value).Number is { } share ? Number(share * Interval.Exactly(100), 1) + "%" : Plain(value),
        "year" => Operators.Scalar(value).Number?.Nominal is { } year ? year.ToString("0", CultureInfo.InvariantCulture) : Plain(value),
        "probability" => Operators.Scalar(value).Number is { } chance && (chance.Single ?? chance.Nominal) is { } p
            ? p < LeastProbability ? $"< {NumberWriter.Plain(LeastProbability, ProbabilityDecimals)}" : $"= {NumberWriter.Plain(p, ProbabilityDecimals)}"
            : Plain(value),
        _ => Plain(value),
    };

    /// <summary>No probability is nought; below this, statistical packages print no more.</summary>
    private const decimal LeastProbability = 0.0001m;

    private const int ProbabilityDecimals = 4;

    private static string Plain(Value value) => value.Kind switch
    {
        ValueKind.Number => Number(value.Number!, null),
        ValueKind.Date => Date(value.Date!),
        ValueKind.List => Enumerate(Array.ConvertAll(value.List!, Plain)),
        ValueKind.Fact => OneLine(value.Fact!.Text),
        ValueKind.Text => OneLine(value.Text!),
        _ => value.ToString(),
    };

    /// <summary>As written, but in figures where it was written in words, so that a sum reads as one.</summary>
    private static string InFigures(Value value) =>
        value.Fact is NumericFact { InWords: true } number ? Number(number.ValueForRules, null) : Plain(value);

    private static string Number(Interval number, int? decimals) =>
        (number.Single ?? number.Nominal) is not { } value ? number.ToString()
        : decimals is null && number.Form is { } form ? form.Show(value)
        : NumberWriter.Plain(value, decimals ?? DecimalsFor(value));

    /// <summary>A quotient has endless decimals: two are enough above 1, and three digits below.</summary>
    private static int DecimalsFor(decimal value)
    {
        if (Interval.Normalize(value).Scale <= 4)
        {
            return 4;
        }

        var decimals = 2;
        for (var size = Math.Abs(value); size is > 0 and < 1 && decimals < 10; size *= 10)
        {
            decimals++;
        }

        return decimals;
    }

    private static string Date(DateRange date)
    {
        if (date.Earliest == date.Latest)
        {
            return Day(date.Earliest);
        }

        var first = date.Earliest;
        if (first.Day == 1 && date.Latest == first.PlusMonths(1).PlusDays(-1))
        {
            return Month(first);
        }

        return first is { Day: 1, Month: 1 } && date.Latest == first.PlusYears(1).PlusDays(-1)
            ? Year(first)
            : $"{Day(first)} to {Day(date.Latest)}";
    }

    // Patterns for dates are dozens of types and methods that a short run has no other use for.
    private static string Day(NodaTime.LocalDate date) => date.Day.ToString(CultureInfo.InvariantCulture) + " " + Month(date);

    private static string Month(NodaTime.LocalDate date) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month) + " " + Year(date);

    private static string Year(NodaTime.LocalDate date) => date.Year.ToString("0000", CultureInfo.InvariantCulture);

    private static string Enumerate(string[] items) => items.Length switch
    {
        0 => "nothing",
        1 => items[0],
        _ => string.Join(", ", items[..^1]) + " and " + items[^1],
    };

    /// <summary>The text in one line, shortened in the middle where it is long.</summary>
    public static string OneLine(string text)
    {
        const int longest = 120;
        if (text.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            text = text.ReplaceLineEndings(" ");
        }

        return text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest - 40), " … ", text.AsSpan(text.Length - 37));
    }
}
