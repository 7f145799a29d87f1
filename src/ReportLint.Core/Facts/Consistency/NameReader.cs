using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>Reads names: runs of words with a capital, with initials and small words (<c>lexicon/name-joints.yml</c>) between them.</summary>
internal sealed class NameReader(AnalysisContext context)
{
    private const int LongestName = 10;
    private const int LongestJoint = 24;

    private readonly Lexicon _joints = context.Knowledge.Lexicon("name-joints");

    // Of the name that is being read: most are one word and are thrown away.
    private readonly NamePart[] _parts = new NamePart[LongestName];

    /// <summary>The texts of the names that were read.</summary>
    public NameTexts Texts { get; } = new();

    /// <summary>The names of a block, in order.</summary>
    public void Read(TokenizedBlock block, List<NameMention> names)
    {
        var tokens = block.Tokens;
        for (var i = 0; i < tokens.Length;)
        {
            if (!tokens[i].Capital || IsJoint(block, i) || IsGluedBehind(block, i))
            {
                i++;
                continue;
            }

            i = ReadName(block, i, names);
        }
    }

    /// <summary>Reads the name whose first word stands at a token, where it goes on behind that word.</summary>
    /// <returns>The token to go on with.</returns>
    private int ReadName(TokenizedBlock block, int first, List<NameMention> names)
    {
        var tokens = block.Tokens;
        var at = first;
        for (var count = 0; count < LongestName; count++)
        {
            var end = EndOfWord(block, at);
            var jointAt = SkipInitialStop(block, end);
            var (next, jointLength) = (jointAt, 0);
            while (next < tokens.Length && jointLength < LongestJoint && IsJoint(block, next))
            {
                jointLength += tokens[next].Length + (next > jointAt ? 1 : 0);
                next++;
            }

            var goesOn = next < tokens.Length && tokens[next] is { Capital: true, SpaceBefore: true };
            if (!goesOn && count == 0)
            {
                return end;
            }

            var word = TextSpan.FromBounds(tokens[at].Start, tokens[end - 1].End);
            var place = WithoutGenitive(block, word);
            if (!goesOn || place != word || block.MentionAt(next) is Dates.DateMention || !IsSameSentence(block, first, next))
            {
                if (count > 0)
                {
                    _parts[count] = new(NumberOf(block, place), 0, place);
                    names.Add(Make(block, first, count + 1));
                }

                return end;
            }

            _parts[count] = new(NumberOf(block, place), next == jointAt ? 0 : NumberOfJoint(block, jointAt, next), place);
            at = next;
        }

        return at;
    }

    private NameMention Make(TokenizedBlock block, int first, int count) => new(Texts, _parts.AsSpan(0, count).ToArray())
    {
        Document = context.Document,
        Block = block.Block,
        Prose = TextSpan.FromBounds(_parts[0].Place.Start, _parts[count - 1].Place.End),
        Sentence = block.SentenceOf(first),
    };

    private int NumberOf(TokenizedBlock block, TextSpan place)
    {
        var text = block.Block.Prose.Text.AsSpan(place.Start, place.Length);
        return Texts.NumberOf(text.Contains('’') ? text.ToString().Replace('’', '\'') : text);
    }

    /// <summary>The number of what joins two words, a space between each two of its own.</summary>
    private int NumberOfJoint(TokenizedBlock block, int first, int end)
    {
        if (end == first + 1)
        {
            return Texts.NumberOf(block.TextOf(block.Tokens[first]));
        }

        var joint = block.TextOf(block.Tokens[first]).ToString();
        for (var i = first + 1; i < end; i++)
        {
            joint = $"{joint} {block.TextOf(block.Tokens[i])}";
        }

        return Texts.NumberOf(joint);
    }

    private bool IsJoint(TokenizedBlock block, int at) => _joints.Match(block.Tokens, at).Length > 0;

    private static bool IsSameSentence(TokenizedBlock block, int first, int at) => block.Sentences.Length == 1 || block.SentenceOf(first) == block.SentenceOf(at);

    /// <summary>The second half of <c>post-War</c>, a unit behind a number: <c>3M</c>.</summary>
    private static bool IsGluedBehind(TokenizedBlock block, int at) => at > 0 && !block.Tokens[at].SpaceBefore && block.Tokens[at - 1] is { Kind: not TokenKind.Mark } or { Kind: TokenKind.Mark, Length: 1 } &&
        block.Block.Prose.Text[block.Tokens[at].Start - 1] is '-' or '‑' or '/' or '@' or '#' or '_';

    /// <summary>Behind a word and what is hyphened to it: <c>Anne-Marie</c>.</summary>
    private static int EndOfWord(TokenizedBlock block, int at)
    {
        var end = at + 1;
        while (end + 1 < block.Tokens.Length && !block.Tokens[end].SpaceBefore && block.Block.Prose.Text[block.Tokens[end].Start] is '-' or '‑' &&
               block.Tokens[end + 1] is { Kind: TokenKind.Word, SpaceBefore: false })
        {
            end += 2;
        }

        return end;
    }

    /// <summary>Over the stop of an initial: <c>J. Smith</c>.</summary>
    private static int SkipInitialStop(TokenizedBlock block, int end) =>
        end < block.Tokens.Length && block.Tokens[end - 1].Length <= 2 && block.Block.Prose.Text[block.Tokens[end].Start] == '.' ? end + 1 : end;

    private static TextSpan WithoutGenitive(TokenizedBlock block, TextSpan word)
    {
        var text = block.Block.Prose.Text.AsSpan(word.Start, word.Length);
        return text.Length > 2 && text[^2] is '\'' or '’' && text[^1] == 's' ? new(word.Start, word.Length - 2) : word;
    }
}
