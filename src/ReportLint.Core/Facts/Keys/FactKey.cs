namespace ReportLint.Core.Facts.Keys;

/// <summary>
/// What a number says something of, read from the words around it. All texts are lower case; words are singular, without
/// repetition and in alphabetical order, so that equal keys are equal texts. Empty where nothing was read. Each text is read when it is
/// first asked for, as most never are; one thread at a time.
/// </summary>
public sealed class FactKey
{
    private readonly KeyReader? _reader;

    internal FactKey(KeyReader? reader) => _reader = reader;

    /// <summary>The key of a number of which nothing is known.</summary>
    public static readonly FactKey Empty = new(null);

    /// <summary>The head noun of what is counted or measured, or null: <c>nurse</c> in <c>1,700 community nurses in post</c>.</summary>
    public string? Head => _reader?.ReadHead();

    /// <summary>The words that narrow the head: <c>community post</c>.</summary>
    public string Qualifiers => field ??= _reader?.ReadQualifiers() ?? "";

    /// <summary>The words that open the clause, which are mostly its subject: <c>trust</c> in <c>the trust has 300 beds</c>.</summary>
    public string Subject => field ??= _reader?.ReadSubject() ?? "";

    /// <summary>What is said of the thing counted: <c>left</c> in <c>40 nurses left</c>.</summary>
    public string Predicate => field ??= _reader?.ReadPredicate() ?? "";

    /// <summary>Names behind words of place: <c>leeds</c>.</summary>
    public string Location => field ??= _reader?.ReadLocation() ?? "";

    /// <summary>When: <c>2012</c>, <c>2012-05</c>, <c>2012-05-03</c>, <c>2012-q1</c>, <c>2012/2013</c>, or in words, <c>last year</c>.</summary>
    public string Period => field ??= _reader?.ReadPeriod() ?? "";

    /// <summary>One of <see cref="Modalities"/>.</summary>
    public string Modality => field ??= _reader?.ReadModality() ?? "told";

    /// <summary>Whether the clause tells, plans, denies, forecasts or only supposes.</summary>
    public static readonly IReadOnlyList<string> Modalities = ["told", "planned", "denied", "forecast", "supposed"];
}
