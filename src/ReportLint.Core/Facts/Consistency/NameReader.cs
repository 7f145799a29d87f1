using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.Consistency;

/// <summary>Reads names: runs of words with a capital, with initials and small words (<c>lexicon/name-joints.yml</c>) between them.</summary>
internal sealed class NameReader(AnalysisContext context)
{
    private const int LongestName = 10;

    private readonly Lexicon _joints = context.Knowledge.Lexicon("name-joints");

    // Of the name that is being read: most are one word and are thrown away.
    private readonly List<TextSpan> _places = new(LongestName);
    private readonly List<string> _between = new(LongestName);

    /// <summary>The names of a block, in order.</summary>
    public void Read(TokenizedBlock block, List<NameMention> names)
    {
        var tokens = block.Tokens;
        for (var i = 0; i < tokens.Length;)
        {
            if (tokens[i] is not { Kind: TokenKind.Word, Capital: true } || IsJoint(block, i) || IsGluedBehind(block, i))
            {
                i++;
                continue;
            }

            i = ReadName(block, i, names);
        }
    }

    private int ReadName(TokenizedBlock block, int first, List<NameMention> names)
    {
        _places.Clear();
        _between.Clear();
        var at = first;
        while (at < block.Tokens.Length && _places.Count < LongestName)
        {
            var end = EndOfWord(block, at);
            var place = WithoutGenitive(block, TextSpan.FromBounds(block.Tokens[at].Start, block.Tokens[end - 1].End));
            _places.Add(place);
            var next = SkipInitialStop(block, end);
            var joint = "";
            while (next < block.Tokens.Length && joint.Length < 24 && IsJoint(block, next))
            {
                joint += (joint.Length > 0 ? " " : "") + block.TextOf(block.Tokens[next]).ToString().ToLowerInvariant();
                next++;
            }

            var isGenitive = place.End < block.Tokens[end - 1].End;
            if (isGenitive || next >= block.Tokens.Length || block.Tokens[next] is not { Kind: TokenKind.Word, Capital: true, SpaceBefore: true } || block.MentionAt(next) is Dates.DateMention || !IsSameSentence(block, first, next))
            {
                at = end;
                break;
            }

            _between.Add(joint);
            at = next;
        }

        if (_places.Count > 1 && _between.Count == _places.Count - 1)
        {
            var words = new string[_places.Count];
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = block.Block.Prose.Text.Substring(_places[i].Start, _places[i].Length).Replace('’', '\'').ToLowerInvariant();
            }

            names.Add(new NameMention
            {
                Document = context.Document,
                Block = block.Block,
                Prose = TextSpan.FromBounds(_places[0].Start, _places[^1].End),
                Sentence = block.SentenceOf(first),
                Words = words,
                Joints = _between.ToArray(),
                Places = _places.ToArray(),
            });
        }

        return Math.Max(at, first + 1);
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
