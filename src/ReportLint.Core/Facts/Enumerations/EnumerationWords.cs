using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.Enumerations;

/// <summary>The word lists behind enumerations and the limits of <c>settings/enumerations.yml</c>.</summary>
internal sealed class EnumerationWords(KnowledgeBase knowledge)
{
    /// <summary>A count above this is seldom listed in full.</summary>
    public readonly decimal MostItems = knowledge.Settings("enumerations").Get("most_items", 30);

    /// <summary>Most tokens between a count and the colon behind it.</summary>
    public readonly decimal MostLeadIn = knowledge.Settings("enumerations").Get("most_lead_in", 12);

    /// <summary>Most tokens between a count of what people number before they list it and the colon behind it.</summary>
    public readonly decimal MostLongLeadIn = knowledge.Settings("enumerations").Get("most_long_lead_in", 20);

    /// <summary>Most tokens in one item of a sentence.</summary>
    public readonly decimal MostItemTokens = knowledge.Settings("enumerations").Get("most_item_tokens", 9);

    /// <summary>Most tokens in one item of a sentence whose items are parted by semicolons.</summary>
    public readonly decimal MostLongItemTokens = knowledge.Settings("enumerations").Get("most_long_item_tokens", 40);

    /// <summary>Most tokens of a list in a sentence.</summary>
    public readonly decimal MostListTokens = knowledge.Settings("enumerations").Get("most_list_tokens", 200);

    /// <summary>Most words between a list noun and the colon: <c>three options were put to the board: …</c></summary>
    public readonly decimal MostBehindNoun = knowledge.Settings("enumerations").Get("most_behind_noun", 6);

    /// <summary>Most words of the name before a colon or a dash that opens an item: <c>Anne Carter: …</c></summary>
    public readonly decimal MostLabelTokens = knowledge.Settings("enumerations").Get("most_label_tokens", 6);

    /// <summary>How far before the list its count may stand, in tokens.</summary>
    public readonly decimal CountReach = knowledge.Settings("enumerations").Get("count_reach", 40);

    /// <summary>How far before a count words such as "one of" may make it one of another kind, in tokens.</summary>
    public readonly decimal FarBlockers = knowledge.Settings("enumerations").Get("far_blockers", 8);

    /// <summary>A count that is further from the items than this counts something else.</summary>
    public readonly decimal MostDifference = knowledge.Settings("enumerations").Get("most_difference", 3);

    public readonly Lexicon Openers = knowledge.Lexicon("enumeration-openers");
    public readonly Lexicon Groups = knowledge.Lexicon("group-nouns");
    public readonly Lexicon Nouns = knowledge.Lexicon("list-nouns");
    public readonly Lexicon Blockers = knowledge.Lexicon("enumeration-blockers");
    public readonly Lexicon Announcing = knowledge.Lexicon("enumeration-verbs");
    public readonly Lexicon Announcers = knowledge.Lexicon("enumeration-announcers");
    public readonly Lexicon Ordinals = knowledge.Lexicon("enumeration-ordinals");
    public readonly Lexicon NonNouns = knowledge.Lexicon("non-nouns");
    public readonly Lexicon Asides = knowledge.Lexicon("aside-openers");
    public readonly Lexicon Determiners = knowledge.Lexicon("determiners");
    public readonly Lexicon PlacePrepositions = knowledge.Lexicon("place-prepositions");
    public readonly Lexicon Conjunctions = knowledge.Lexicon("list-conjunctions");

    /// <summary>A count that is far from the items counts something else.</summary>
    public bool IsNear(Quantity count, int items) =>
        items * 2 >= count.Nominal && items <= count.Nominal * 2 && Math.Abs(items - count.Nominal) <= MostDifference;

    /// <summary>True for a word that joins the last item to the list.</summary>
    public bool IsConjunction(TokenizedBlock block, int at) => Conjunctions.Match(block.Tokens, at).Length > 0;
}
