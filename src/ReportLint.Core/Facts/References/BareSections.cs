using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.References;

/// <summary>
/// Finds sections that a text names by their number alone: <c>go back to 2.1</c>, <c>the procedure for cleaning the jet (4.4)</c>. A decimal looks the
/// same, so they count only in a document that numbers its sections so and refers to one that it has in this way; and
/// only where they are at most two further on than the last of their chapter.
/// </summary>
internal static class BareSections
{
    /// <summary>Adds the references.</summary>
    public static void Add(AnalysisContext context, ExhibitIndex index, IReadOnlyList<Fact> exhibits)
    {
        var settings = context.Knowledge.Settings("references");
        var (fewest, furthest) = (settings.Get("fewest_sections", 3), settings.Get("sections_beyond", 2));
        HashSet<string>? sections = null;
        foreach (var fact in exhibits)
        {
            if (fact is Exhibit { Kind: "section" } exhibit && exhibit.Label.Contains('.', StringComparison.Ordinal))
            {
                sections ??= new(StringComparer.Ordinal);
                sections.Add(exhibit.Label);
            }
        }

        if (sections is null || sections.Count < fewest)
        {
            return;
        }

        var (leads, ends) = (context.Knowledge.Lexicon("section-leads"), context.Knowledge.Lexicon("section-ends"));
        var found = new List<(TokenizedBlock Block, int At, string Label)>();
        foreach (var block in context.Blocks)
        {
            if (block.Block.Kind is Documents.BlockKind.Paragraph or Documents.BlockKind.ListItem && !block.Block.IsQuoted)
            {
                Read(block, leads, ends, found);
            }
        }

        // One number that leads far off tells that the document has decimals in such places.
        if (!found.Exists(f => sections.Contains(f.Label)) || found.Exists(f => !sections.Contains(f.Label) && (index.Series("section", f.Label).Beyond is not { } further || further <= 0 || further > furthest)))
        {
            return;
        }

        foreach (var (block, at, label) in found)
        {
            var (siblings, beyond) = index.Series("section", label);
            if (sections.Contains(label) || siblings < 2)
            {
                continue;
            }

            context.Facts.Add(new CrossReference
            {
                Document = context.Document,
                Block = block.Block,
                Prose = block.Tokens[at].Span,
                Sentence = block.SentenceOf(at),
                Kind = "section",
                Label = label,
                Whole = label,
                IsElsewhere = false,
                IsHere = false,
                IsLinked = block.Block.HasMark(Documents.MarkKind.Link, block.Tokens[at].Start),
                Siblings = siblings,
                OfKind = index.CountOf("section"),
                Beyond = beyond,
            });
        }
    }

    private static void Read(TokenizedBlock block, Lexicon leads, Lexicon ends, List<(TokenizedBlock, int, string)> found)
    {
        var tokens = block.Tokens;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i] is { Kind: TokenKind.Number, Length: >= 3 and <= 5 } && block.MentionAt(i) is null && block.TextOf(tokens[i]) is var label && IsDotted(label) &&
                (IsAloneInBrackets(block, i) || (IsLed(block, leads, i) && EndsPhrase(block, ends, i + 1))))
            {
                found.Add((block, i, label.ToString()));
            }
        }
    }

    private static bool IsDotted(ReadOnlySpan<char> label) => label.Count('.') == 1 && char.IsAsciiDigit(label[0]) && label[0] != '0' && char.IsAsciiDigit(label[^1]) && label[^1] != '0' && !label.Contains(',');

    /// <summary>In brackets behind a word that is no number's.</summary>
    private static bool IsAloneInBrackets(TokenizedBlock block, int at) =>
        at >= 2 && at + 1 < block.Tokens.Length && block.TextOf(block.Tokens[at - 1]) is "(" && block.TextOf(block.Tokens[at + 1]) is ")" &&
        block.Tokens[at - 2].Kind == TokenKind.Word && block.MentionAt(at - 2) is null;

    private static bool IsLed(TokenizedBlock block, Lexicon leads, int at)
    {
        const int longestLead = 3;
        for (var back = 1; back <= longestLead && back <= at; back++)
        {
            if (leads.Match(block.Tokens, at - back).Length == back)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>No unit and no noun stands behind it.</summary>
    private static bool EndsPhrase(TokenizedBlock block, Lexicon ends, int end) =>
        end >= block.Tokens.Length || (block.Tokens[end].Kind == TokenKind.Mark && block.TextOf(block.Tokens[end]) is "." or "," or ";" or ")" or ":") || ends.Match(block.Tokens, end).Length > 0;
}
