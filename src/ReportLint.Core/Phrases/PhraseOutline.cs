using ReportLint.Core.Facts;

namespace ReportLint.Core.Phrases;

/// <summary>What may stand between two things that a phrase must find.</summary>
[Flags]
internal enum PhraseSlack
{
    None = 0,

    /// <summary>Words that can stand in a noun phrase.</summary>
    Nouns = 1,

    /// <summary>Other words and marks.</summary>
    Words = 2,

    /// <summary>Facts that a gap passes: all but numbers that count.</summary>
    Facts = 4,

    /// <summary>Numbers that count.</summary>
    Numbers = 8,

    /// <summary>Ends of sentences.</summary>
    Boundaries = 16,

    /// <summary>All that a sentence holds.</summary>
    Sentence = Nouns | Words | Facts | Numbers,
}

/// <summary>Words, lexicons and types of facts, one of which a phrase must find.</summary>
internal sealed class PhraseWants
{
    public List<int> Words { get; } = [];

    public List<FactType> Types { get; } = [];

    public bool Boundary { get; private set; }

    public void AddBoundary() => Boundary = true;

    public void Add(PhraseWants other)
    {
        Words.AddRange(other.Words);
        Types.AddRange(other.Types);
        Boundary |= other.Boundary;
    }
}

/// <summary>
/// What a phrase must find, in order, from the item at which it begins: less than the phrase, so that wherever the phrase matches, its
/// outline does.
/// </summary>
internal sealed class PhraseOutline
{
    /// <summary>More than so many say no more.</summary>
    private const int Most = 24;

    private readonly List<(PhraseWants Wants, PhraseSlack Before)> _elements = [];
    private PhraseSlack _slack;

    private PhraseOutline(bool crossesSentences) => CrossesSentences = crossesSentences;

    /// <summary>True where it may reach over the end of a sentence.</summary>
    public bool CrossesSentences { get; }

    /// <summary>What it must find, the beginning first, and what may stand before each.</summary>
    public IReadOnlyList<(PhraseWants Wants, PhraseSlack Before)> Elements => _elements;

    /// <summary>The outline of a phrase.</summary>
    /// <exception cref="InvalidOperationException">The phrase begins with neither a word nor a lexicon nor a fact; the reader of phrase files sees to it.</exception>
    public static PhraseOutline Of(Phrase phrase)
    {
        // A sentence's end that nothing follows lies in the sentence.
        var last = phrase.Nodes.Count - (phrase.Nodes is [.., SentenceEndNode] && phrase.GatherAfter is null ? 1 : 0);
        var outline = new PhraseOutline((Consumed(phrase.Nodes.Take(last), phrase.File) & PhraseSlack.Boundaries) != 0);
        outline.AddBeginning(phrase);
        if (phrase.GatherAfter is { } after && (outline.CrossesSentences || phrase.File.Window.Sentences == 1))
        {
            outline._slack |= PhraseSlack.Sentence | (outline.CrossesSentences ? PhraseSlack.Boundaries : PhraseSlack.None);
            var isCaptured = phrase.Nodes.Any(node => node is FactNode fact && fact.Slot == after.Slot);
            for (var left = phrase.File.Window.LeastParts - (isCaptured ? 1 : 0); left > 0; left--)
            {
                var slack = outline._slack;
                outline.Add(Wanting(after.Type));
                outline._slack = slack;
            }
        }

        if (outline._elements.Count > Most)
        {
            outline._elements.RemoveRange(Most, outline._elements.Count - Most);
        }

        return outline;
    }

    private void Add(PhraseWants wants)
    {
        _elements.Add((wants, _slack));
        _slack = PhraseSlack.None;
    }

    /// <summary>Adds the items that the phrase may begin with as the first element, and what follows it.</summary>
    private void AddBeginning(Phrase phrase)
    {
        var wants = new PhraseWants();
        var before = PhraseSlack.None;
        for (var i = 0; i < phrase.Nodes.Count; i++)
        {
            var node = phrase.Nodes[i];
            if (!AddFirst(node, wants))
            {
                before |= Consumed(node, phrase.File);
                continue;
            }

            Add(wants);
            if (before == PhraseSlack.None && node is WordsNode words)
            {
                AddWords(words.Words.AsSpan(1));
            }
            else if (before != PhraseSlack.None || !IsOneItem(node))
            {
                _slack = before | Consumed(node, phrase.File);
            }

            AddRest(phrase, i + 1);
            return;
        }

        throw new InvalidOperationException("A phrase begins with a word, a lexicon or a fact; the reader of phrase files sees to it.");
    }

    private void AddRest(Phrase phrase, int from)
    {
        for (var i = from; i < phrase.Nodes.Count; i++)
        {
            switch (phrase.Nodes[i])
            {
                case WordsNode words:
                    AddWords(words.Words);
                    break;
                case LexiconNode or FactNode or SentenceEndNode:
                    var wants = new PhraseWants();
                    AddFirst(phrase.Nodes[i], wants);
                    Add(wants);
                    _slack |= IsOneItem(phrase.Nodes[i]) ? PhraseSlack.None : Consumed(phrase.Nodes[i], phrase.File);
                    break;
                case ChoiceNode choice when OneOfEach(choice, phrase.File) is { } oneOf:
                    _slack |= oneOf.Before;
                    Add(oneOf.Wants);
                    _slack = oneOf.Behind;
                    break;
                default:
                    _slack |= Consumed(phrase.Nodes[i], phrase.File);
                    break;
            }
        }
    }

    private void AddWords(ReadOnlySpan<int> words)
    {
        foreach (var word in words)
        {
            var wants = new PhraseWants();
            wants.Words.Add(word);
            Add(wants);
        }
    }

    private static PhraseWants Wanting(FactType type)
    {
        var wants = new PhraseWants();
        wants.Types.Add(type);
        return wants;
    }

    /// <summary>Adds the items that a node may begin with.</summary>
    /// <returns>False where the node may match nothing, so that what follows it may come first.</returns>
    private static bool AddFirst(PhraseNode node, PhraseWants wants)
    {
        switch (node)
        {
            case WordsNode words:
                wants.Words.Add(words.Words[0]);
                return true;
            case LexiconNode lexicon:
                wants.Words.AddRange(lexicon.Lexicon.FirstWords);
                return true;
            case FactNode fact:
                wants.Types.Add(fact.Type);
                return true;
            case SentenceEndNode:
                wants.AddBoundary();
                return true;
            case SentenceStartNode:
                return false;
            case ChoiceNode choice:
                var isCertain = true;
                foreach (var alternative in choice.Alternatives)
                {
                    var has = false;
                    for (var i = 0; i < alternative.Count && !has; i++)
                    {
                        has = AddFirst(alternative[i], wants);
                    }

                    isCertain &= has;
                }

                return isCertain;
            default:
                throw new InvalidOperationException("A phrase begins with a word, a lexicon or a fact; the reader of phrase files sees to it.");
        }
    }

    /// <summary>
    /// Items of which every alternative of a choice has one, and what may stand before and behind it in the choice: a word where there is
    /// one, for facts are many. Null where an alternative can do without.
    /// </summary>
    private static (PhraseWants Wants, PhraseSlack Before, PhraseSlack Behind)? OneOfEach(ChoiceNode choice, PhraseFile file)
    {
        var all = (Wants: new PhraseWants(), Before: PhraseSlack.None, Behind: PhraseSlack.None);
        foreach (var alternative in choice.Alternatives)
        {
            (PhraseWants Wants, PhraseSlack Before, PhraseSlack Behind)? best = null;
            var passed = PhraseSlack.None;
            foreach (var node in alternative)
            {
                var found = OneOf(node, file);
                if (found is { } one && (best is null || (best.Value.Wants.Words.Count == 0 && one.Wants.Words.Count > 0 && one.Wants.Types.Count == 0)))
                {
                    best = one with { Before = one.Before | passed };
                }
                else if (best is { } chosen)
                {
                    best = chosen with { Behind = chosen.Behind | Consumed(node, file) };
                }

                passed |= Consumed(node, file);
            }

            if (best is not { } kept)
            {
                return null;
            }

            all.Wants.Add(kept.Wants);
            all = (all.Wants, all.Before | kept.Before, all.Behind | kept.Behind);
        }

        return all;
    }

    private static (PhraseWants Wants, PhraseSlack Before, PhraseSlack Behind)? OneOf(PhraseNode node, PhraseFile file)
    {
        if (node is ChoiceNode choice)
        {
            return OneOfEach(choice, file);
        }

        if (node is not (WordsNode or LexiconNode or FactNode or SentenceEndNode))
        {
            return null;
        }

        var wants = new PhraseWants();
        AddFirst(node, wants);
        return (wants, PhraseSlack.None, IsOneItem(node) ? PhraseSlack.None : Consumed(node, file));
    }

    /// <summary>True where a node takes exactly one item.</summary>
    private static bool IsOneItem(PhraseNode node) => node switch
    {
        FactNode or SentenceEndNode => true,
        WordsNode words => words.Words.Length == 1,
        LexiconNode lexicon => lexicon.Lexicon.All().All(static entry => entry.Words.Length == 1),
        ChoiceNode choice => choice.Alternatives.All(static alternative => alternative.Count == 1 && IsOneItem(alternative[0])),
        _ => false,
    };

    private static PhraseSlack Consumed(IEnumerable<PhraseNode> nodes, PhraseFile file)
    {
        var consumed = PhraseSlack.None;
        foreach (var node in nodes)
        {
            consumed |= Consumed(node, file);
        }

        return consumed;
    }

    /// <summary>All kinds of items that a node may take.</summary>
    private static PhraseSlack Consumed(PhraseNode node, PhraseFile file)
    {
        switch (node)
        {
            case WordsNode or LexiconNode:
                return PhraseSlack.Nouns | PhraseSlack.Words;
            case FactNode:
                return PhraseSlack.Facts | PhraseSlack.Numbers;
            case GapNode:
                return PhraseSlack.Nouns | PhraseSlack.Words | PhraseSlack.Facts | (file.GapsPass.Count > 0 ? PhraseSlack.Numbers : PhraseSlack.None);
            case NounNode:
                return PhraseSlack.Nouns | PhraseSlack.Facts;
            case HeadNode:
                return PhraseSlack.Sentence;
            case SentenceEndNode:
                return PhraseSlack.Boundaries;
            case ChoiceNode choice:
                var consumed = PhraseSlack.None;
                foreach (var alternative in choice.Alternatives)
                {
                    consumed |= Consumed(alternative, file);
                }

                return consumed;
            default:
                return PhraseSlack.None;
        }
    }
}
