using System.Numerics;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Phrases;

/// <summary>
/// Which facts of one block can be parts of a whole. What words beside a number say of it is read once, and for the first 64 facts bits say
/// which may be parts of which whole, so that a phrase that can gather too few need not begin. Not thread-safe; reusable for the next block.
/// </summary>
internal sealed class PartSites(KnowledgeBase knowledge)
{
    private const int Bits = 64;

    private readonly Lexicon _before = knowledge.Lexicon("non-part-before");
    private readonly Lexicon _after = knowledge.Lexicon("non-part-after");
    private readonly Lexicon _verbs = knowledge.Lexicon("part-verbs");
    private readonly Lexicon _closing = knowledge.Lexicon("closing-parts");

    private TokenizedBlock? _block;
    private PhraseItem[] _items = [];
    private int _count;
    private bool _isRead;

    // The items that are facts, what was found of each, and how many there are up to the end of each sentence.
    private int[] _places = new int[Bits];
    private Site[] _sites = new Site[Bits];
    private int _facts;
    private readonly List<int> _factsUpTo = new(16);

    // Of quantities: all that nothing sets apart whatever the whole is, and those of them that go with each number as their whole.
    private ulong _free;
    private bool _isFreeKnown;
    private readonly ulong[] _masks = new ulong[Bits];
    private ulong _masksKnown;

    // Lexicons that were looked for in any block; a bit for each that was looked for in this one, and for each that stands in it.
    private readonly Lexicon[] _lexicons = new Lexicon[Bits];
    private int _lexiconCount;
    private ulong _lookedFor;
    private ulong _present;

    /// <summary>What words beside a number say of it.</summary>
    [Flags]
    private enum Site : byte
    {
        None = 0,
        IsRead = 1,

        /// <summary>It is a part of nothing.</summary>
        Apart = 2,

        /// <summary>A word behind it sets it apart, but where that is what the whole counts.</summary>
        BeforeWord = 4,

        /// <summary>That word is a pronoun.</summary>
        BeforePronoun = 8,
    }

    /// <summary>Begins with another block, of which nothing is read before it is asked for.</summary>
    /// <param name="block">The block.</param>
    /// <param name="items">Its items, in an array that is theirs until the next block.</param>
    /// <param name="count">How many there are.</param>
    public void Begin(TokenizedBlock block, PhraseItem[] items, int count)
    {
        (_block, _items, _count, _isRead, _isFreeKnown, _masksKnown) = (block, items, count, false, false, 0);
        (_lookedFor, _present) = (0, 0);
    }

    private TokenizedBlock Block => _block ?? throw new InvalidOperationException("No block was begun.");

    /// <summary>False where a phrase that would begin at an item can come to nothing, and neither can any that began before and that it would overtake.</summary>
    public bool MayBegin(PhraseNeed need, int at) =>
        (need.Least == 0 || HasParts(need, at)) && (need.Words is not { } words || Has(words));

    /// <summary>True where an entry of a lexicon stands anywhere in the block.</summary>
    private bool Has(Lexicon words)
    {
        var bit = BitOf(words);
        if ((_lookedFor & bit) == 0)
        {
            _lookedFor |= bit;
            _present |= Stands(words) ? bit : 0;
        }

        return (_present & bit) != 0;
    }

    private ulong BitOf(Lexicon words)
    {
        var at = 0;
        while (at < _lexiconCount && _lexicons[at] != words)
        {
            at++;
        }

        if (at == Bits)
        {
            (at, _lexiconCount, _lookedFor, _present) = (0, 0, 0, 0);
        }

        if (at == _lexiconCount)
        {
            _lexicons[_lexiconCount++] = words;
        }

        return 1UL << at;
    }

    private bool Stands(Lexicon words)
    {
        var tokens = Block.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (words.Match(tokens, i).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True where beside an item there may be as many parts of one whole as a phrase needs. All wholes are tried that it, or one that it overtakes, can
    /// capture, and all parts that either can reach: so a phrase that is kept from beginning overtakes none that would have come to something.
    /// </summary>
    private bool HasParts(PhraseNeed need, int at)
    {
        Read();
        if (_facts > Bits)
        {
            return true;
        }

        ref readonly var item = ref _items[at];
        var (first, last) = (item.Sentence - need.Crossed, item.Sentence + need.Crossed);
        var isFact = item.Fact is null ? 0 : 1;
        var parts = need.IsBefore ? Between(FactsBefore(first - need.Sentences + 1), item.FactsBefore) : Between(item.FactsBefore + isFact, FactsBefore(last + need.Sentences));
        if (BitOperations.PopCount(parts) < need.Least || BitOperations.PopCount(parts & Free) < need.Least)
        {
            return false;
        }

        for (var wholes = Between(FactsBefore(first), need.BeginsWithWhole ? item.FactsBefore + isFact : FactsBefore(last + 1)); wholes != 0; wholes &= wholes - 1)
        {
            if (BitOperations.PopCount(parts & MaskOf(BitOperations.TrailingZeroCount(wholes))) >= need.Least)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Number of facts in the sentences before one.</summary>
    private int FactsBefore(int sentence) => sentence <= 0 ? 0 : _factsUpTo[Math.Min(sentence, _factsUpTo.Count) - 1];

    private static ulong Between(int from, int to) => from >= to ? 0 : (to >= Bits ? ulong.MaxValue : (1UL << to) - 1) & (ulong.MaxValue << from);

    private void Read()
    {
        if (_isRead)
        {
            return;
        }

        (_isRead, _facts) = (true, 0);
        _factsUpTo.Clear();
        for (var i = 0; i < _count; i++)
        {
            if (_items[i].IsBoundary)
            {
                _factsUpTo.Add(_facts);
            }
            else if (_items[i].Fact is not null)
            {
                if (_facts == _places.Length)
                {
                    Array.Resize(ref _places, _facts * 2);
                    Array.Resize(ref _sites, _facts * 2);
                }

                (_places[_facts], _sites[_facts]) = (i, Site.None);
                _facts++;
            }
        }
    }

    private ulong Free
    {
        get
        {
            if (!_isFreeKnown)
            {
                (_free, _isFreeKnown) = (0, true);
                for (var i = 0; i < _facts; i++)
                {
                    ref readonly var item = ref _items[_places[i]];
                    _free |= item.Fact is Quantity number && MayCount(number) && (SiteOf(item) & Site.Apart) == 0 ? 1UL << i : 0;
                }
            }

            return _free;
        }
    }

    /// <summary>The free quantities of which one fact may be the whole.</summary>
    private ulong MaskOf(int whole)
    {
        if ((_masksKnown & (1UL << whole)) != 0)
        {
            return _masks[whole];
        }

        ulong mask = 0;
        if (_items[_places[whole]].Fact is NumericFact number)
        {
            for (var left = Free; left != 0; left &= left - 1)
            {
                var at = BitOperations.TrailingZeroCount(left);
                mask |= MayShareUnit(number, (Quantity)_items[_places[at]].Fact!) ? 1UL << at : 0;
            }
        }

        _masksKnown |= 1UL << whole;
        return _masks[whole] = mask;
    }

    /// <summary>True for a fact of a type that can be a part of a whole, or of a list where there is none.</summary>
    public bool MayBePart(in PhraseItem item, Fact fact, FactType type, NumericFact? whole, PhraseFile file)
    {
        if (fact is not NumericFact number)
        {
            return fact.Type == type;
        }

        return (fact.Type == type || type == NumericFact.NumberType) && MayCount(number) &&
            (!file.Window.SameUnit || whole is null || SameUnit(whole, number)) && !IsSetApart(item, file, whole);
    }

    private static bool MayCount(NumericFact number) => !(number.IsCompound || number.IsRangeEnd || number.Hedge is Hedge.LessThan or Hedge.AtMost);

    /// <summary>
    /// Same dimension; a bare count beside an amount stands for the same unit (<c>£1.1m …, 0.8m</c>), and so does one that names
    /// nothing of its own behind a measure (<c>61 days: 28 in York</c>).
    /// </summary>
    private static bool SameUnit(NumericFact whole, NumericFact part) => MayShareUnit(whole, part) && (whole.Dimension == part.Dimension || part.Key.Head is null);

    /// <summary>The same, whatever the part names.</summary>
    private static bool MayShareUnit(NumericFact whole, NumericFact part) =>
        whole.Dimension == part.Dimension
            ? whole.Unit == part.Unit || whole.Unit.Length == 0 || part.Unit.Length == 0
            : whole.Dimension is not ("money" or "percent") && whole.Unit.Length > 0 && part is Quantity { Dimension: "count", Unit: "" };

    private bool IsSetApart(in PhraseItem item, PhraseFile file, NumericFact? whole)
    {
        var site = SiteOf(item);
        return (site & Site.Apart) != 0 ||
            ((site & Site.BeforeWord) != 0 && !(file.Window.AllowsPronouns && (site & Site.BeforePronoun) != 0) && !IsWholesNoun(item.EndToken, whole));
    }

    /// <summary><c>63 times: 29 times to yachts</c>: the word that would set a number apart is what the whole counts.</summary>
    private bool IsWholesNoun(int at, NumericFact? whole) =>
        whole is Quantity { Key.Head: { } head } && head == NounPhrase.Singular(Block.TextOf(Block.Tokens[at]));

    /// <summary>True where words right before it make a number the last of the parts: the other 19.</summary>
    public bool IsClosing(in PhraseItem item)
    {
        for (var back = 1; back <= 3 && back <= item.FirstToken; back++)
        {
            if (_closing.Match(Block.Tokens, item.FirstToken - back).Length == back)
            {
                return true;
            }
        }

        return false;
    }

    private Site SiteOf(in PhraseItem item)
    {
        Read();
        var site = _sites[item.FactsBefore];
        return site != Site.None ? site : _sites[item.FactsBefore] = ReadSite(item) | Site.IsRead;
    }

    private Site ReadSite(in PhraseItem item)
    {
        var tokens = Block.Tokens;

        // "the last seven" closes a list, "last year" is none of it.
        for (var back = IsClosing(item) ? 0 : Math.Min(3, item.FirstToken); back >= 1; back--)
        {
            if (_before.Match(tokens, item.FirstToken - back) is { Length: > 0 } match && match.Length == back)
            {
                if (match.Meaning == "harmless")
                {
                    break;
                }

                // "of these 84, 61 were …" says the whole again; "of these 61 were …" tells a part.
                return match.Meaning != "again" || _verbs.Match(tokens, item.EndToken).Length == 0 ? Site.Apart : Site.None;
            }
        }

        return item.EndToken >= tokens.Length || _after.Match(tokens, item.EndToken) is not { Length: > 0 } after ? Site.None
            : after.Meaning == "pronoun" ? Site.BeforeWord | Site.BeforePronoun
            : Site.BeforeWord;
    }
}
