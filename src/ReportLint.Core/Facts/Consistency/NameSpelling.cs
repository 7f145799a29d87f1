using System.Runtime.CompilerServices;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>Judges whether two words may be one name written in two ways. Well-known spellings and names that are two are data.</summary>
internal sealed class NameSpelling
{
    private const int ShortestSlip = 5;
    private const int ShortestOtherLetter = 6;

    private static readonly ConditionalWeakTable<KnowledgeBase, NameSpelling> Known = [];

    private readonly Dictionary<string, string> _group = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _letters = [];
    private readonly Dictionary<string, string> _akin = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names;

    private NameSpelling(KnowledgeBase knowledge)
    {
        foreach (var (group, names) in knowledge.Lexicon("name-spellings").Entries)
        {
            foreach (var name in names)
            {
                _group[name] = group;
                Join(names[0][0], name[0]);
            }
        }

        foreach (var (group, names) in knowledge.Lexicon("akin-names").Entries)
        {
            foreach (var name in names)
            {
                _akin[name] = group;
            }
        }

        _names = knowledge.Lexicon("first-names").Phrases.ToHashSet(StringComparer.Ordinal);
    }

    private void Join(int letter, int other)
    {
        var (kept, given) = (_letters.GetValueOrDefault(letter, letter), _letters.GetValueOrDefault(other, other));
        if (kept == given)
        {
            return;
        }

        _letters[other] = kept;
        foreach (var (known, value) in _letters)
        {
            if (value == given)
            {
                _letters[known] = kept;
            }
        }

        _letters[given] = kept;
    }

    /// <summary>The names of a knowledge base, gathered on first use.</summary>
    public static NameSpelling Of(KnowledgeBase knowledge) => Known.GetValue(knowledge, static k => new NameSpelling(k));

    /// <summary>
    /// A letter that is the same for all words that may be one name: a slip spares the first letter, and first letters that a well-known
    /// spelling exchanges (<c>Catherine</c>, <c>Katherine</c>) count as one.
    /// </summary>
    public int LetterOf(string word) => _letters.GetValueOrDefault(word[0], word[0]);

    /// <summary>True for two first names that are easily taken for each other: <c>Margaret</c>, <c>Marguerite</c>.</summary>
    public bool AreAkin(string a, string b) => _akin.TryGetValue(a, out var one) && _akin.TryGetValue(b, out var two) && one == two;

    /// <summary><c>spelling</c> or <c>slip</c>, or null where they are two names.</summary>
    public string? WayBetween(string a, string b)
    {
        if (_group.TryGetValue(a, out var group) && _group.TryGetValue(b, out var other) && group == other)
        {
            return "spelling";
        }

        var (shorter, longer) = a.Length > b.Length ? (b, a) : (a, b);
        var isSlip = IsSlip(shorter, longer) || (longer.StartsWith("mac", StringComparison.Ordinal) && shorter.StartsWith("mc", StringComparison.Ordinal) && longer.AsSpan(3).SequenceEqual(shorter.AsSpan(2)));
        return isSlip && !(_names.Contains(a) && _names.Contains(b)) ? "slip" : null;
    }

    /// <summary>True for a well-known first name.</summary>
    public bool IsFirstName(string word) => _names.Contains(word);

    /// <summary>Two long words that begin alike and are two letters apart: <c>Krishnamurthy</c>, <c>Krishnamurti</c>.</summary>
    public static bool AreLongAndClose(string a, string b)
    {
        const int shortest = 9;
        const int samePrefix = 5;
        const int apart = 2;
        return a.Length >= shortest && b.Length >= shortest && a.AsSpan().CommonPrefixLength(b) >= samePrefix && Rules.TextDistance.Between(a, b) <= apart;
    }

    /// <summary>Two words of one length, four letters at least, of which one letter behind the first differs.</summary>
    public static bool IsOtherLetter(string a, string b)
    {
        const int shortest = 4;
        if (a.Length != b.Length || a.Length < shortest || a.AsSpan().ContainsAnyExceptInRange('a', 'z') || b.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return false;
        }

        var at = a.AsSpan().CommonPrefixLength(b);
        return at > 0 && at < a.Length && a.AsSpan(at + 1).SequenceEqual(b.AsSpan(at + 1));
    }

    /// <summary>A letter dropped, doubled or put in, or two swapped; another letter makes another word (<c>Context</c>, <c>Content</c>).</summary>
    public static bool AreTypingSlip(string a, string b) => a.Length > b.Length ? IsSlip(b, a) : IsSlip(a, b) && (a.Length < b.Length || !IsOtherLetter(a, b));

    /// <summary>One slip apart: a letter dropped, two swapped, or another letter inside; <paramref name="a"/> is not the longer one.</summary>
    private static bool IsSlip(string a, string b)
    {
        if (b.Length < ShortestSlip || b.Length - a.Length > 1 || b.AsSpan().ContainsAnyExceptInRange('a', 'z') || a.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return false;
        }

        var at = 0;
        while (at < a.Length && a[at] == b[at])
        {
            at++;
        }

        if (b.Length > a.Length)
        {
            // An ending makes another word of a word (Hills, Indian); these letters are dropped from names.
            return a.AsSpan(at).SequenceEqual(b.AsSpan(at + 1)) && at > 0 && (at < a.Length ? true : b[^1] is 'e' or 'd' or 't' or 'h' or 'k' or 'l' or 'z');
        }

        if (at == 0 || at == a.Length)
        {
            return false;
        }

        var isSwap = at + 1 < a.Length && a[at] == b[at + 1] && a[at + 1] == b[at] && a.AsSpan(at + 2).SequenceEqual(b.AsSpan(at + 2));
        return isSwap || (a.Length >= ShortestOtherLetter && at + 1 < a.Length && a.AsSpan(at + 1).SequenceEqual(b.AsSpan(at + 1)));
    }
}
