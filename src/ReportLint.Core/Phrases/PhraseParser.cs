using System.Globalization;
using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Phrases;

/// <summary>Parses one pattern. Errors are thrown as <see cref="PhraseSyntaxException"/> with an offset in the pattern.</summary>
internal sealed class PhraseParser(string pattern, FactType yields, Func<string, FactType?> findType, Func<string, Lexicon?> findLexicon, Vocabulary vocabulary)
{
    private int _at;
    private int _depth;

    // One fact captured for a list, which only a gathering capture of the same list at the end makes whole.
    private (int Slot, PhraseSyntaxException Mistake)? _lonely;

    public IReadOnlyList<PhraseNode> Parse()
    {
        var nodes = ParseSequence(null);
        if (_lonely is { } lonely && (nodes[^1] as GatherNode)?.Slot != lonely.Slot)
        {
            throw lonely.Mistake;
        }

        return nodes.Count > 0 ? nodes : throw new PhraseSyntaxException(0, Math.Max(1, pattern.Length), "a phrase matches at least one word");
    }

    /// <summary>Parses up to the end, or to the end of an alternative of the choice that was opened at an offset.</summary>
    private List<PhraseNode> ParseSequence(int? opened)
    {
        var nodes = new List<PhraseNode>();
        while (true)
        {
            SkipSpace();
            if (_at >= pattern.Length)
            {
                return opened is { } bracket ? throw new PhraseSyntaxException(bracket, 1, "a '(' without its ')'; a bracket of the text has spaces around it") : nodes;
            }

            if (opened is not null && pattern[_at] is '|' or ')')
            {
                return nodes;
            }

            var start = _at;
            var node = ParseNode();
            nodes.Add(node with { Offset = start, Length = _at - start });
            if (node is GatherNode && opened is not null)
            {
                throw new PhraseSyntaxException(start, _at - start, "a gathering capture stands at the start or at the end of a phrase, not in a choice");
            }
        }
    }

    private PhraseNode ParseNode()
    {
        switch (pattern[_at])
        {
            case '(' when IsOpening():
                return ParseChoice();
            case '|':
                throw new PhraseSyntaxException(_at, 1, "'|' stands between alternatives in brackets: (a|b)");
            case '{':
                return ParseCapture();
            case '[' when IsOpening():
                return ParseClass();
            case '<' when IsOpening():
                return new LexiconNode(FindLexicon(ReadUntil('>', out var start), start), -1);
            case '^':
                _at++;
                return new SentenceStartNode();
            case '.' when pattern.AsSpan(_at).StartsWith("..."):
                return ParseGap();
            case '.' when _at + 1 >= pattern.Length || char.IsWhiteSpace(pattern[_at + 1]) || pattern[_at + 1] is '|' or ')':
                _at++;
                return new SentenceEndNode();
            default:
                return ParseWord();
        }
    }

    /// <summary>A bracket followed by a space stands for itself.</summary>
    private bool IsOpening() => _at + 1 < pattern.Length && !char.IsWhiteSpace(pattern[_at + 1]);

    private ChoiceNode ParseChoice()
    {
        if (++_depth > 8)
        {
            throw new PhraseSyntaxException(_at, 1, "choices are nested deeper than 8 levels");
        }

        var opened = _at;
        var alternatives = new List<IReadOnlyList<PhraseNode>>();
        do
        {
            _at++;
            alternatives.Add(ParseSequence(opened));
        }
        while (pattern[_at] == '|');
        _at++;
        _depth--;
        return new ChoiceNode(alternatives);
    }

    private PhraseNode ParseCapture()
    {
        var text = ReadUntil('}', out var start);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            throw new PhraseSyntaxException(start, text.Length, "a capture is written {name:Type}");
        }

        var (name, nameAt) = Trim(text[..colon], start);
        var (type, typeAt) = Trim(text[(colon + 1)..], start + colon + 1);
        var slot = SlotOf(yields, name);
        if (slot < 0)
        {
            throw new PhraseSyntaxException(nameAt, Math.Max(1, name.Length), $"{yields.Name} has no property '{name}'{Rules.Suggestion.For(name, OwnProperties(yields))}");
        }

        var kind = yields.Properties[slot].Kind;
        var gathers = type.EndsWith('*');
        type = gathers ? type[..^1] : type;
        if (!gathers && type == "noun")
        {
            return kind == ValueKind.Text ? new HeadNode(slot) : throw new PhraseSyntaxException(nameAt, name.Length, $"'{name}' takes no text");
        }

        if (!gathers && type.Length > 0 && char.IsLower(type[0]))
        {
            return kind is ValueKind.Fact or ValueKind.List
                ? throw new PhraseSyntaxException(nameAt, name.Length, $"'{name}' takes {(kind == ValueKind.List ? "facts" : "a fact")}, not the meaning of a lexicon's entry")
                : new LexiconNode(FindLexicon(type, typeAt), slot);
        }

        var factType = findType(type) ?? throw new PhraseSyntaxException(typeAt, Math.Max(1, type.Length), $"there is no fact type '{type}'");
        if (kind == ValueKind.List && !gathers)
        {
            _lonely ??= (slot, new PhraseSyntaxException(nameAt, name.Length, $"'{name}' takes a list: {{{name}:{type}*}}"));
            return new FactNode(factType, slot);
        }

        if (kind != (gathers ? ValueKind.List : ValueKind.Fact))
        {
            throw new PhraseSyntaxException(nameAt, name.Length, kind switch
            {
                ValueKind.Fact => $"'{name}' takes one fact: {{{name}:{type}}}",
                _ => $"'{name}' takes the meaning of a lexicon's entry: {{{name}:LEXICON}}",
            });
        }

        return gathers ? new GatherNode(factType, slot) : new FactNode(factType, slot);
    }

    private static (string Text, int Offset) Trim(string text, int offset) => (text.Trim(), offset + text.Length - text.TrimStart().Length);

    /// <summary>The names of the properties that a phrase can fill.</summary>
    internal static IEnumerable<string> OwnProperties(FactType type) => type.Properties.Where(static p => p.IsFilledByPhrases).Select(static p => p.Name);

    /// <summary>The slot of a property that a phrase can fill: its position among the type's own properties; -1 for any other.</summary>
    internal static int SlotOf(FactType type, string name)
    {
        for (var i = 0; i < type.Properties.Count; i++)
        {
            if (type.Properties[i].IsFilledByPhrases && type.Properties[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private NounNode ParseClass()
    {
        var name = ReadUntil(']', out var start);
        return name == "noun" ? new NounNode() : throw new PhraseSyntaxException(start, Math.Max(1, name.Length), $"there is no token class '{name}'; the one there is is [noun]");
    }

    private GapNode ParseGap()
    {
        var start = _at;
        _at += 3;
        var digits = _at;
        while (_at < pattern.Length && char.IsAsciiDigit(pattern[_at]))
        {
            _at++;
        }

        return int.TryParse(pattern.AsSpan(digits, _at - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is > 0 and <= 25
            ? new GapNode(most)
            : throw new PhraseSyntaxException(start, _at - start, "a gap is written ...n, with n from 1 to 25");
    }

    private WordsNode ParseWord()
    {
        var start = _at++;
        while (_at < pattern.Length && !char.IsWhiteSpace(pattern[_at]) && pattern[_at] is not ('(' or ')' or '|' or '{' or '[' or '<'))
        {
            _at++;
        }

        return new WordsNode(Tokenizer.Words(pattern[start.._at], vocabulary));
    }

    private Lexicon FindLexicon(string name, int start) =>
        findLexicon(name) ?? throw new PhraseSyntaxException(start, Math.Max(1, name.Length), $"there is no lexicon '{name}'");

    private string ReadUntil(char close, out int start)
    {
        start = ++_at;
        var end = pattern.IndexOf(close, _at);
        if (end < 0)
        {
            throw new PhraseSyntaxException(start - 1, 1, $"a '{pattern[start - 1]}' without its '{close}'");
        }

        _at = end + 1;
        return pattern[start..end];
    }

    private void SkipSpace()
    {
        while (_at < pattern.Length && char.IsWhiteSpace(pattern[_at]))
        {
            _at++;
        }
    }
}

/// <summary>A mistake in a pattern.</summary>
internal sealed class PhraseSyntaxException(int offset, int length, string message) : Exception(message)
{
    /// <summary>Offset in the pattern.</summary>
    public int Offset { get; } = offset;

    /// <summary>Length of the offending piece.</summary>
    public int Length { get; } = length;
}
