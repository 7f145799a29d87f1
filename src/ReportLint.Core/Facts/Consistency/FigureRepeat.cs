namespace ReportLint.Core.Facts.Consistency;

/// <summary>A number that seems to restate an earlier one of the same head noun and unit, with another value.</summary>
public sealed class FigureRepeat : Fact
{
    internal static readonly FactType FactType = new(
        "FigureRepeat", "an exact number and an earlier one with the same head noun and unit, a compatible period and place, and another value", "six wards … the seven wards of Larkfield",
        new FactProperty("number", ValueKind.Fact, "the number", static f => Value.Of((Fact?)((FigureRepeat)f).Number)) { ElementType = "Number" },
        new FactProperty("first", ValueKind.Fact, "the earlier number", static f => Value.Of((Fact?)((FigureRepeat)f).First)) { ElementType = "Number" },
        new FactProperty("noun", ValueKind.Text, "the head noun; of the earlier number where none was read at this one", static f => Value.Of(((FigureRepeat)f).Number.Key.Head ?? ((FigureRepeat)f).First.Key.Head)),
        new FactProperty("definite", ValueKind.Truth, "whether one of them is told as known already: the 68 inspectors, its 33 recommendations", static f => Value.Of((bool?)((FigureRepeat)f).IsDefinite)),
        new FactProperty("grown", ValueKind.Truth, "whether the later one is told as known already and is larger than the first, of which it can be no part: 23 witnesses … the 27 witnesses", static f => Value.Of((bool?)((FigureRepeat)f).IsGrown)),
        new FactProperty("same_words", ValueKind.Truth, "whether the words that narrow the noun are the same", static f => Value.Of((bool?)((FigureRepeat)f).HasSameWords)),
        new FactProperty("same_subject", ValueKind.Truth, "whether the clauses have the same subject: the hospital has 412 beds, the hospital has 421 beds", static f => Value.Of((bool?)((FigureRepeat)f).HasSameSubject)),
        new FactProperty("shared", ValueKind.Number, "how many telling words their sentences share besides the noun", static f => Value.Of(((FigureRepeat)f).Shared)),
        new FactProperty("twin", ValueKind.Truth, "whether all telling words of one clause, two at least, stand in the other", static f => Value.Of((bool?)((FigureRepeat)f).IsTwin)),
        new FactProperty("dated", ValueKind.Truth, "whether both name the same period", static f => Value.Of((bool?)((FigureRepeat)f).HasSamePeriod)),
        new FactProperty("recalled", ValueKind.Truth, "whether the later one is told as known already and all words that narrow it stand in the sentence of the first: we heard 26 witnesses … the 29 witnesses whom we heard", static f => Value.Of((bool?)((FigureRepeat)f).IsRecalled)),
        new FactProperty("slip", ValueKind.Truth, "whether one slip of the keys turns one into the other: a digit of three or more mistyped, two neighbours swapped", static f => Value.Of((bool?)((FigureRepeat)f).IsSlip)),
        new FactProperty("swap", ValueKind.Truth, "whether two neighbouring digits of three or more are swapped, those of noughts at the end not counted", static f => Value.Of((bool?)((FigureRepeat)f).IsSwap)),
        new FactProperty("rivals", ValueKind.Truth, "whether each clause names something that the other does not: St Hugh's saw 4,310 patients, the Royal 4,130", static f => Value.Of((bool?)((FigureRepeat)f).HasRivals)),
        new FactProperty("headline", ValueKind.Truth, "whether one stands in a heading or in the first or a summarising section and the other does not", static f => Value.Of((bool?)((FigureRepeat)f).IsHeadline)),
        new FactProperty("changing", ValueKind.Truth, "whether words of change, comparison or of more of the kind stand in one of the clauses", static f => Value.Of((bool?)((FigureRepeat)f).IsChanging)),
        new FactProperty("attributed", ValueKind.Truth, "whether the two sentences have different sources, or one of them is not told as fact, or as a mistake that the other puts right", static f => Value.Of((bool?)((FigureRepeat)f).IsAttributed)),
        new FactProperty("derived", ValueKind.Truth, "whether a third number of the noun is their sum or difference, or either value stands twice", static f => Value.Of((bool?)((FigureRepeat)f).IsDerived)),
        new FactProperty("values", ValueKind.Number, "how many different values the document gives for the noun and unit", static f => Value.Of(((FigureRepeat)f).Values)));

    private readonly FigureComparer _comparer;
    private readonly List<NumericFact> _group;

    /// <param name="comparer">What is asked of the two.</param>
    /// <param name="group">The numbers of the same head noun and unit, these two among them.</param>
    internal FigureRepeat(FigureComparer comparer, List<NumericFact> group) => (_comparer, _group) = (comparer, group);

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <summary>The number.</summary>
    public required NumericFact Number { get; init; }

    /// <summary>The earlier number.</summary>
    public required NumericFact First { get; init; }

    /// <summary>How many different values the document gives.</summary>
    public required int Values { get; init; }

    // Nearly all pairs are refused by the first questions of every rule, so nothing is answered before it is asked.
    private bool? _isDefinite;
    private bool? _isGrown;
    private bool? _hasSameWords;
    private int? _shared;
    private bool? _isTwin;
    private bool? _isRecalled;
    private bool? _isSlip;
    private bool? _isSwap;
    private bool? _hasRivals;
    private bool? _isHeadline;
    private bool? _isChanging;
    private bool? _isAttributed;
    private bool? _isDerived;

    /// <summary>True where one of them is told as known already.</summary>
    public bool IsDefinite => _isDefinite ??= _comparer.IsDefinite(First, Number);

    /// <summary>True where the later one is told as known already and is larger.</summary>
    public bool IsGrown => _isGrown ??= _comparer.IsGrown(First, Number);

    /// <summary>True where the words that narrow the noun are the same.</summary>
    public bool HasSameWords => _hasSameWords ??= _comparer.AreAlike(First, Number);

    /// <summary>True where the clauses have the same subject.</summary>
    public bool HasSameSubject => First.Key.Subject.Length > 0 && First.Key.Subject == Number.Key.Subject;

    /// <summary>How many telling words their sentences share besides the noun.</summary>
    public int Shared => _shared ??= _comparer.Shared(First, Number);

    /// <summary>True where all telling words of one clause stand in the other.</summary>
    public bool IsTwin => _isTwin ??= _comparer.AreTwins(First, Number);

    /// <summary>True where both name the same period.</summary>
    public bool HasSamePeriod => FigureComparer.IsSamePeriod(First.Key.Period, Number.Key.Period);

    /// <summary>True where the later one is told as known already and all that narrows it stands with the first.</summary>
    public bool IsRecalled => _isRecalled ??= _comparer.IsRecalled(First, Number);

    /// <summary>True where one slip of the keys turns one into the other.</summary>
    public bool IsSlip => _isSlip ??= FigureSlips.IsSlip(First, Number);

    /// <summary>True where two neighbouring digits of three or more are swapped.</summary>
    public bool IsSwap => _isSwap ??= FigureSlips.IsSwap(First, Number);

    /// <summary>True where each clause names something that the other does not.</summary>
    public bool HasRivals => _hasRivals ??= _comparer.HaveRivals(First, Number);

    /// <summary>True where one stands in a heading, the first or a summarising section.</summary>
    public bool IsHeadline => _isHeadline ??= _comparer.IsHeadline(First, Number);

    /// <summary>True where words of change or comparison stand in one of the clauses.</summary>
    public bool IsChanging => _isChanging ??= _comparer.AreChanging(First, Number);

    /// <summary>True where the sentences have different sources.</summary>
    public bool IsAttributed => _isAttributed ??= _comparer.AreAttributed(First, Number);

    /// <summary>True where a third number explains the two.</summary>
    public bool IsDerived => _isDerived ??= FigureComparer.AreDerived(_group, First, Number);
}
