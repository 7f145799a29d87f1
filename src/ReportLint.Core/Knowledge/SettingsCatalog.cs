namespace ReportLint.Core.Knowledge;

/// <summary>The settings that code reads, so that a misspelt one is told instead of being passed over.</summary>
internal static class SettingsCatalog
{
    private static readonly Dictionary<string, string[]> Keys = new(StringComparer.Ordinal)
    {
        ["compositions"] = ["most_parts", "label_length", "rest_distance"],
        ["consistency"] = ["figures_alike", "figures_in_table", "forms_of_word", "shortest_place", "place_repeats", "places", "retold_days", "names_in_cells"],
        ["dates"] =
        [
            "dateline_blocks", "dateline_words", "first_dateline_year", "last_dateline_year", "first_year", "last_year", "first_bare_year", "last_bare_year", "first_cell_year", "cluster_width", "years_back",
            "years_ahead", "first_far_year", "far_ahead", "last_ancient_year", "first_modern_year", "times_near", "reporting_lag", "fewest_dotted", "dotted_to_stray", "fewest_dotted_sure", "lifetime", "longest_reversed_days",
            "ago_tolerance", "ago_months", "weekday_reach", "tense_reach", "fewest_in_order", "fewest_in_order_far", "out_of_order", "out_of_order_far", "longest_step", "slack_far", "oldest_age", "fewest_fitting", "fewest_fitting_yearless",
        ],
        ["figures"] = ["balance_sentences", "balance_fewest", "balance_most", "average_rows", "role_reach", "role_verb_reach", "most_parts"],
        ["enumerations"] = ["most_items", "most_lead_in", "most_long_lead_in", "most_item_tokens", "most_long_item_tokens", "most_list_tokens", "most_behind_noun", "most_label_tokens", "count_reach", "far_blockers", "most_parts", "verb_governs", "most_difference"],
        ["keys"] = ["reach", "longest_modifier"],
        ["hedges"] = ["about", "nearly", "plain_fraction"],
        ["limits"] = ["evaluations_per_rule", "facts_per_document", "tokens_per_document", "work_per_beginning", "work_per_document", "work_per_token"],
        ["confidence"] = [.. Rules.ConfidenceModel.Names],
        ["near"] = ["minimum_digits", "maximum_relative", "minimum_value", "small_steps", "small_relative"],
        ["references"] =
        [
            "lost_files", "lost_share", "longest_modifier", "blocks_ahead", "fewest_paragraphs", "share_of_paragraphs", "fewest_sections", "sections_beyond", "fewest_answered", "most_notes", "longest_caption",
        ],
        ["rounding"] = ["most_relative"],
        ["tables"] =
        [
            "maximum_parts", "discovery_parts", "far_looks", "proof_digits", "discovery_digits", "likely_digits", "close_gap", "grid_cells", "smallest_grid", "share_rows", "share_reach", "share_wholes", "far_gap", "slip_steps", "sure_slip_steps", "doubtful_lanes", "shown_parts",
            "relation_rows", "relation_misses", "relation_digits", "relation_reach", "declared_digits", "declared_gap", "exact_digits", "declared_reach", "multiple_digits",
            "fewest_rows", "surroundings", "movements", "missing_gap",
        ],
    };

    /// <summary>Settings whose keys are names out of lexicons.</summary>
    private static readonly string[] Open = ["unit-sizes", "time-pieces"];

    /// <summary>The names of all settings.</summary>
    public static IEnumerable<string> Names => [.. Keys.Keys, .. Open];

    /// <summary>The keys of some settings; null where any key may stand, or there are no settings of that name.</summary>
    public static IReadOnlyList<string>? KeysOf(string name) => Keys.GetValueOrDefault(name);
}
