using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Knowledge.Images;

namespace ReportLint.Core.Phrases;

/// <summary>Reads what <see cref="PhraseImageWriter"/> wrote.</summary>
internal sealed class PhraseImageReader
{
    private readonly Lexicon[] _lexicons;
    private readonly FactType?[] _types;
    private readonly Func<string, FactType?> _findType;

    private PhraseImageReader(ImageReader numbers, IReadOnlyList<Lexicon> lexicons, Func<string, FactType?> findType)
    {
        (Numbers, _findType, _types) = (numbers, findType, new FactType?[numbers.Texts.Count]);
        _lexicons = new Lexicon[lexicons.Count + numbers.Int()];
        for (var i = 0; i < _lexicons.Length; i++)
        {
            _lexicons[i] = i < lexicons.Count ? lexicons[i] : Knowledge.Lexicon.Read(numbers);
        }
    }

    public ImageReader Numbers { get; }

    /// <summary>Reads phrases with their automaton. The patterns that they were made from are not there.</summary>
    /// <param name="numbers">Where from.</param>
    /// <param name="lexicons">The lexicons that were read before, in their order.</param>
    /// <param name="findType">The fact types by name.</param>
    public static PhraseProgram Read(ImageReader numbers, IReadOnlyList<Lexicon> lexicons, Func<string, FactType?> findType)
    {
        var image = new PhraseImageReader(numbers, lexicons, findType);
        var files = new PhraseFile[numbers.Int()];
        for (var i = 0; i < files.Length; i++)
        {
            files[i] = image.File();
        }

        var phrases = new Phrase[numbers.Int()];
        for (var i = 0; i < phrases.Length; i++)
        {
            var phrase = new Phrase(files[numbers.Int()], [], image.Gather(), image.Gather(), numbers.Int());
            phrases[i] = phrase with { Need = PhraseNeed.Of(phrase, numbers.Int(), numbers.Int(), numbers.Truth()) };
        }

        return PhraseProgram.Read(image, phrases);
    }

    /// <summary>The type with a number.</summary>
    public FactType Type(int number) => _types[number] ??= _findType(Numbers.Texts[number]) ?? throw new InvalidOperationException($"There is no type '{Numbers.Texts[number]}'.");

    /// <summary>A lexicon that is referred to, or null.</summary>
    public Lexicon? Lexicon() => Numbers.Int() is > 0 and var number ? _lexicons[number - 1] : null;

    private PhraseFile File() => new()
    {
        Yields = Type(Numbers.Int()),
        Constants = Constants(),
        Window = new()
        {
            Sentences = Numbers.Int(),
            LeastParts = Numbers.Int(),
            SameUnit = Numbers.Truth(),
            FitSlot = Numbers.Int(),
            IsList = Numbers.Truth(),
            AllowsPronouns = Numbers.Truth(),
        },
        ComesFirst = Numbers.Truth(),
        ComesLast = Numbers.Truth(),
        ClaimSlot = Numbers.Int(),
        GapStops = Lexicon(),
        Unless = Lexicon(),
        UnlessAround = Lexicon(),
        Needs = Amendments() is [var needs] ? needs : null,
        Pair = Numbers.Int() is >= 0 and var first ? new(first, Numbers.Int(), (PhrasePairPlace)Numbers.Int(), Numbers.Int()) : null,
        GapsPass = Texts(),
        Amendments = Amendments(),
        Order = Numbers.Int(),
    };

    private PhraseAmendment[] Amendments()
    {
        var amendments = new PhraseAmendment[Numbers.Int()];
        for (var i = 0; i < amendments.Length; i++)
        {
            amendments[i] = new(Lexicon()!, (PhraseAmendmentPlace)Numbers.Int(), Constants());
        }

        return amendments;
    }

    private PhraseConstant[] Constants()
    {
        var constants = new PhraseConstant[Numbers.Int()];
        for (var i = 0; i < constants.Length; i++)
        {
            constants[i] = new(Numbers.Int(), Numbers.Truth() ? Value.Of(Numbers.Text()) : Value.Of((bool?)Numbers.Truth()));
        }

        return constants;
    }

    private HashSet<string> Texts()
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        for (var left = Numbers.Int(); left > 0; left--)
        {
            texts.Add(Numbers.Text());
        }

        return texts;
    }

    private GatherNode? Gather() => Numbers.Int() is >= 0 and var slot ? new GatherNode(Type(Numbers.Int()), slot) : null;
}
