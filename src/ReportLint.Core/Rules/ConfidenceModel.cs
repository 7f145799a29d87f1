using ReportLint.Core.Facts;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Rules;

/// <summary>
/// Whether a whole and numbers that may be its parts were meant to go together, by how they are worded and how far they miss
/// each other. Its thresholds and their reasons stand in <c>rules/settings/confidence.yml</c>, a group of them for each wording.
/// </summary>
internal sealed class ConfidenceModel(Settings settings, SlipModel slips)
{
    private readonly Dictionary<string, Thresholds> _byWording = new(StringComparer.Ordinal);

    private sealed record Thresholds(int Parts, decimal Total, decimal Share, int Slip, decimal Steps, int StepsParts, decimal PairSteps, decimal MostSteps)
    {
        /// <summary>Those of a wording that has no settings.</summary>
        public static readonly Thresholds None = new(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// <summary>The wordings that there are thresholds for.</summary>
    public static readonly IReadOnlyList<string> Wordings = ["complete", "apposed", "listed", "overlapping", "loose", "scattered"];

    /// <summary>The names of all settings: a wording and what is limited.</summary>
    public static IEnumerable<string> Names
    {
        get
        {
            foreach (var wording in Wordings)
            {
                foreach (var limit in Limits)
                {
                    yield return wording + limit;
                }
            }
        }
    }

    private static readonly string[] Limits = ["_parts", "_total", "_share", "_slip", "_steps", "_steps_parts", "_pair_steps", "_most_steps"];

    /// <summary>A model with the thresholds of the settings.</summary>
    public static ConfidenceModel Of(KnowledgeBase knowledge)
    {
        var settings = knowledge.Settings("confidence");
        var model = new ConfidenceModel(settings, new SlipModel(knowledge.Settings("near")));
        foreach (var wording in Wordings)
        {
            model._byWording[wording] = model.Read(wording);
        }

        return model;
    }

    /// <summary>Whether a mismatch would be one; true also where the two agree. Null where a number has no nominal value.</summary>
    /// <param name="wording">One of <see cref="Wordings"/>.</param>
    /// <param name="computed">The sum of the parts.</param>
    /// <param name="stated">The whole.</param>
    /// <param name="step">The weight of the last digit of the whole.</param>
    /// <param name="parts">The parts.</param>
    public bool? IsConfident(string wording, Interval computed, Interval stated, decimal step, Value[] parts)
    {
        if (computed.Intersects(stated))
        {
            return true;
        }

        if (computed.Nominal is not { } sum || stated.Nominal is not { } total)
        {
            return null;
        }

        var limits = _byWording.GetValueOrDefault(wording, Thresholds.None);
        var difference = Math.Abs(sum - total);
        if (parts.Length < limits.Parts || total < limits.Total || difference > limits.Share * total ||
            (limits.MostSteps > 0 && difference > limits.MostSteps * step) || (limits.PairSteps > 0 && parts.Length < 3 && difference > limits.PairSteps * step))
        {
            return false;
        }

        if (limits.Slip == 0 || (difference <= limits.Steps * step && parts.Length >= limits.StepsParts) || HasSwap(parts, total - sum))
        {
            return true;
        }

        return limits.Slip == SwapsOnly
            ? SlipKinds.AreSwapped(SlipModel.Digits(total, step), SlipModel.Digits(sum, step))
            : parts.Length >= 3 && IsCarry(difference / step) ? true : slips.AreNear(computed, stated, step);
    }

    /// <summary>The setting by which nothing but two swapped digits is a slip.</summary>
    private const int SwapsOnly = 2;

    /// <summary>True where two digits swapped in one of the parts would make up the difference: few numbers do that by chance.</summary>
    private static bool HasSwap(Value[] parts, decimal difference)
    {
        foreach (var part in parts)
        {
            if (part.Fact is NumericFact number && SlipKinds.Of(number, number.Nominal + difference) == SlipKind.Swapped)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for 10, 100, 1,000 … steps: a one that was not carried, or a digit of a part that is one off.</summary>
    private static bool IsCarry(decimal steps)
    {
        while (steps >= 10 && steps % 10 == 0)
        {
            steps /= 10;
            if (steps == 1)
            {
                return true;
            }
        }

        return false;
    }

    private Thresholds Read(string wording) => new(
        (int)settings.Get(wording + "_parts", 2), settings.Get(wording + "_total", 0), settings.Get(wording + "_share", 0),
        (int)settings.Get(wording + "_slip", 1), settings.Get(wording + "_steps", 0), (int)settings.Get(wording + "_steps_parts", 2),
        settings.Get(wording + "_pair_steps", 0), settings.Get(wording + "_most_steps", 0));
}
