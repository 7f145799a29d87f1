using System.Globalization;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>A word for a numbered thing with its labels, as it stands in the text.</summary>
/// <param name="First">Index of the word's token.</param>
/// <param name="End">Index just behind the last token.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Labels">Its labels; a range has one for each label in it.</param>
internal sealed record ReferenceMention(int First, int End, string Kind, List<LabelMention> Labels);

/// <summary>One label of a mention.</summary>
/// <param name="Prose">What a finding about this label underlines.</param>
/// <param name="Label">Its label in one form.</param>
/// <param name="Whole">The label without a part at its end.</param>
internal readonly record struct LabelMention(TextSpan Prose, string Label, string Whole);

/// <summary>Finds words for numbered things with their labels: <c>Table 3.1</c>, <c>Annexes A and B</c>, <c>sections 2 to 4</c>, <c>pp. 8–11</c>.</summary>
internal sealed class ReferenceScanner(KnowledgeBase knowledge)
{
    /// <summary>The longest range that is written out label by label.</summary>
    private const int LongestRange = 50;

    private readonly Lexicon _words = knowledge.Lexicon("cross-reference-words");
    private readonly Lexicon _determiners = knowledge.Lexicon("determiners");

    /// <summary>True where a word for a numbered thing stands at a token, with a label or without.</summary>
    public bool IsReferenceWord(TokenizedBlock block, int at) => _words.Match(block.Tokens, at).Length > 0;

    /// <summary>The kind of things that a word in the plural at a token names, or an empty text.</summary>
    public string PluralAt(TokenizedBlock block, int at) =>
        _words.Match(block.Tokens, at) is { Length: 1, Meaning: var kind } && IsPlural(block.TextOf(block.Tokens[at])) ? kind : "";

    private static bool IsPlural(ReadOnlySpan<char> word) => word.Length > 1 && (word[^1] is 's' or 'S' || word is "pp" or "§§");

    /// <summary>False for a word that no mention begins with.</summary>
    public bool MayBegin(int word) => _words.StartsWith(word);

    /// <summary>Reads the mention whose word stands at a token.</summary>
    /// <returns>The mention, or null where the word has no label.</returns>
    public ReferenceMention? Read(TokenizedBlock block, int at)
    {
        var tokens = block.Tokens;
        var (length, kind) = _words.Match(tokens, at);
        if (length == 0)
        {
            return null;
        }

        var text = block.Block.Prose.Text;
        var word = text.AsSpan(tokens[at].Start, tokens[at].Length);
        var next = at + length;
        if (next < tokens.Length && !tokens[next].SpaceBefore && text[tokens[next].Start] == '.' && word.Length <= 5)
        {
            next++;
        }

        if (kind == "page" && (word.Length < 3 && tokens[at].Capital || (next < tokens.Length && tokens[next].Kind != TokenKind.Number)))
        {
            return null;
        }

        // Only equations wear their labels in brackets.
        if (next < tokens.Length && text[tokens[next].Start] == '(' && kind != "equation")
        {
            return null;
        }

        if (ReferenceLabel.Read(block, next) is not { } label || !MayBeLabel(block, at, next, label))
        {
            return null;
        }

        var isPlural = IsPlural(word);
        var labels = new List<LabelMention>();
        var end = label.EndToken;
        if (!isPlural && kind != "page" && end + 1 < tokens.Length && IsDash(text, tokens[end]) && !tokens[end].SpaceBefore &&
            tokens[end + 1] is { Kind: TokenKind.Number, SpaceBefore: false })
        {
            // Table 1-3 is one table of chapter 1; Tables 1-3 are three.
            var compound = text[tokens[next].Start..tokens[end + 1].End].Replace('–', '-').Replace('‑', '-').ToUpperInvariant();
            return new(at, end + 2, kind, [new(block.SpanOf(at, end + 2), compound, compound)]);
        }

        labels.Add(new(block.SpanOf(at, end), label.Label, label.Whole));
        if (isPlural || kind == "page")
        {
            end = ReadMore(block, at, next, label, labels);
        }

        return IsShare(tokens, text, end) ? null : new(at, end, kind, labels);
    }

    /// <summary>Further labels behind the first; commas count only in a list that ends in <c>and</c> or <c>or</c>.</summary>
    private static int ReadMore(TokenizedBlock block, int word, int firstLabel, ReferenceLabel previous, List<LabelMention> labels)
    {
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        var end = previous.EndToken;
        var kept = labels.Count;
        var keptEnd = end;
        var previousStart = firstLabel;
        while (end < tokens.Length)
        {
            var mark = text.AsSpan(tokens[end].Start, tokens[end].Length);
            var isComma = mark is ",";
            var isRange = IsDash(text, tokens[end]) || mark is "to" or "through";
            var at = end + 1;
            if (isComma && at < tokens.Length && text.AsSpan(tokens[at].Start, tokens[at].Length) is "and" or "or")
            {
                isComma = false;
                at++;
            }

            if (!isComma && !isRange && mark is not ("," or "and" or "or" or "&"))
            {
                break;
            }

            if (ReferenceLabel.Read(block, at) is not { } label || (isRange && tokens[at].SpaceBefore != tokens[end].SpaceBefore) || IsShare(tokens, text, label.EndToken))
            {
                break;
            }

            if (isRange)
            {
                var span = previousStart == firstLabel ? block.SpanOf(word, label.EndToken) : block.SpanOf(previousStart, label.EndToken);
                labels[^1] = labels[^1] with { Prose = span };
                Expand(previous.Label, label.Label, span, labels);
            }
            else
            {
                labels.Add(new(block.SpanOf(at, label.EndToken), label.Label, label.Whole));
            }

            end = label.EndToken;
            previous = label;
            previousStart = at;
            if (!isComma)
            {
                kept = labels.Count;
                keptEnd = end;
            }
        }

        labels.RemoveRange(kept, labels.Count - kept);
        return keptEnd;
    }

    private static void Expand(string low, string high, TextSpan span, List<LabelMention> labels)
    {
        var series = ReferenceLabel.SeriesOf(low);
        if (series == ReferenceLabel.SeriesOf(high) && series != "A")
        {
            var prefix = series[^1] == '1' ? series[..^1] : series;
            if (int.TryParse(low.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var from) &&
                int.TryParse(high.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var to) &&
                to > from && to - from <= LongestRange)
            {
                for (var n = from + 1; n < to; n++)
                {
                    var label = prefix + n.ToString(CultureInfo.InvariantCulture);
                    labels.Add(new(span, label, label));
                }
            }
        }
        else if (low.Length == 1 && high.Length == 1 && high[0] > low[0])
        {
            for (var c = (char)(low[0] + 1); c < high[0]; c++)
            {
                labels.Add(new(span, c.ToString(), c.ToString()));
            }
        }

        labels.Add(new(span, high, high));
    }

    /// <summary>Weeds out <c>the part I play</c>, <c>in the table 12 councils</c>.</summary>
    private bool MayBeLabel(TokenizedBlock block, int word, int at, ReferenceLabel label)
    {
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        if (tokens[at].Kind == TokenKind.Word)
        {
            // Lower-case "part I", "page A" are prose; "annex A" is a label.
            var isBare = label.EndToken == at + 1;
            if (isBare && !tokens[word].Capital && (tokens[at].Length == 1 && text[tokens[at].Start] is 'I' or 'A') &&
                label.EndToken < tokens.Length && tokens[label.EndToken] is { Kind: TokenKind.Word, Capital: false } && text[tokens[at].Start] == 'I')
            {
                return false;
            }

            return tokens[at].SpaceBefore;
        }

        return tokens[word].Capital || word == 0 || _determiners.Match(tokens, word - 1).Length == 0 || !IsPluralNoun(tokens, text, label.EndToken);
    }

    private static bool IsPluralNoun(ReadOnlySpan<Token> tokens, string text, int at) =>
        at < tokens.Length && tokens[at] is { Kind: TokenKind.Word, Capital: false, Length: > 3 } && text[tokens[at].End - 1] == 's';

    private static bool IsShare(ReadOnlySpan<Token> tokens, string text, int at) =>
        at < tokens.Length && (text[tokens[at].Start] == '%' ||
            (text.AsSpan(tokens[at].Start, tokens[at].Length).Equals("per", StringComparison.Ordinal) && at + 1 < tokens.Length && text[tokens[at + 1].Start] == 'c') ||
            text.AsSpan(tokens[at].Start, tokens[at].Length) is "percent");

    private static bool IsDash(string text, Token token) => token.Length == 1 && text[token.Start] is '-' or '–' or '—' or '‑';
}
