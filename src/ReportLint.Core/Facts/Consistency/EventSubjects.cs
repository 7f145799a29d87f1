using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>
/// Tells whom a short name or a pronoun stands for among those whose events a document dates. Where more than one may be meant, nobody is: a wrong guess
/// would set one life against another.
/// </summary>
internal sealed class EventSubjects
{
    /// <summary>A pronoun reaches so many sentences back.</summary>
    private const int Reach = 12;

    private readonly AnalysisContext _context;
    private readonly Lexicon _words;
    private readonly Lexicon _small;
    private readonly Lexicon _kin;
    private readonly Lexicon _titles;
    private readonly Lexicon _other;
    private readonly Lexicon _weekdays;
    private readonly Lexicon _places;
    private readonly HashSet<string> _personal;

    /// <summary>Full names by their last words; empty where several end in one.</summary>
    private readonly Dictionary<string, string> _byLastWord = new(StringComparer.Ordinal);

    /// <summary>The one subject of which an event is dated, or empty where there are several.</summary>
    private readonly Dictionary<string, string> _byEvent = new(StringComparer.Ordinal);

    public EventSubjects(AnalysisContext context, List<DatedEvent> events)
    {
        _context = context;
        _words = context.Knowledge.Lexicon("event-words");
        _small = context.Knowledge.Lexicon("non-nouns");
        _kin = context.Knowledge.Lexicon("kin-words");
        _titles = context.Knowledge.Lexicon("person-titles");
        _other = context.Knowledge.Lexicon("other-one-words");
        _weekdays = context.Knowledge.Lexicon("weekdays");
        _places = context.Knowledge.Lexicon("place-prepositions");
        _personal = [.. _words.PhrasesOf("personal")];
        foreach (var fact in events)
        {
            if (fact.IsNamed && fact.Subject.Contains(' ', StringComparison.Ordinal))
            {
                SetOnly(_byLastWord, LastWord(fact.Subject), fact.Subject);
            }
        }

        foreach (var fact in context.Facts.SpanOfType(NameMention.FactType))
        {
            var name = (NameMention)fact;
            if (_byLastWord.TryGetValue(name.Word(^1), out var known) && known.Length > 0 && !IsTitle(name.Word(^2)) && !known.EndsWith(name.Word(^2) + " " + name.Word(^1), StringComparison.Ordinal))
            {
                _byLastWord[name.Word(^1)] = "";
            }
        }

        foreach (var fact in events)
        {
            SetOnly(_byEvent, fact.Event, fact.IsUnique ? FullNameOf(fact.Subject) : "");
        }
    }

    private static void SetOnly(Dictionary<string, string> map, string key, string value) => map[key] = map.TryGetValue(key, out var other) && other != value ? "" : value;

    private static string LastWord(string subject) => subject[(subject.LastIndexOf(' ') + 1)..];

    private bool IsTitle(string word) => _titles.HasWord(_context.Knowledge.Vocabulary.Find(word));

    /// <summary>The name in full of what is called by its last word alone: <c>Thorley</c>, <c>the bridge</c>; else the same text.</summary>
    public string FullNameOf(string subject) => _byLastWord.TryGetValue(subject, out var full) && full.Length > 0 ? full : subject;

    /// <summary>The subject that a pronoun stands for, or null: the only one of which the event is dated, spoken of before with nobody else between.</summary>
    public string? MeantBy(TokenizedBlock block, int sentence, int pronoun, string meaning)
    {
        if (!_byEvent.TryGetValue(meaning, out var subject) || subject.Length == 0)
        {
            return null;
        }

        var word = block.TextOf(block.Tokens[pronoun]);
        var isThing = word.Equals("it", StringComparison.OrdinalIgnoreCase) || word.Equals("its", StringComparison.OrdinalIgnoreCase);
        var isShip = !isThing && !_personal.Contains(meaning);
        if ((isThing && _personal.Contains(meaning)) || (isShip && !word.StartsWith("s", StringComparison.OrdinalIgnoreCase) && !word.Equals("her", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var last = LastWord(subject);
        var start = block.Sentences[sentence].Start.Value;
        var isTopic = isThing && sentence == 0 && pronoun > start && _words.Match(block.Tokens, start).Meaning is "subordinate";
        var end = pronoun;
        for (var (b, s, read) = (block, sentence, 0); read < Reach; read++)
        {
            _context.Work++;
            switch (Look(b, (b.Sentences[s].Start.Value, end), last, subject, isThing && !isTopic && read > 0, isThing, isThing || isShip))
            {
                case true:
                    return subject;
                case false:
                    return null;
            }

            if (--s < 0)
            {
                if (Previous(b) is not { } before)
                {
                    return null;
                }

                (b, s) = (before, before.Sentences.Length - 1);
            }

            end = b.Sentences[s].End.Value;
        }

        return null;
    }

    /// <summary>The block before, where it is running text or a heading.</summary>
    private TokenizedBlock? Previous(TokenizedBlock block)
    {
        for (var i = block.Block.Index - 1; i >= 0; i--)
        {
            var before = _context.Blocks[i];
            if (before.Block.Kind is BlockKind.TableCell || before.Tokens.Length == 0)
            {
                continue;
            }

            return before.Block is { Kind: BlockKind.Paragraph or BlockKind.Heading, IsQuoted: false } ? before : null;
        }

        return null;
    }

    /// <summary>True where the subject is named, false where somebody or something else may be meant, null where nothing speaks for either.</summary>
    private bool? Look(TokenizedBlock block, (int From, int To) range, string last, string subject, bool openingCounts, bool isNeuter, bool isThing)
    {
        var isNamed = false;
        for (var i = range.From; i < range.To; i++)
        {
            var token = block.Tokens[i];
            if (token.Kind != TokenKind.Word)
            {
                continue;
            }

            if (!isNeuter && _kin.Match(block.Tokens, i).Length > 0)
            {
                return false;
            }

            var text = block.TextOf(token);
            var word = text is [.., '\'' or '’', 's'] ? text[..^2] : text;
            if (word.Equals(last, StringComparison.OrdinalIgnoreCase))
            {
                isNamed = !(i > range.From && _other.Match(block.Tokens, i - 1) is { Length: > 0, Meaning: "other" });
                if (!isNamed)
                {
                    return false;
                }

                continue;
            }

            if (token.Capital && i > range.From && !subject.Contains(word, StringComparison.OrdinalIgnoreCase) && IsRival(block, range.From, i, isThing))
            {
                return false;
            }
        }

        return isNamed ? true : openingCounts && IsNounPhrase(block, range.From) ? false : null;
    }

    /// <summary>Another name, but for places, days and, beside things, persons with their titles.</summary>
    private bool IsRival(TokenizedBlock block, int start, int at, bool isThing)
    {
        if (block.MentionAt(at) is not null || _small.Match(block.Tokens, at).Length > 0 || _weekdays.Match(block.Tokens, at).Length > 0)
        {
            return false;
        }

        var before = at - 1;
        while (before > start && block.Tokens[before].Capital && block.Tokens[before].Kind == TokenKind.Word)
        {
            before--;
        }

        if (isThing && (_titles.Match(block.Tokens, at).Length > 0 || _titles.Match(block.Tokens, before + 1).Length > 0))
        {
            return false;
        }

        before -= before > start && _words.Match(block.Tokens, before).Meaning is "definite" or "own" ? 1 : 0;
        return _places.Match(block.Tokens, before).Length == 0;
    }

    /// <summary>A sentence that opens with a noun speaks of it.</summary>
    private bool IsNounPhrase(TokenizedBlock block, int at) =>
        block.Tokens[at].Kind == TokenKind.Word && (_words.Match(block.Tokens, at).Meaning is "definite" or "own" or "possessive" || _other.Match(block.Tokens, at).Length > 0 || _small.Match(block.Tokens, at).Length == 0);
}
