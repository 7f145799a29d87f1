using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Keys;

/// <summary>The word lists that keys are read with, and the limits of <c>settings/keys.yml</c>; thread-safe.</summary>
internal sealed class KeyWords(KnowledgeBase knowledge)
{
    /// <summary>How far to either side of a number a key is read, in tokens.</summary>
    public readonly int Reach = (int)knowledge.Settings("keys").Get("reach", 25);

    /// <summary>Longest run of words that tell the things counted apart.</summary>
    public readonly int LongestModifier = (int)knowledge.Settings("keys").Get("longest_modifier", 12);

    /// <summary>Words that end a noun phrase.</summary>
    public readonly Lexicon NonNouns = knowledge.Lexicon("non-nouns");

    /// <summary>What small words do in a noun phrase and around it.</summary>
    public readonly Lexicon Roles = knowledge.Lexicon("key-roles");

    /// <summary>Plurals that no rule of spelling shows, with their singulars.</summary>
    public readonly Lexicon Plurals = knowledge.Lexicon("plurals");

    /// <summary>Verbs in -s, which look like plurals.</summary>
    public readonly Lexicon ThirdPersonVerbs = knowledge.Lexicon("third-person-verbs");

    /// <summary>Words in -ing that stand before a noun.</summary>
    public readonly Lexicon Attributives = knowledge.Lexicon("attributive-ing");

    /// <summary>Verbs whose subject is what the number behind them measures.</summary>
    public readonly Lexicon MeasureVerbs = knowledge.Lexicon("measure-verbs");

    /// <summary>Words that make a clause a plan, a denial, a forecast or a supposition.</summary>
    public readonly Lexicon Modality = knowledge.Lexicon("modality");

    /// <summary>Times told from another time.</summary>
    public readonly Lexicon RelativePeriods = knowledge.Lexicon("relative-periods");

    /// <summary>What a number's words of approximation are.</summary>
    public readonly Lexicon Hedges = knowledge.Lexicon("hedges");
}
