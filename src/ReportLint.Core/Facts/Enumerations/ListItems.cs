using System.Globalization;
using ReportLint.Core.Documents;

namespace ReportLint.Core.Facts.Enumerations;

/// <summary>Counts the items of a list of the document, where it is the whole of what the sentence before it announces.</summary>
internal sealed class ListItems(AnalysisContext context, EnumerationWords words)
{
    /// <summary>How many items a list has; null where it may go on elsewhere, or where its items are no items.</summary>
    /// <param name="index">Position of the list in the document.</param>
    /// <param name="count">What the lead-in announces.</param>
    public Interval? Count(int index, Quantity count)
    {
        var list = context.Document.Lists[index];
        var (named, double_) = (0, 0);
        for (var i = list.LeadInBlock + 1; i < context.Blocks.Count && (context.Blocks[i].Block.List is not null || context.Blocks[i].Block.Span.Start < list.Span.End); i++)
        {
            var block = context.Blocks[i];
            if (block.Block.List != list)
            {
                continue;
            }

            if (HoldsNextMarker(block, list.Items.Count) || CountsItself(block, count))
            {
                return null;
            }

            if (block.Block.Kind == BlockKind.ListItem)
            {
                named += IsSpoken(block, 0) ? 1 : 0;
                double_ += NamesTwo(block) ? 1 : 0;
            }
        }

        // Minutes: some items tell who said something.
        return IsContinued(index) || (named > 0 && named < list.Items.Count) ? null : Interval.Between(list.Items.Count, list.Items.Count + double_);
    }

    /// <summary>A sentence that begins with who says it, as minutes do: <c>Carter: there are two …</c>, <c>[Carter] there are two …</c></summary>
    public static bool IsSpoken(TokenizedBlock block, int sentence)
    {
        var (from, end) = (block.Sentences[sentence].Start.Value, block.Sentences[sentence].End.Value);
        if (from >= end)
        {
            return false;
        }

        if (block.TextOf(block.Tokens[from]) is "[")
        {
            return true;
        }

        // The colon that ends a lead-in makes none.
        for (var i = from; i < Math.Min(end - 1, from + 3) && block.Tokens[i].Kind is TokenKind.Word or TokenKind.Mark; i++)
        {
            if (block.TextOf(block.Tokens[i])[0] == ':' && i > from)
            {
                return block.Tokens[from].Capital;
            }
        }

        return false;
    }

    /// <summary>An item whose label names two things: <c>width and height: …</c></summary>
    private bool NamesTwo(TokenizedBlock block)
    {
        var joins = false;
        for (var i = 0; i < block.Tokens.Length && i <= words.MostLabelTokens; i++)
        {
            if (block.TextOf(block.Tokens[i])[0] is ':' or '-' or '–' or '—' && (i + 1 == block.Tokens.Length || block.Tokens[i + 1].SpaceBefore))
            {
                return joins;
            }

            joins |= i > 0 && words.IsConjunction(block, i);
        }

        return false;
    }

    /// <summary>An item that counts several of what the lead-in counts: <c>there were three proposals for …</c></summary>
    private static bool CountsItself(TokenizedBlock block, Quantity count)
    {
        for (var token = 0; block.HasMentions && token < block.Tokens.Length; token++)
        {
            if (block.MentionAt(token) is Quantity { Dimension: "count", Nominal: >= 2 } inside && inside.Key.Head is { } head && head == count.Key.Head)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An item that ran into the next one: <c>2) … and 3) …</c></summary>
    private static bool HoldsNextMarker(TokenizedBlock block, int items)
    {
        for (var token = 0; token + 1 < block.Tokens.Length; token++)
        {
            if (block.Tokens[token].Kind == TokenKind.Number && !block.Tokens[token + 1].SpaceBefore && block.TextOf(block.Tokens[token + 1]) is ")" &&
                int.TryParse(block.TextOf(block.Tokens[token]), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1 && number <= items + 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Two lists in a row, or a list of the same depth behind a paragraph that announces none, may be one list that was broken; so may
    /// one whose numbers go on, whatever stands between, up to the next heading.
    /// </summary>
    private bool IsContinued(int index)
    {
        var list = context.Document.Lists[index];
        for (var i = index + 1; i < context.Document.Lists.Count; i++)
        {
            var other = context.Document.Lists[i];
            if (other.Depth != list.Depth || other.Parent != list.Parent || other.Span.Start < list.Span.End || other.LeadInBlock < 0)
            {
                continue;
            }

            var between = context.Blocks[other.LeadInBlock];
            if (between.Block.List == list || between.Block.Span.Start < list.Span.End)
            {
                return true;
            }

            var isNext = other.IsOrdered && list.IsOrdered && other.Items[0].Number == (list.Items[0].Number ?? 1) + list.Items.Count;
            var isUnannounced = between.Tokens.Length > 0 && between.TextOf(between.Tokens[^1])[0] != ':' && other.IsOrdered == list.IsOrdered && FirstBehind(list) == other.LeadInBlock;
            return (isNext || isUnannounced) && !HasHeadingBetween(list, other.LeadInBlock);
        }

        return false;
    }

    /// <summary>The first block behind a list.</summary>
    private int FirstBehind(ListBlock list)
    {
        var i = list.LeadInBlock + 1;
        while (i < context.Blocks.Count && context.Blocks[i].Block.Span.Start < list.Span.End)
        {
            i++;
        }

        return i;
    }

    private bool HasHeadingBetween(ListBlock list, int until)
    {
        for (var i = FirstBehind(list); i <= until; i++)
        {
            if (context.Blocks[i].Block.Kind == BlockKind.Heading)
            {
                return true;
            }
        }

        return false;
    }
}
