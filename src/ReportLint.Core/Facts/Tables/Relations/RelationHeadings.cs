using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>
/// The relations that headings declare (<c>lexicon/relation-headings.yml</c>): a quantity, its price and an amount; a difference
/// behind the two figures that differ; a running total.
/// </summary>
internal sealed class RelationHeadings(Lexicon lexicon, TableSettings settings)
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
                case "running" when f >= 1 && table.Fields[f].IsPercent == table.Fields[f - 1].IsPercent:
                    yield return new(RelationKind.Running, f, [f - 1], 1, f);
                    break;
            }
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

        return found;
    }
}
