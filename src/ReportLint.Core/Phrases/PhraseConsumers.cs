namespace ReportLint.Core.Phrases;

/// <summary>
/// The instructions that take an item, test a place or accept, as far as a thread comes from one instruction without either, in
/// order of preference. Words are found by their number: a choice of thirty words costs what one costs. Immutable.
/// </summary>
internal sealed class PhraseConsumers
{
    // Numbers of words in ascending order, and for each its position among all; the others in their order, with theirs.
    private readonly int[] _words;
    private readonly int[] _wordPlaces;
    private readonly int[] _others;
    private readonly int[] _codes;
    private readonly int[] _otherCodes;

    public PhraseConsumers(List<int> codes, ReadOnlySpan<PhraseInstruction> program)
    {
        _codes = codes.ToArray();
        var words = 0;
        foreach (var code in _codes)
        {
            words += program[code].Op == PhraseOp.Word ? 1 : 0;
        }

        _words = new int[words];
        _wordPlaces = new int[words];
        _others = new int[_codes.Length - words];
        _otherCodes = new int[_others.Length];
        var (nextWord, nextOther) = (0, 0);
        for (var place = 0; place < _codes.Length; place++)
        {
            if (program[_codes[place]].Op == PhraseOp.Word)
            {
                _words[nextWord] = program[_codes[place]].A;
                _wordPlaces[nextWord++] = place;
            }
            else
            {
                _otherCodes[nextOther] = _codes[place];
                _others[nextOther++] = place;
            }
        }

        Array.Sort(_words, _wordPlaces);
        for (var from = 0; from < _words.Length;)
        {
            var to = from + 1;
            while (to < _words.Length && _words[to] == _words[from])
            {
                to++;
            }

            Array.Sort(_wordPlaces, from, to - from);
            from = to;
        }
    }

    /// <summary>Those that take no certain word, in order of preference: all that may take an item whose word is none of the words.</summary>
    public ReadOnlySpan<int> Others => _otherCodes;

    /// <summary>The first place of a word among the words; -1 where it is none of them, as 0 is.</summary>
    public int FirstOf(int word)
    {
        var (low, at) = (0, _words.Length);
        if (word == 0 || at == 0)
        {
            return -1;
        }

        while (low < at)
        {
            var middle = (low + at) >>> 1;
            if (_words[middle] < word)
            {
                low = middle + 1;
            }
            else
            {
                at = middle;
            }
        }

        return at < _words.Length && _words[at] == word ? at : -1;
    }

    /// <summary>Those that may take an item which is a word that is one of the words, the first of which stands at a place.</summary>
    public Enumerator For(int word, int firstOf) => new(this, word, firstOf);

    /// <summary>Goes through the words that fit and the others in order of preference.</summary>
    public struct Enumerator(PhraseConsumers consumers, int word, int atWord)
    {
        private int _atWord = atWord;
        private int _atOther;

        /// <summary>The next instruction, or -1.</summary>
        public int Next()
        {
            var hasWord = _atWord < consumers._words.Length && consumers._words[_atWord] == word;
            var hasOther = _atOther < consumers._others.Length;
            if (hasWord && (!hasOther || consumers._wordPlaces[_atWord] < consumers._others[_atOther]))
            {
                return consumers._codes[consumers._wordPlaces[_atWord++]];
            }

            return hasOther ? consumers._codes[consumers._others[_atOther++]] : -1;
        }
    }
}
