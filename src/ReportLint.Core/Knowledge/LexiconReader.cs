using ReportLint.Core.Facts;

namespace ReportLint.Core.Knowledge;

/// <summary>Reads lexicon files.</summary>
public static class LexiconReader
{
    private static readonly string[] Keys = ["lexicon", "summary", "entries"];

    /// <summary>Reads one file into the vocabulary.</summary>
    /// <returns>The lexicon, or null with at least one error added.</returns>
    public static Lexicon? Read(KnowledgeFile file, Vocabulary vocabulary, ICollection<KnowledgeError> errors)
    {
        return YamlTreeReader.Read(file, errors) is { } tree ? Read(file, tree, vocabulary, errors) : null;
    }

    internal static Lexicon? Read(KnowledgeFile file, YamlTree tree, Vocabulary vocabulary, ICollection<KnowledgeError> errors)
    {
        var before = errors.Count;
        if (tree is not YamlMap map || map["lexicon"] is not YamlText name || map["entries"] is not { } entries)
        {
            errors.Add(new(file.Path, tree.Line, tree.Column, 1, "a lexicon file needs the keys 'lexicon' and 'entries'"));
            return null;
        }

        foreach (var (key, _) in map.Entries)
        {
            if (!Keys.Contains(key.Text))
            {
                errors.Add(new(file.Path, key.Line, key.Column, Math.Max(1, key.Text.Length), $"a lexicon file has no key '{key.Text}'{Rules.Suggestion.For(key.Text, Keys)}"));
            }
        }

        var all = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        if (entries is YamlList list)
        {
            all.Add(new(name.Text, ReadPhrases(list, file, errors)));
        }
        else if (entries is YamlMap meanings)
        {
            foreach (var (meaning, phrases) in meanings.Entries)
            {
                all.Add(new(meaning.Text, ReadPhrases(phrases, file, errors)));
            }
        }
        else
        {
            errors.Add(new(file.Path, entries.Line, entries.Column, 1, "'entries' is a list of phrases or a mapping from meanings to lists"));
        }

        if (errors.Count > before)
        {
            return null;
        }

        var lexicon = new LexiconBuilder(name.Text) { Meanings = all };
        foreach (var (meaning, phrases) in all)
        {
            foreach (var phrase in phrases)
            {
                lexicon.Add(Tokenizer.Words(phrase, vocabulary), meaning);
            }
        }

        return lexicon.Build();
    }

    private static List<string> ReadPhrases(YamlTree tree, KnowledgeFile file, ICollection<KnowledgeError> errors)
    {
        var phrases = new List<string>();
        foreach (var item in tree is YamlList list ? list.Items : [tree])
        {
            if (item is YamlText { Text: var text } && !string.IsNullOrWhiteSpace(text))
            {
                phrases.Add(text);
            }
            else
            {
                errors.Add(new(file.Path, item.Line, item.Column, 1, "a phrase is one or more words"));
            }
        }

        return phrases;
    }
}
