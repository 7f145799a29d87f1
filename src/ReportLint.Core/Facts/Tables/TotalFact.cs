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

        NumericFact[]? facts = null;
        int[]? signs = null;
        if (table.Lines[line].Role == LineRole.Balance)
        {
            facts = Parts(table, lane, hypothesis, out signs);
            foreach (var turned in MovementSigns.Turned(facts, signs, sum.Nominal - table.Cell(line, lane).Nominal, settings))
            {
                signs = signs is null ? AllAdded(facts.Length) : signs;
                signs[turned] = -1;
                sum.Nominal -= 2 * facts[turned].Nominal;
            }
        }

        var verdict = LaneVerdict.Of(table, line, lane, sum, settings, withDigits: false);
        var isBound = verdict.IsEvidence || (verdict.IsUsable && (verdict.Holds || hypothesis.Holds > 0));
        if (!isBound || table.Fact(line, lane) is not { } total || (table.Column(line, lane).IsPercent && !verdict.Holds))
        {
            return null;
        }

        facts ??= Parts(table, lane, hypothesis, out signs);

        var made = new TableTotal
        {
            Document = total.Document,
            Block = total.Block,
            Prose = total.Prose,
            Sentence = total.Sentence,
            Total = total,
            Parts = facts,
            Signs = signs,
            Sum = Interval.Around(sum.Nominal, sum.Tolerance, sum.Nominal),
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
            FindSlips(made, settings);
            made.MissingHint = made.IsOneSlip ? "" : PartHint(made);
        }

        return made;
    }

    /// <summary>The figures that are summed; with their signs where any is taken off.</summary>
    private static NumericFact[] Parts(TableLines table, int lane, in TotalHypothesis hypothesis, out int[]? signs)
    {
        signs = null;
        var facts = new NumericFact[hypothesis.Parts.Length];
        var count = 0;
        for (var i = 0; i < facts.Length; i++)
        {
            var part = hypothesis.Parts[i];
            ref readonly var cell = ref table.Cell(part, lane);
            if (cell.Kind == CellKind.Number && table.Fact(part, lane) is { } fact)
            {
                if (Sign(hypothesis.Signs, i, table.Lines[part], cell.Nominal) < 0)
                {
                    signs ??= AllAdded(facts.Length);
                    signs[count] = -1;
                }

                facts[count++] = fact;
            }
        }

        Array.Resize(ref facts, count);
        return facts;
    }

    private static int[] AllAdded(int count)
    {
        var signs = new int[count];
        Array.Fill(signs, 1);
        return signs;
    }

    /// <summary>
    /// Marks whether one slip of the keys in one of the figures makes the sum fit, and the part in which it does, if it is the only one; where the total lies between its
    /// parts, it is the one that is more than the total, and meant to be less.
    /// </summary>
    private static void FindSlips(TableTotal total, TableSettings settings)
    {
        NumericFact? found = null;
        var slips = 0;
        for (var i = -1; i < total.Parts.Length; i++)
        {
            var fact = i < 0 ? total.Total : total.Parts[i];
            var size = Math.Abs(fact.Nominal);
            if ((size >= settings.SlipSteps * fact.Step || size >= settings.SureSlipSteps * fact.Step) && SlipKinds.Of(fact, total.Needed(fact)) >= SlipKind.Mistyped)
            {
                var isSlip = size >= settings.SlipSteps * fact.Step;
                total.IsOneSlip |= isSlip;
                total.IsSureSlip |= size >= settings.SureSlipSteps * fact.Step;
                slips += isSlip && i >= 0 ? 1 : 0;
                found = isSlip && i >= 0 ? fact : found;
            }
        }

        total.IsSureSlip &= total.IsOneSlip;
        total.Slipped = slips == 1 && found is not null && (!total.IsWithinParts || (found.Nominal >= total.Total.Nominal && total.Needed(found) < total.Total.Nominal)) ? found : null;
    }

    /// <summary>What to say of the part by which the sum is off, if it is the only one.</summary>
    private static string PartHint(TableTotal total)
    {
        string hint = "";
        for (var i = 0; i < total.Parts.Length; i++)
        {
            var part = total.SignOf(i) * total.Parts[i].Nominal;
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

    private static bool IsOnePartOff(NumericFact[] parts, decimal difference)
    {
        var off = Math.Abs(difference);
        for (var i = 0; i < parts.Length && off != 0; i++)
        {
            var part = Math.Abs(parts[i].Nominal);
            if (part == off || part + part == off)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sum with as many decimals as its parts.</summary>
    public static string Shown(TableTotal total)
    {
        var step = total.Parts.Length == 0 ? total.Total.Step : total.Parts[0].Step;
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
        var parts = total.Parts;
        var text = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts.Length > shown && i == 4)
            {
                text.Append(" + … (").Append((parts.Length - 6).ToString(CultureInfo.InvariantCulture)).Append(" more)");
                i = parts.Length - 2;
            }

            var minus = total.SignOf(i) < 0 != parts[i].Nominal < 0;
            text.Append(minus ? (i == 0 ? "−" : " − ") : i == 0 ? "" : " + ");
            text.Append(Show(parts[i]));
        }

        return text.ToString();
    }

    /// <summary>With as many decimals as were written.</summary>
    private static string Show(NumericFact fact) => NumberWriter.WithStep(Math.Abs(fact.Nominal), fact.Step);
}
