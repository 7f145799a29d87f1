namespace ReportLint.Tests.Phrases;

public class PhraseFileTests
{
    private static string File(string pattern) => $"yields: Breakdown\nphrases:\n  - \"{pattern}\"\n";

    /// <summary>The pattern begins in line 3 at column 6; the mistake is told where it stands.</summary>
    [Theory]
    [InlineData("of {total:Quantity", 9, "a '{' without its '}'")]
    [InlineData("of {totl:Quantity} x", 10, "Breakdown has no property 'totl'; did you mean 'total'?")]
    [InlineData("of {  totl : Quantity} x", 12, "Breakdown has no property 'totl'")]
    [InlineData("of {Quantity} x", 10, "a capture is written {name:Type}")]
    [InlineData("of {total:Quantty} x", 16, "there is no fact type 'Quantty'")]
    [InlineData("of {total: Quantty} x", 17, "there is no fact type 'Quantty'")]
    [InlineData("of {wording:directoin} x", 18, "there is no lexicon 'directoin'")]
    [InlineData("of <directoin> x", 10, "there is no lexicon 'directoin'")]
    [InlineData("of <direction x", 9, "a '<' without its '>'")]
    [InlineData("of [verb] x", 10, "there is no token class 'verb'; the one there is is [noun]")]
    [InlineData("of ...0 x", 9, "a gap is written ...n, with n from 1 to 25")]
    [InlineData("of ...26 x", 9, "a gap is written ...n")]
    [InlineData("of ... x", 9, "a gap is written ...n")]
    [InlineData("of (a|b x", 9, "a '(' without its ')'; a bracket of the text has spaces around it")]
    [InlineData("of (a|(b|c) x", 9, "a '(' without its ')'")]
    [InlineData("of a|b x", 10, "'|' stands between alternatives in brackets: (a|b)")]
    [InlineData("...3 of {total:Quantity}", 6, "a phrase begins with a word, a lexicon or a fact")]
    [InlineData("(the|) [noun] of", 13, "a phrase begins with a word, a lexicon or a fact")]
    [InlineData("(the|[noun]) of", 11, "a phrase begins with a word, a lexicon or a fact")]
    [InlineData("(the|a|)", 6, "a phrase needs a word, a lexicon or a fact that is not optional")]
    [InlineData("{parts:Quantity*} ...3 of {total:Quantity}", 24, "a phrase begins with a word, a lexicon or a fact")]
    [InlineData("{parts:Quantity*}", 6, "a phrase needs something beside its gathering capture")]
    [InlineData("of {parts:Quantity*} in {total:Quantity}", 9, "a gathering capture stands at the start or at the end of a phrase")]
    [InlineData("of ({parts:Quantity*}|x)", 10, "a gathering capture stands at the start or at the end of a phrase, not in a choice")]
    [InlineData("of {total:Quantity*}", 10, "'total' takes one fact: {total:Quantity}")]
    [InlineData("{parts:Quantity} of {total:Quantity}", 7, "'parts' takes a list: {parts:Quantity*}")]
    [InlineData("of {parts:Quantity}", 10, "'parts' takes a list: {parts:Quantity*}")]
    [InlineData("of {wording:Quantity}", 10, "'wording' takes the meaning of a lexicon's entry: {wording:LEXICON}")]
    [InlineData("of {total:direction}", 10, "'total' takes a fact, not the meaning of a lexicon's entry")]
    [InlineData("(((((((((a|b)|c)|d)|e)|f)|g)|h)|i)|j)", 14, "choices are nested deeper than 8 levels")]
    [InlineData("", 6, "a phrase matches at least one word")]
    [InlineData("''tis \\\"so\\\" of [verb]", 23, "there is no token class 'verb'")]
    public void A_mistake_in_a_pattern_is_told_at_its_place(string pattern, int column, string message) =>
        Assert.StartsWith($"phrases/0.yml(3,{column}): error: {message}", PhraseReading.Error(File(pattern)), StringComparison.Ordinal);

    [Theory]
    [InlineData("yields: Breakdwn\nphrases: [x]", "(1,9): error: there is no fact type 'Breakdwn'; did you mean 'Breakdown'?")]
    [InlineData("yields: Quantity\nphrases: [x]", "(1,9): error: Quantity is read from the text itself; phrases make AgeClaim, Anniversary, Average, ")]
    [InlineData("yields: Breakdown\nphrases: [x]\nset: {periods: 3}", "(3,7): error: Breakdown has no property 'periods'")]
    [InlineData("yields: Breakdown\nphrase: [x]\nphrases: [x]", "(2,1): error: a phrase file has no key 'phrase'; did you mean 'phrases'?")]
    [InlineData("yields: Breakdown", "(1,1): error: a phrase file needs 'phrases', a list of patterns")]
    [InlineData("yields: Breakdown\nphrases: [[x]]", "(2,11): error: a phrase is text")]
    [InlineData("yields: Breakdown\nphrases: [x]\nset: {wordin: complete}", "(3,7): error: Breakdown has no property 'wordin'; did you mean 'wording'?")]
    [InlineData("yields: Breakdown\nphrases: [x]\nset: {wording: compleet}", "(3,16): error: 'wording' is one of complete, apposed, listed, overlapping, loose")]
    [InlineData("yields: Breakdown\nphrases: [x]\nset: {total: 3}", "(3,14): error: 'total' is captured, not set")]
    [InlineData("yields: Breakdown\nphrases: [x]\nset: complete", "(3,6): error: 'set' is a mapping from properties to values")]
    [InlineData("yields: Breakdown\nphrases: [x]\nwithin: {sentences: 6}", "(3,10): error: 'within' knows 'sentences' (1 to 5)")]
    [InlineData("yields: Breakdown\nphrases: [x]\nwithin: {parts: 1}", "(3,10): error: 'within' knows 'sentences' (1 to 5), 'parts' (2 to 10)")]
    [InlineData("yields: Breakdown\nphrases: [x]\nwithin: {fit: totl}", "(3,10): error: 'within' knows 'sentences' (1 to 5)")]
    [InlineData("yields: Breakdown\nphrases: [x]\nwithin: 2", "(3,9): error: 'within' is a mapping")]
    [InlineData("yields: Breakdown\nphrases: [x]\ngaps pass: time", "(3,12): error: 'gaps pass' is a list of dimensions")]
    [InlineData("yields: Breakdown\nphrases: [x]\ngaps pass: [tme]", "(3,13): error: there is no dimension 'tme'; did you mean 'time'?")]
    [InlineData("yields: Breakdown\nphrases: [x]\nneeds: {words: [a], set: {wording: loose}}", "(3,21): error: 'needs' sets nothing")]
    [InlineData("yields: Breakdown\nphrases: [x]\nunless: [[a]]", "(3,10): error: 'unless' is a list of words")]
    [InlineData("yields: Breakdown\nphrases: [x]\nalso: {words: [a]}", "(3,7): error: 'also' is a list")]
    [InlineData("yields: Breakdown\nphrases: [x]\nalso: [{words: [a], sett: {wording: loose}}]", "(3,21): error: 'also' has no key 'sett'; did you mean 'set'?")]
    [InlineData("yields: Breakdown\nphrases: [x]\nalso: [{set: {wording: loose}}]", "(3,8): error: 'also' is a list of mappings with 'words', 'before part' or 'after part', and 'set'")]
    public void A_mistake_in_a_file_is_told_at_its_place(string file, string expected) =>
        Assert.StartsWith("phrases/0.yml" + expected, PhraseReading.Error(file), StringComparison.Ordinal);

    [Fact]
    public void A_broken_pattern_takes_no_other_with_it()
    {
        const string File = "yields: PartOf\nphrases: [\"{part:Quantity} of [verb]\", \"{part:Quantity} of {whole:Quantity}\", \"...2 of\"]\n";
        var rules = PhraseReading.Load(File);
        Assert.Equal(2, rules.Errors.Count);
        Assert.Single(PhraseReading.Lint(rules, "We saw 3 of 7.\n").Facts.OfType(Core.Facts.Claims.ClaimTypes.PartOf));
    }
}
