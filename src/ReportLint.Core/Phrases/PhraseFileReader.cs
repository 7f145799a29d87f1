using System.Globalization;
using ReportLint.Core.Facts;
using ReportLint.Core.Facts.Numbers;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Phrases;

/// <summary>Reads phrase files: YAML to patterns, with errors that name line and column.</summary>
internal static class PhraseFileReader
{
    /// <summary>Reads one file whose tree is given. Words of the patterns are added to the vocabulary.</summary>
    public static IReadOnlyList<Phrase> Read(
        KnowledgeFile file, YamlMap map, int order, Func<string, FactType?> findType, Func<string, Lexicon?> findLexicon,
        Vocabulary vocabulary, ICollection<KnowledgeError> errors)
    {
        foreach (var (key, _) in map.Entries)
        {
            if (!Keys.Contains(key.Text))
            {
                errors.Add(Mistake(file, key, $"a phrase file has no key '{key.Text}'{Rules.Suggestion.For(key.Text, Keys)}"));
            }
        }

        if (map["yields"] is not YamlText yieldsName || findType(yieldsName.Text) is not { } yields)
        {
            var name = (map["yields"] as YamlText)?.Text ?? "";
            errors.Add(Mistake(file, map["yields"] ?? map, $"there is no fact type '{name}'{Rules.Suggestion.For(name, FactTypes.All.Select(static t => t.Name))}"));
            return [];
        }

        if (!PhraseParser.OwnProperties(yields).Any())
        {
            errors.Add(Mistake(file, yieldsName, $"{yields.Name} is read from the text itself; phrases make {string.Join(", ", FactTypes.All.Where(static t => PhraseParser.OwnProperties(t).Any()).Select(static t => t.Name))}"));
            return [];
        }

        var precedence = ReadPrecedence(file, map["precedence"], errors);
        var shared = new PhraseFile
        {
            Yields = yields,
            Constants = ReadConstants(file, map["set"], yields, errors),
            ComesFirst = precedence == "first",
            ComesLast = precedence == "last" || map["pair"] is not null,
            Window = ReadWindow(file, map["within"], yields, errors),
            GapStops = ReadWords(file, "gaps stop at", map["gaps stop at"], findLexicon, vocabulary, errors),
            Unless = ReadWords(file, "unless", map["unless"], findLexicon, vocabulary, errors),
            UnlessAround = ReadWords(file, "unless around", map["unless around"], findLexicon, vocabulary, errors),
            Needs = map["needs"] is { } needs ? ReadAmendment(file, "needs", needs, yields, findLexicon, vocabulary, errors) : null,
            Pair = ReadPair(file, map["pair"], yields, errors),
            GapsPass = ReadDimensions(file, map["gaps pass"], findLexicon, errors),
            Amendments = ReadAmendments(file, map["also"], yields, findLexicon, vocabulary, errors),
            ClaimSlot = SlotOfClaim(yields),
            Order = order,
        };
        var phrases = new List<Phrase>();
        if (map["phrases"] is not YamlList list)
        {
            errors.Add(new(file.Path, map.Line, map.Column, 1, "a phrase file needs 'phrases', a list of patterns"));
            return phrases;
        }

        foreach (var item in list.Items)
        {
            if (item is not YamlText text)
            {
                errors.Add(new(file.Path, item.Line, item.Column, 1, "a phrase is text"));
                continue;
            }

            try
            {
                phrases.Add(Assemble(shared, new PhraseParser(text.Text, yields, findType, findLexicon, vocabulary).Parse(), phrases.Count));
            }
            catch (PhraseSyntaxException exception)
            {
                var (line, column) = Rules.YamlPlace.Of(file, text, exception.Offset);
                errors.Add(new(file.Path, line, column, exception.Length, exception.Message));
            }
        }

        return phrases;
    }

    private static int SlotOfClaim(FactType yields)
    {
        for (var slot = 0; slot < yields.Properties.Count; slot++)
        {
            if (yields.Properties[slot] is { Name: "claim", ElementType: "Piece" })
            {
                return slot;
            }
        }

        return -1;
    }

    private static HashSet<string> ReadDimensions(
        KnowledgeFile file, YamlTree? tree, Func<string, Lexicon?> findLexicon, ICollection<KnowledgeError> errors)
    {
        if (tree is not null && (tree is not YamlList list || list.Items.Any(static item => item is not YamlText)))
        {
            errors.Add(Mistake(file, tree, "'gaps pass' is a list of dimensions: [time]"));
        }

        var dimensions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in (tree as YamlList)?.Items.OfType<YamlText>() ?? [])
        {
            string[] known = [.. UnitlessDimensions, .. findLexicon("units")?.Entries.Select(static unit => UnitReader.Split(unit.Key).Dimension).Distinct() ?? []];
            if (known.Contains(item.Text))
            {
                dimensions.Add(item.Text);
            }
            else
            {
                errors.Add(Mistake(file, item, $"there is no dimension '{item.Text}'{Rules.Suggestion.For(item.Text, known)}"));
            }
        }

        return dimensions;
    }

    /// <summary>The dimensions of numbers that no unit of the lexicon gives them.</summary>
    private static readonly string[] UnitlessDimensions = ["count", "compound", "percent", "fraction"];

    /// <summary>What a file says of its precedence, or null.</summary>
    private static string? ReadPrecedence(KnowledgeFile file, YamlTree? tree, ICollection<KnowledgeError> errors)
    {
        if (tree is null or YamlText { Text: "first" or "last" })
        {
            return (tree as YamlText)?.Text;
        }

        errors.Add(new(file.Path, tree.Line, tree.Column, 1, "'precedence' can be 'first' or 'last'"));
        return null;
    }

    private static readonly string[] Keys = ["yields", "summary", "set", "phrases", "within", "unless", "also", "gaps stop at", "gaps pass", "precedence", "unless around", "needs", "pair"];

    private static KnowledgeError Mistake(KnowledgeFile file, YamlTree at, string message) =>
        new(file.Path, at.Line, at.Column, at is YamlText { Text.Length: > 0 } text ? text.Text.Length : 1, message);

    private static Phrase Assemble(PhraseFile file, IReadOnlyList<PhraseNode> nodes, int order)
    {
        var before = nodes[0] as GatherNode;
        var after = nodes.Count > 1 ? nodes[^1] as GatherNode : null;
        PhraseNode[] core = [.. nodes.Skip(before is null ? 0 : 1).SkipLast(after is null ? 0 : 1)];
        if (core.FirstOrDefault(static node => node is GatherNode) is { } inside)
        {
            throw Mistake(inside, "a gathering capture stands at the start or at the end of a phrase");
        }

        if (core.Length == 0)
        {
            throw Mistake(nodes[0], "a phrase needs something beside its gathering capture");
        }

        return MustBegin(core) ? new Phrase(file, core, before, after, order) : throw Mistake(core[^1], "a phrase needs a word, a lexicon or a fact that is not optional");
    }

    /// <summary>Throws where a sequence may begin with something that too many places begin with.</summary>
    /// <returns>False where the sequence may match nothing.</returns>
    private static bool MustBegin(IReadOnlyList<PhraseNode> nodes)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case WordsNode or LexiconNode or FactNode:
                    return true;
                case SentenceStartNode:
                    break;
                case ChoiceNode choice:
                    var must = true;
                    foreach (var alternative in choice.Alternatives)
                    {
                        must &= MustBegin(alternative);
                    }

                    if (must)
                    {
                        return true;
                    }

                    break;
                default:
                    throw Mistake(node, "a phrase begins with a word, a lexicon or a fact");
            }
        }

        return false;
    }

    private static PhraseSyntaxException Mistake(PhraseNode at, string message) => new(at.Offset, at.Length, message);

    private static PhraseWindow ReadWindow(KnowledgeFile file, YamlTree? tree, FactType yields, ICollection<KnowledgeError> errors)
    {
        var window = new PhraseWindow();
        if (tree is not (null or YamlMap))
        {
            errors.Add(new(file.Path, tree.Line, tree.Column, 1, "'within' is a mapping"));
        }

        foreach (var (key, value) in (tree as YamlMap)?.Entries ?? [])
        {
            switch (key.Text, (value as YamlText)?.Text)
            {
                case ("sentences", { } text) when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 5:
                    window = window with { Sentences = count };
                    break;
                case ("parts", { } text) when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 2 and <= 10:
                    window = window with { LeastParts = count };
                    break;
                case ("unit", "same"):
                    window = window with { SameUnit = true };
                    break;
                case ("shape", "list"):
                    window = window with { IsList = true };
                    break;
                case ("pronouns", "parts"):
                    window = window with { AllowsPronouns = true };
                    break;
                case ("fit", { } text) when PhraseParser.SlotOf(yields, text) is >= 0 and var slot:
                    window = window with { FitSlot = slot };
                    break;
                default:
                    errors.Add(new(file.Path, key.Line, key.Column, key.Text.Length, "'within' knows 'sentences' (1 to 5), 'parts' (2 to 10), 'unit: same', 'shape: list', 'pronouns: parts' and 'fit' (a property)"));
                    break;
            }
        }

        return window;
    }

    private static readonly string[] PairKeys = ["first", "second", "stands", "sentences"];

    private static PhrasePair? ReadPair(KnowledgeFile file, YamlTree? tree, FactType yields, ICollection<KnowledgeError> errors)
    {
        if (tree is null)
        {
            return null;
        }

        foreach (var (key, _) in (tree as YamlMap)?.Entries ?? [])
        {
            if (!PairKeys.Contains(key.Text))
            {
                errors.Add(Mistake(file, key, $"'pair' has no key '{key.Text}'{Rules.Suggestion.For(key.Text, PairKeys)}"));
            }
        }

        if (tree is YamlMap map &&
            SlotOfNumber(map["first"]) is >= 0 and var first && (map["second"] is null ? -1 : SlotOfNumber(map["second"])) is var second && (second >= 0 || map["second"] is null) &&
            Enum.TryParse<PhrasePairPlace>((map["stands"] as YamlText)?.Text, ignoreCase: true, out var place) && (second >= 0 || place != PhrasePairPlace.Around) &&
            int.TryParse((map["sentences"] as YamlText)?.Text ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var sentences) && sentences is 1 or 2)
        {
            return new(first, second, place, sentences);
        }

        errors.Add(Mistake(file, tree, $"'pair' is a mapping with 'first' and 'second' (properties of {yields.Name} that take a number; without 'second' one number is wanted, before or behind), 'stands' (before, behind or around) and 'sentences' (1 or 2)"));
        return null;

        int SlotOfNumber(YamlTree? name) => name is YamlText { Text: var text } && PhraseParser.SlotOf(yields, text) is >= 0 and var slot && yields.Properties[slot].Kind == ValueKind.Fact ? slot : -1;
    }

    private static PhraseConstant[] ReadConstants(KnowledgeFile file, YamlTree? tree, FactType yields, ICollection<KnowledgeError> errors)
    {
        var constants = new List<PhraseConstant>();
        if (tree is not (null or YamlMap))
        {
            errors.Add(Mistake(file, tree, "'set' is a mapping from properties to values"));
        }

        foreach (var (key, value) in (tree as YamlMap)?.Entries ?? [])
        {
            var slot = PhraseParser.SlotOf(yields, key.Text);
            if (slot < 0)
            {
                errors.Add(Mistake(file, key, $"{yields.Name} has no property '{key.Text}'{Rules.Suggestion.For(key.Text, PhraseParser.OwnProperties(yields))}"));
            }
            else if (ConstantOf(yields.Properties[slot], (value as YamlText)?.Text) is { } constant)
            {
                constants.Add(new(slot, constant));
            }
            else
            {
                errors.Add(Mistake(file, value, yields.Properties[slot] switch
                {
                    { Symbols: { } symbols } => $"'{key.Text}' is one of {string.Join(", ", symbols)}",
                    { Kind: ValueKind.Truth } => $"'{key.Text}' is true or false",
                    { Kind: ValueKind.Text } => $"'{key.Text}' is a text",
                    _ => $"'{key.Text}' is captured, not set",
                }));
            }
        }

        return constants.ToArray();
    }

    /// <summary>The value of a property that a file sets, or null where the property cannot have it.</summary>
    private static Value? ConstantOf(FactProperty property, string? text) => (property.Kind, text) switch
    {
        (ValueKind.Text, { } symbol) when property.Symbols is null || property.Symbols.Contains(symbol) => Value.Of(symbol),
        (ValueKind.Truth, "true" or "false") => Value.Of((bool?)(text == "true")),

        // A number is kept as it is written, like the meaning of a lexicon's entry.
        (ValueKind.Number, { } number) when decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out _) => Value.Of(number),
        _ => null,
    };

    /// <summary>A list of words, in which <c>&lt;name&gt;</c> stands for the entries of a lexicon with their meanings.</summary>
    private static Lexicon? ReadWords(
        KnowledgeFile file, string name, YamlTree? tree, Func<string, Lexicon?> findLexicon, Vocabulary vocabulary, ICollection<KnowledgeError> errors)
    {
        if (tree is null)
        {
            return null;
        }

        var lexicon = new LexiconBuilder(name);
        foreach (var item in tree is YamlList list ? list.Items : [tree])
        {
            if (item is YamlText { Text: ['<', .. var included, '>'] })
            {
                if (findLexicon(included) is { } other)
                {
                    lexicon.Include(other);
                }
                else
                {
                    errors.Add(Mistake(file, item, $"there is no lexicon '{included}'"));
                }
            }
            else if (item is YamlText { Text: var text } && Tokenizer.Words(text, vocabulary) is { Length: > 0 } words)
            {
                lexicon.Add(words, name);
            }
            else
            {
                errors.Add(new(file.Path, item.Line, item.Column, 1, $"'{name}' is a list of words"));
            }
        }

        return lexicon.Build();
    }

    private static readonly string[] AmendmentKeys = ["words", "around", "before part", "after part", "set"];

    private static PhraseAmendmentPlace PlaceOf(YamlMap map) =>
        map["words"] is not null ? PhraseAmendmentPlace.Window : map["around"] is not null ? PhraseAmendmentPlace.Around : map["before part"] is not null ? PhraseAmendmentPlace.BeforePart : PhraseAmendmentPlace.AfterPart;

    private static List<PhraseAmendment> ReadAmendments(
        KnowledgeFile file, YamlTree? tree, FactType yields, Func<string, Lexicon?> findLexicon, Vocabulary vocabulary, ICollection<KnowledgeError> errors)
    {
        var amendments = new List<PhraseAmendment>();
        if (tree is not (null or YamlList))
        {
            errors.Add(Mistake(file, tree, "'also' is a list"));
        }

        foreach (var item in (tree as YamlList)?.Items ?? [])
        {
            if (ReadAmendment(file, "also", item, yields, findLexicon, vocabulary, errors) is { } amendment)
            {
                amendments.Add(amendment);
            }
        }

        return amendments;
    }

    private static PhraseAmendment? ReadAmendment(
        KnowledgeFile file, string name, YamlTree item, FactType yields, Func<string, Lexicon?> findLexicon, Vocabulary vocabulary, ICollection<KnowledgeError> errors)
    {
        foreach (var (key, _) in (item as YamlMap)?.Entries ?? [])
        {
            if (key.Text == "set" && name == "needs")
            {
                errors.Add(Mistake(file, key, "'needs' sets nothing: what it asks for is there or not"));
            }
            else if (!AmendmentKeys.Contains(key.Text))
            {
                errors.Add(Mistake(file, key, $"'{name}' has no key '{key.Text}'{Rules.Suggestion.For(key.Text, AmendmentKeys)}"));
            }
        }

        if (item is YamlMap map && ReadWords(file, "words", map["words"] ?? map["around"] ?? map["before part"] ?? map["after part"], findLexicon, vocabulary, errors) is { } words)
        {
            return new(words, PlaceOf(map), ReadConstants(file, map["set"], yields, errors));
        }

        errors.Add(new(file.Path, item.Line, item.Column, 1, name == "also" ? "'also' is a list of mappings with 'words', 'before part' or 'after part', and 'set'" : $"'{name}' is a mapping with 'words', 'before part' or 'after part'"));
        return null;
    }
}
