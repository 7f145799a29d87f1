namespace ReportLint.Tests.Phrases;

/// <summary>The keys of a phrase file that say when its phrases hold.</summary>
public class PhraseOptionTests
{
    [Theory]
    [InlineData("Of 9 boats, 4 sank; the other 5 swam.", true)]
    [InlineData("Of 9 boats, 4 sank and 5 swam.", false)]
    [InlineData("Of the other 9 boats, 4 sank and 5 swam.", false)]
    public void Needed_words_must_stand_right_before_a_part(string draft, bool found) => Expect(found, draft, "needs: {before part: [the other]}");

    [Theory]
    [InlineData("Of 9 boats, 4 sank and 5 swam.", true)]
    [InlineData("The league table is out. Of 9 boats, 4 sank and 5 swam.", false)]
    [InlineData("Of 9 boats, 4 sank and 5 swam. It is a league table.", false)]
    public void Words_around_silence_from_another_sentence(string draft, bool found) => Expect(found, draft, "unless around: [league table]");

    [Theory]
    [InlineData("Of 9 boats, 4 sank and the rest, 5, swam.", true)]
    [InlineData("Of 9 boats, 4 sank, 5 swam and the rest flew.", false)]
    public void A_longer_harmless_entry_is_no_silencer(string draft, bool found) => Expect(found, draft, "unless: [<part-silencers>]");

    [Theory]
    [InlineData("Of 9 boats, 4 of them sank and 5 swam.", "pronouns: parts", true)]
    [InlineData("Of 9 boats, 4 of them sank and 5 swam.", "unit: same", false)]
    [InlineData("Of 9 boats, 4 of the crews sank and 5 swam.", "pronouns: parts", false)]
    public void Of_them_is_a_part_on_demand(string draft, string within, bool found) => Expect(found, draft, $"within: {{{within}}}");

    [Theory]
    [InlineData("Of 9 boats at sea for 3 days, 4 sank and 5 swam.", "gaps pass: [time]", true)]
    [InlineData("Of 9 boats at sea for 3 days, 4 sank and 5 swam.", "gaps pass: [length]", false)]
    public void A_gap_passes_numbers_of_the_dimensions_named(string draft, string option, bool found)
    {
        var facts = PhraseReading.Facts(draft, $"yields: Breakdown\nphrases: ['^ of {{total:Quantity}} ...8 , {{parts:Quantity*}}']\n{option}\n");
        Assert.Equal(found, facts is ["Breakdown total=9 parts=4+5"]);
    }

    [Fact]
    public void A_file_with_precedence_wins_over_parts_that_add_up()
    {
        const string Draft = "It has 64 pieces, made up of 40 stones: 30 red ones, 10 blue ones and 25 bones.";
        const string Fitting = "yields: Breakdown\nphrases: ['{total:Quantity} stones : {parts:Quantity*}']\nwithin: {fit: total}\n";
        const string Complete = "yields: Breakdown\nphrases: ['{total:Quantity} pieces , made up of {parts:Quantity*}']\n";
        Assert.Equal(["Breakdown total=40 parts=30+10"], PhraseReading.Facts(Draft, Fitting, Complete).Where(static f => f.StartsWith("Breakdown total=40", StringComparison.Ordinal)));
        Assert.Equal(["Breakdown total=64 parts=40+30+10+25"], PhraseReading.Facts(Draft, Fitting, Complete + "precedence: first\n"));
    }

    [Theory]
    [InlineData("before", "We had 40 boats in May and 30 in June, a fall of 12.", "Change from=40 to=30 by=12")]
    [InlineData("before", "We had 40 boats in May. In June we had 30, a fall of 12.", "Change from=40 to=30 by=12")]
    [InlineData("before", "For 2 days we had 40 boats and then 30, a fall of 12.", "Change from=40 to=30 by=12")]
    [InlineData("before", "We had 40 boats, 9 oars and then 30 boats, a fall of 12.", null)]
    [InlineData("before", "We had 9 oars, 40 boats and then 30 boats. Then came a fall of 12.", null)]
    [InlineData("before", "We had 40 boats and then 30, while others saw a fall of 12.", null)]
    [InlineData("before", "It was 2010. We had 40. Then we had a fall of 12.", null)]
    [InlineData("behind", "It saw a fall of 12: we had 40 boats and then 30.", "Change from=40 to=30 by=12")]
    [InlineData("behind", "It saw a fall of 12. We had 40 boats and then 30.", "Change from=40 to=30 by=12")]
    [InlineData("behind", "With 9 oars it saw a fall of 12: we had 40 boats and then 30.", null)]
    [InlineData("around", "The 40 boats of May, a fall of 12 from the 52 of June, are old.", "Change from=40 to=52 by=12")]
    [InlineData("around", "We had 40 boats. A fall of 12 from the 52 of June is much.", "Change from=40 to=52 by=12")]
    [InlineData("around", "The 40 boats of May, a fall of 12 from the 52 of June and the 60 of July, are old.", null)]
    public void A_pair_is_the_only_two_numbers_beside_the_match(string stands, string draft, string? fact)
    {
        var facts = PhraseReading.Facts(draft, $"yields: Change\nphrases: ['a fall of {{by:Quantity}}']\ngaps pass: [time]\ngaps stop at: [while]\npair: {{first: from, second: to, stands: {stands}, sentences: 2}}\n");
        Assert.Equal(fact is null ? [] : [fact], facts);
    }

    [Theory]
    [InlineData("before", "We have 40 boats, and 12 of them leak.", "PartOf part=12 whole=40")]
    [InlineData("before", "We have 40 boats. In spring 12 of them leaked.", "PartOf part=12 whole=40")]
    [InlineData("before", "We have 40 boats and 9 rafts. In spring 12 of them leaked.", null)]
    [InlineData("before", "We have 40 boats. They are old. In spring 12 of them leaked.", null)]
    [InlineData("behind", "Here 12 of them leak, of 40 boats that we have.", "PartOf part=12 whole=40")]
    public void Without_a_second_one_the_only_number_beside_the_match_is_meant(string stands, string draft, string? fact)
    {
        var facts = PhraseReading.Facts(draft, $"yields: PartOf\nphrases: ['{{part:Quantity}} of them']\npair: {{first: whole, stands: {stands}, sentences: 2}}\n");
        Assert.Equal(fact is null ? [] : [fact], facts);
    }

    [Fact]
    public void A_phrase_that_captures_its_numbers_wins_over_a_pair()
    {
        const string Draft = "It fell from 52 to 40, a fall of 12, by 8 votes to 5.";
        const string Pair = "yields: Change\nphrases: ['a fall of {by:Quantity}']\npair: {first: from, second: to, stands: before}\n";
        const string Whole = "yields: Change\nphrases: ['from {from:Quantity} to {to:Quantity}']\n";
        Assert.Equal(["Change from=52 to=40"], PhraseReading.Facts(Draft, Pair, Whole));
    }

    private static void Expect(bool found, string draft, string option)
    {
        var facts = PhraseReading.Facts(draft, $"yields: Breakdown\nphrases: ['of (the other|) {{total:Quantity}} boats , {{parts:Quantity*}}']\n{option}\n");
        Assert.Equal(found, facts.Length == 1);
    }
}
