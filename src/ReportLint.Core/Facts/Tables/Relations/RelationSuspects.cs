using ReportLint.Core.Rules;

namespace ReportLint.Core.Facts.Tables.Relations;

/// <summary>
/// Which figure of a relation that fails is likeliest wrong: one that would mend a failing total, or another failing relation, with
/// the same value; the only one that no total vouches for; the only one that is a slip of the keys away; else the result.
/// </summary>
internal static class RelationSuspects
{
    /// <summary>Marks the relations, and the totals that share their suspect.</summary>
    public static void Mark(List<TableRelation> relations, List<TableTotal> totals)
    {
        var failing = new List<TableRelation>();
        foreach (var relation in relations)
        {
            if (!relation.Agrees)
            {
                failing.Add(relation);
            }
        }

        if (failing.Count == 0)
        {
            return;
        }

        var broken = new Dictionary<NumericFact, TableTotal>();
        var vouched = new HashSet<NumericFact>();
        foreach (var total in totals)
        {
            var isHolding = total.IsHolding;
            Note(total.Total);
            foreach (var part in total.Parts)
            {
                Note(part);
            }

            void Note(NumericFact fact)
            {
                if (isHolding)
                {
                    vouched.Add(fact);
                }
                else
                {
                    broken.TryAdd(fact, total);
                }
            }
        }

        var told = new HashSet<RelationMend>();
        foreach (var relation in failing)
        {
            if (relation.Mends.Find(m => broken.TryGetValue(m.Fact, out var total) && total.Needed(m.Fact) == m.Needed) is { } shared)
            {
                relation.Blame(shared);
                Cross(relation, broken[shared.Fact], shared);
            }
            else
            {
                Choose(relation, vouched, failing);
            }

            relation.IsExplained |= !told.Add(new(relation.Suspect, relation.Mended));
        }
    }

    /// <summary>A total that is sure of itself tells of the suspect; otherwise the relation does.</summary>
    private static void Cross(TableRelation relation, TableTotal total, RelationMend shared)
    {
        if (total.IsExplained || total.Evidence is "proven" or "labelled")
        {
            total.Suspect ??= shared.Fact;
            total.Mended ??= Interval.Exactly(shared.Needed);
            relation.IsExplained = true;
        }
        else
        {
            total.IsExplained = true;
        }
    }

    private static void Choose(TableRelation relation, HashSet<NumericFact> vouched, List<TableRelation> failing)
    {
        foreach (var mend in relation.Mends)
        {
            if (failing.Exists(other => other != relation && other.Block.Cell?.Table == relation.Block.Cell?.Table && other.Mends.Contains(mend)))
            {
                relation.Blame(mend);
                return;
            }
        }

        var open = relation.Mends.FindAll(m => !vouched.Contains(m.Fact));
        var slips = open.FindAll(static m => SlipKinds.Of(m.Fact, m.Needed) >= SlipKind.Mistyped);
        if (open.Count == 1)
        {
            relation.Blame(open[0]);
        }
        else if (slips.Count == 1)
        {
            relation.Blame(slips[0]);
        }
    }
}
