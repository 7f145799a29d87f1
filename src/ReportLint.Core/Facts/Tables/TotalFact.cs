using System.Globalization;
using System.Text;
using ReportLint.Core.Rules;

namespace ReportLint.Core.Facts.Tables;

/// <summary>Makes the fact of one total in one lane.</summary>
internal static class TotalFact
{
    /// <summary>The fact, or null where the lane has nothing to compare or the figures are shares that do not add up.</summary>
    public static TableTotal? Make(TableLines table, int line, int lane, in TotalHypothesis hypothesis, TableSettings settings)
    {
        var sum = new LaneSum();
        for (var i = 0; i < hypothesis.Parts.Length; i++)
        {
            var part = hypothesis.Parts[i];
            ref readonly var cell = ref table.Cell(part, lane);
            sum.Add(cell, table.Column(part, lane), Sign(hypothesis.Signs, i, table.Lines[part], cell.Nominal));
        }

        List<NumericFact>? facts = null;
        List<int>? signs = null;
        if (table.Lines[line].Role == LineRole.Balance)
        {
            (facts, signs) = Parts(table, lane, hypothesis);
            foreach (var turned in MovementSigns.Turned(facts, signs, sum.Nominal - table.Cell(line, lane).Nominal, settings))
            {
                signs[turned] = -1;
                sum.Nominal -= 2 * facts[turned].Nominal;
            }
        }

        var verdict = LaneVerdict.Of(table, line, lane, sum, settings);
        var isBound = verdict.IsEvidence || (verdict.IsUsable && (verdict.Holds || hypothesis.Holds > 0));
        if (!isBound || table.Fact(line, lane) is not { } total || (table.Column(line, lane).IsPercent && !verdict.Holds))
        {
            return null;
        }

        if (facts is null || signs is null)
        {
            (facts, signs) = Parts(table, lane, hypothesis);
        }

        var made = new TableTotal
        {
            Document = total.Document,
            Block = total.Block,
            Prose = total.Prose,
            Sentence = total.Sentence,
            Total = total,
            Parts = facts,
            Signs = signs,
            Sum = Interval.Around(sum.Nominal, sum.Tolerance).WithNominal(sum.Nominal),
            ShownParts = settings.ShownParts,
            IsColumn = table.IsColumn,
            Label = table.Lines[line].Label,
            Heading = table.Heading(lane),
            Evidence = Evidence(table.Lines[line].Role, table.IsColumn, verdict.Holds, hypothesis, settings),
            Support = Math.Max(0, hypothesis.Holds - (verdict.Holds ? 1 : 0)),
            Misses = hypothesis.Misses,
            Gap = verdict.Gap,
            IsOnePartOff = IsOnePartOff(facts, total.Nominal - sum.Nominal),
            IsLabelled = table.Lines[line].Role == LineRole.Total,
            IsWithinParts = verdict.IsWithinParts,
            HasGaps = sum.Gaps > 0,
        };
        if (!verdict.Holds)
        {
            made.IsOneSlip = IsOneSlip(made, settings.SlipSteps);
            made.Slipped = Slipped(made, settings.SlipSteps);
            made.MissingHint = made.IsOneSlip ? "" : PartHint(made);
            made.IsSureSlip = made.IsOneSlip && IsOneSlip(made, settings.SureSlipSteps);
        }

        return made;
    }

    /// <summary>The figures that are summed, with their signs.</summary>
    private static (List<NumericFact> Facts, List<int> Signs) Parts(TableLines table, int lane, in TotalHypothesis hypothesis)
    {
        var facts = new List<NumericFact>(hypothesis.Parts.Length);
        var signs = new List<int>(hypothesis.Parts.Length);
        for (var i = 0; i < hypothesis.Parts.Length; i++)
        {
            var part = hypothesis.Parts[i];
            ref readonly var cell = ref table.Cell(part, lane);
            if (cell.Kind == CellKind.Number && table.Fact(part, lane) is { } fact)
            {
                facts.Add(fact);
                signs.Add(Sign(hypothesis.Signs, i, table.Lines[part], cell.Nominal));
            }
        }

        return (facts, signs);
    }

    private static bool IsOneSlip(TableTotal total, decimal steps)
    {
        foreach (var fact in (IEnumerable<NumericFact>)[total.Total, .. total.Parts])
        {
            if (Math.Abs(fact.Nominal) >= steps * fact.Step && SlipKinds.Of(fact, total.Needed(fact)) >= SlipKind.Mistyped)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The part that one slip of the keys makes fit, if it is the only one; where the total lies between its parts, it is the one that is
    /// more than the total, and meant to be less.
    /// </summary>
    private static NumericFact? Slipped(TableTotal total, decimal steps)
    {
        NumericFact? found = null;
        foreach (var fact in total.Parts)
        {
            if (Math.Abs(fact.Nominal) >= steps * fact.Step && SlipKinds.Of(fact, total.Needed(fact)) >= SlipKind.Mistyped)
            {
                if (found is not null)
                {
                    return null;
                }

                found = fact;
            }
        }

        return found is null || !total.IsWithinParts || (found.Nominal >= total.Total.Nominal && total.Needed(found) < total.Total.Nominal) ? found : null;
    }

    /// <summary>What to say of the part by which the sum is off, if it is the only one.</summary>
    private static string PartHint(TableTotal total)
    {
        string hint = "";
        for (var i = 0; i < total.Parts.Count; i++)
        {
            var part = total.Signs[i] * total.Parts[i].Nominal;
            var what = part == 0 ? "" : total.Short == -part ? " seems to be left out" : total.Short == part ? " seems to be counted twice" : total.Short == -2 * part ? " seems to be taken off" : "";
            if (what.Length > 0)
            {
                if (hint.Length > 0)
                {
                    return "";
                }

                hint = "; " + ValueFormatter.OneLine(total.Parts[i].Text) + what;
            }
        }

        return hint;
    }

    private static int Sign(SignMode mode, int position, TableLine line, decimal nominal) => mode switch
    {
        SignMode.Labelled => line.SignOf(nominal),
        SignMode.FirstLessRest when position > 0 => -1,
        _ => 1,
    };

    private static string Evidence(LineRole role, bool isColumn, bool holds, in TotalHypothesis hypothesis, TableSettings settings)
    {
        var others = hypothesis.Holds - (holds ? 1 : 0);
        var isProven = others >= (isColumn ? 1 : 2) && hypothesis.Digits >= settings.ProofDigits && others >= hypothesis.Misses;
        return role switch
        {
            LineRole.Total when isProven => "proven",
            LineRole.Result or LineRole.Unlabelled when isProven && others >= 2 => "proven",
            LineRole.Total => hypothesis.Misses <= 1 || hypothesis.Holds > 0 ? "labelled" : "arithmetic",
            LineRole.Result => "result",
            LineRole.Unlabelled => "blank",
            LineRole.Balance => "balance",
            _ => "arithmetic",
        };
    }

    private static bool IsOnePartOff(List<NumericFact> parts, decimal difference)
    {
        foreach (var part in parts)
        {
            if (difference != 0 && (Math.Abs(part.Nominal) == Math.Abs(difference) || Math.Abs(2 * part.Nominal) == Math.Abs(difference)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sum with as many decimals as its parts.</summary>
    public static string Shown(TableTotal total)
    {
        var step = total.Parts.Count == 0 ? total.Total.Step : total.Parts[0].Step;
        foreach (var part in total.Parts)
        {
            step = Math.Min(step, part.Step);
        }

        var sum = total.Sum.Nominal ?? 0;
        return (sum < 0 ? "−" : "") + NumberWriter.WithStep(Math.Abs(sum), step);
    }

    /// <summary>The sum as a person would write it down.</summary>
    public static string Work(TableTotal total, int shown)
    {
        var (parts, signs) = (total.Parts, total.Signs);
        var text = new StringBuilder();
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts.Count > shown && i == 4)
            {
                text.Append(" + … (").Append((parts.Count - 6).ToString(CultureInfo.InvariantCulture)).Append(" more)");
                i = parts.Count - 2;
            }

            var minus = signs[i] < 0 != parts[i].Nominal < 0;
            text.Append(minus ? (i == 0 ? "−" : " − ") : i == 0 ? "" : " + ");
            text.Append(Show(parts[i]));
        }

        return text.ToString();
    }

    /// <summary>With as many decimals as were written.</summary>
    private static string Show(NumericFact fact) => NumberWriter.WithStep(Math.Abs(fact.Nominal), fact.Step);
}
