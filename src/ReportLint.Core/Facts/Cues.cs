using System.Runtime.CompilerServices;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts;

/// <summary>
/// What must stand in a block, somewhere, before a recogniser can find anything there. A block has all of its cues in one number, so
/// a recogniser passes over what cannot concern it with one test. A cue that is there promises nothing.
/// </summary>
[Flags]
internal enum Cues : ulong
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Digits.</summary>
    Number = 1 << 0,

    /// <summary>What every web or mail address has: <c>:/</c>, a point with a small letter behind it, <c>@</c>.</summary>
    Address = 1 << 1,

    /// <summary><c>[</c>.</summary>
    SquareBracket = 1 << 2,

    /// <summary><c>&lt;</c>.</summary>
    Angle = 1 << 3,

    /// <summary><c>_</c>.</summary>
    Underscore = 1 << 4,

    /// <summary><c>?</c>.</summary>
    Question = 1 << 5,

    /// <summary><c>{</c>.</summary>
    Brace = 1 << 6,

    /// <summary>A word that begins with an X, large or small.</summary>
    LetterX = 1 << 7,

    /// <summary><c>*</c>, <c>†</c>, <c>‡</c>, <c>§</c>.</summary>
    NoteSymbol = 1 << 8,

    /// <summary>Words of <c>lexicon/cross-reference-words.yml</c>; this and all below are the words that entries of a lexicon begin with.</summary>
    CrossReference = 1 << 9,

    /// <summary>Words of <c>lexicon/numbered-names.yml</c>.</summary>
    NumberedName = 1 << 10,

    /// <summary>Words of <c>lexicon/standard-number-words.yml</c>.</summary>
    StandardNumber = 1 << 11,

    /// <summary>Words of <c>lexicon/version-words.yml</c>.</summary>
    Version = 1 << 12,

    /// <summary>Words of <c>lexicon/placeholder-marks.yml</c>.</summary>
    Placeholder = 1 << 13,

    /// <summary>Words of <c>lexicon/claim-sources.yml</c>, <c>leaning-openers.yml</c> and <c>leaning-phrases.yml</c>.</summary>
    SourceClaim = 1 << 14,

    /// <summary>Words of <c>lexicon/review-words.yml</c>.</summary>
    Review = 1 << 15,

    /// <summary>Words of <c>lexicon/test-statistics.yml</c>.</summary>
    TestStatistic = 1 << 16,

    /// <summary>Words of <c>lexicon/number-words.yml</c> and <c>currency-symbols.yml</c>.</summary>
    NumberWord = 1 << 17,

    /// <summary>Articles of <c>lexicon/number-leads.yml</c>, which are a number before some words: <c>a hundred</c>, <c>a third</c>.</summary>
    Article = 1 << 18,

    /// <summary><c>half</c>, of the same.</summary>
    Half = 1 << 19,

    /// <summary>Words of <c>lexicon/composition-words.yml</c>.</summary>
    Composition = 1 << 20,

    /// <summary>Words of <c>lexicon/composition-blockers.yml</c>.</summary>
    CompositionBlocker = 1 << 21,

    /// <summary>Words of <c>lexicon/note-symbol-words.yml</c>.</summary>
    NoteSymbolName = 1 << 22,

    /// <summary>Words of <c>lexicon/multipliers.yml</c>, <c>fraction-words.yml</c> and <c>units.yml</c>, which an article before them counts.</summary>
    Counted = 1 << 23,

    /// <summary><c>/</c>.</summary>
    Slash = 1 << 24,

    /// <summary>A hyphen.</summary>
    Hyphen = 1 << 25,

    /// <summary>A word that begins with two capitals, as short forms do.</summary>
    Capitals = 1 << 26,

    /// <summary>Words of <c>lexicon/style-forms.yml</c> and <c>months.yml</c>, whose ways of writing are counted.</summary>
    StyleForm = 1 << 27,

    /// <summary>Words that dates, times and periods begin with, but for digits: <c>lexicon/months.yml</c>, <c>weekdays.yml</c>, some of <c>date-words.yml</c>.</summary>
    DateStart = 1 << 28,

    /// <summary>Marks that may open or close a quotation.</summary>
    Quote = 1 << 29,

    /// <summary>A mark that may end a sentence: a point, <c>!</c>, <c>?</c>, <c>…</c>.</summary>
    Stop = 1UL << 32,

    /// <summary>Everything: of a block that was never looked at.</summary>
    All = ulong.MaxValue,
}

/// <summary>The cues of words and marks; made once for a knowledge base, read-only afterwards.</summary>
internal sealed class CueTable
{
    private static readonly (Cues Cue, string Lexicon)[] Lexicons =
    [
        (Cues.CrossReference, "cross-reference-words"), (Cues.NumberedName, "numbered-names"), (Cues.StandardNumber, "standard-number-words"),
        (Cues.Version, "version-words"), (Cues.Placeholder, "placeholder-marks"), (Cues.SourceClaim, "claim-sources"),
        (Cues.SourceClaim, "leaning-openers"), (Cues.SourceClaim, "leaning-phrases"), (Cues.Review, "review-words"),
        (Cues.TestStatistic, "test-statistics"), (Cues.NumberWord, "number-words"), (Cues.NumberWord, "currency-symbols"),
        (Cues.Composition, "composition-words"), (Cues.CompositionBlocker, "composition-blockers"),
        (Cues.NoteSymbolName, "note-symbol-words"), (Cues.Counted, "multipliers"),
        (Cues.Counted, "fraction-words"), (Cues.Counted, "units"),
        (Cues.StyleForm, "style-forms"), (Cues.StyleForm, "months"), (Cues.DateStart, "months"), (Cues.DateStart, "weekdays"),
    ];

    // Of these only the words of one meaning.
    private static readonly (Cues Cue, string Lexicon, string Meaning)[] Meanings =
    [
        (Cues.DateStart, "date-words", "quarter"), (Cues.DateStart, "date-words", "fiscal-year"),
        (Cues.Article, "number-leads", "article"), (Cues.Half, "number-leads", "half"),
        (Cues.DateStart, "date-words", "noon"), (Cues.DateStart, "date-words", "midnight"),
    ];

    // By the number of a word, 0 for one that nothing knows.
    private readonly Cues[] _words;

    public CueTable(KnowledgeBase knowledge)
    {
        _words = new Cues[knowledge.Vocabulary.Count];
        foreach (var (cue, name) in Lexicons)
        {
            knowledge.Lexicon(name).Mark(_words, cue);
        }

        foreach (var (cue, name, meaning) in Meanings)
        {
            foreach (var word in knowledge.Lexicon(name).PhrasesOf(meaning))
            {
                Mark(knowledge, word, cue);
            }
        }
    }

    /// <summary>The cues of a word or mark that anything knows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Cues Of(int word) => (uint)word < (uint)_words.Length ? _words[word] : Cues.None;

    /// <summary>What the mark at a place of a text tells without any lexicon.</summary>
    public static Cues OfMark(string text, int at) => text[at] switch
    {
        ',' or '(' or ')' or '%' => Cues.None,
        '.' => at + 1 < text.Length && char.IsAsciiLetterLower(text[at + 1]) ? Cues.Address | Cues.Stop : Cues.Stop,
        ':' => at + 1 < text.Length && text[at + 1] == '/' ? Cues.Address : Cues.None,
        '@' => Cues.Address,
        '/' => Cues.Slash,
        '[' => Cues.SquareBracket,
        '<' => Cues.Angle,
        '_' => Cues.Underscore,
        '?' => Cues.Question | Cues.Stop,
        '!' or '…' => Cues.Stop,
        '{' => Cues.Brace,
        '-' or '‑' => Cues.Hyphen,
        '"' or '“' or '”' or '„' or '«' or '»' or '‘' or '’' or '\'' => Cues.Quote,
        '*' or '†' or '‡' or '§' => Cues.NoteSymbol,
        _ => Cues.None,
    };

    private void Mark(KnowledgeBase knowledge, string word, Cues cue)
    {
        if (knowledge.Vocabulary.Find(word) is var number and > 0)
        {
            _words[number] |= cue;
        }
    }
}
