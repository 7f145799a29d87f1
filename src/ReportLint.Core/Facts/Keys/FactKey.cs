namespace ReportLint.Core.Facts.Keys;

/// <summary>
/// What a number says something of, read from the words around it. All texts are lower case; words are singular, without
/// repetition and in alphabetical order, so that equal keys are equal texts. Empty where nothing was read. Each text is read when it is
/// first asked for, as most never are; one thread at a time.
/// </summary>
public sealed partial class FactKey
{
    private readonly KeySite? _site;
    private readonly NumericFact? _number;

    // All but the head, which most are made for.
    private Texts? _texts;

    private FactKey()
    {
    }

    /// <summary>The key of a number.</summary>
    internal FactKey(KeySite site, NumericFact number) => (_site, _number, _sentence) = (site, number, Surroundings(site));

    private sealed class Texts
    {
        public string? Qualifiers;
        public string? Subject;
        public string? Predicate;
        public string? Location;
        public string? Period;
        public string? Modality;
    }

    private Texts Known => _texts ??= new();

    /// <summary>The key of a number of which nothing is known.</summary>
    public static readonly FactKey Empty = new();

    /// <summary>The head noun of what is counted or measured, or null: <c>nurse</c> in <c>1,700 community nurses in post</c>.</summary>
    public string? Head
    {
        get
        {
            if (_site is not null)
            {
                ReadPhrase();
            }

            return _head;
        }
    }

    /// <summary>The words that narrow the head: <c>community post</c>.</summary>
    public string Qualifiers => _site is null ? "" : Known.Qualifiers ??= ReadQualifiers();

    /// <summary>The words that open the clause, which are mostly its subject: <c>trust</c> in <c>the trust has 300 beds</c>.</summary>
    public string Subject => _site is null ? "" : Known.Subject ??= ReadSubject();

    /// <summary>What is said of the thing counted: <c>left</c> in <c>40 nurses left</c>.</summary>
    public string Predicate => _site is null ? "" : Known.Predicate ??= ReadPredicate();

    /// <summary>Names behind words of place: <c>leeds</c>.</summary>
    public string Location => _site is null ? "" : Known.Location ??= ReadLocation();

    /// <summary>When: <c>2012</c>, <c>2012-05</c>, <c>2012-05-03</c>, <c>2012-q1</c>, <c>2012/2013</c>, or in words, <c>last year</c>.</summary>
    public string Period => _site is null ? "" : Known.Period ??= ReadPeriod();

    /// <summary>One of <see cref="Modalities"/>.</summary>
    public string Modality => _site is null ? "told" : Known.Modality ??= ReadModality();

    /// <summary>Whether the clause tells, plans, denies, forecasts or only supposes.</summary>
    public static readonly IReadOnlyList<string> Modalities = ["told", "planned", "denied", "forecast", "supposed"];
}
