using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>
/// The relations that headings declare (<c>lexicon/relation-headings.yml</c>): a quantity, its price and an amount; a difference
/// behind the two figures that differ; a running total.
/// </summary>
internal sealed class RelationHeadings(Lexicon lexicon, TableWords words, TableSettings settings)
{
    /// <summary>The declared relations of a table, whether or not its figures bear them out.</summary>
    public IEnumerable<Relation> Declared(RelationTable table)
    {
        var meanings = Array.ConvertAll(table.Fields, field => Meaning(field.Heading));
        for (var f = 0; f < table.Fields.Length; f++)
        {
            switch (meanings[f])
            {
                case "rate" when Product(meanings, f) is { } product && !table.Fields[f].IsPercent:
                    yield return product;
                    break;
                case "difference" when f >= 2 && table.Fields[f].IsPercent && !table.Fields[f - 1].IsPercent && !table.Fields[f - 2].IsPercent:
                    yield return new(RelationKind.Change, f - 1, [f - 2, f], 1, f);
                    yield return new(RelationKind.Change, f - 2, [f - 1, f], 1, f);
                    break;
                case "difference" when f >= 2 && table.Fields[f].IsPercent == table.Fields[f - 1].IsPercent && table.Fields[f].IsPercent == table.Fields[f - 2].IsPercent:
                    yield return new(RelationKind.Sum, f - 1, [f - 2, f], 1, f);
                    yield return new(RelationKind.Sum, f - 2, [f - 1, f], 1, f);
                    break;
                case "closing" when Opening(meanings, f) is >= 0 and var opening:
                    foreach (var balance in Balances(table, opening, f))
                    {
                        yield return balance;
                    }

                    yield return new(RelationKind.Carried, opening, [f], 1, opening);
                    yield return new(RelationKind.Carried, f, [opening], 1, f);
                    break;
                case "running" when f >= 1 && table.Fields[f].IsPercent == table.Fields[f - 1].IsPercent:
                    yield return new(RelationKind.Running, f, [f - 1], 1, f);
                    break;
            }
        }
    }

    /// <summary>The opening balance before a closing one, with movements between them; -1 where there is none.</summary>
    private static int Opening(string[] meanings, int closing)
    {
        var opening = closing - 2;
        while (opening >= 0 && meanings[opening] != "opening")
        {
            opening = meanings[opening] == "closing" ? -1 : opening - 1;
        }

        return opening;
    }

    /// <summary>
    /// The closing balance: the opening one with what came in, less what went out, as the headings tell; of two movements either may be
    /// what went out, whatever its heading.
    /// </summary>
    private IEnumerable<Relation> Balances(RelationTable table, int opening, int closing)
    {
        var parts = new int[closing - opening];
        var signs = new int[closing - opening];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = opening + i;
            signs[i] = i > 0 && table.Fields[opening + i].Heading is { } heading && words.TellsOfOut(heading.Tokens) ? -1 : 1;
        }

        yield return new(RelationKind.Sum, closing, parts, 1, closing) { Signs = signs };
        if (parts.Length == 3)
        {
            yield return new(RelationKind.Sum, closing, parts, 1, closing) { Signs = [1, 1, -1] };
            yield return new(RelationKind.Sum, closing, parts, 1, closing) { Signs = [1, -1, 1] };
        }
    }

    /// <summary>A quantity before a price, or behind it, with the amount behind both.</summary>
    private Relation? Product(string[] meanings, int rate)
    {
        for (var amount = rate + 1; amount < meanings.Length && amount <= rate + settings.DeclaredReach; amount++)
        {
            if (meanings[amount] is not ("amount" or "either"))
            {
                continue;
            }

            for (var quantity = amount - 1; quantity >= 0 && quantity >= rate - settings.DeclaredReach; quantity--)
            {
                if (quantity != rate && meanings[quantity] is "quantity" or "either")
                {
                    return new(RelationKind.Product, amount, quantity < rate ? [quantity, rate] : [rate, quantity], 1, amount);
                }
            }
        }

        return null;
    }

    /// <summary>The meaning of a heading: of the entry that covers it or, for rates and differences, stands anywhere in it.</summary>
    private string Meaning(TokenizedBlock? heading)
    {
        var found = "";
        for (var i = 0; heading is not null && i < heading.Tokens.Length; i++)
        {
            if (lexicon.Match(heading.Tokens, i) is { Length: > 0 } entry && (found.Length == 0 || entry.Meaning is "rate" or "none"))
            {
                if (entry.Meaning == "none")
                {
                    return "";
                }

                found = entry.Meaning;
                i += entry.Length - 1;
            }
        }

        return found.Length == 0 && heading is not null && TableWords.Contains(words.Balances, heading.Tokens)
            ? TableWords.Contains(words.Balances, heading.Tokens, but: "opening") ? "closing" : "opening"
            : found;
    }
}
