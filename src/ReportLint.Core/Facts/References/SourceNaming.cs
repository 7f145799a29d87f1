using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;

namespace ReportLint.Core.Facts.References;

/// <summary>Tells whether a source that is spoken of in general terms is cited or named in the text around.</summary>
internal sealed class SourceNaming(AnalysisContext context)
{
    private readonly Lexicon _sources = context.Knowledge.Lexicon("claim-sources");
    private readonly Lexicon _verbs = context.Knowledge.Lexicon("claim-verbs");
    private readonly Lexicon _naming = context.Knowledge.Lexicon("naming-words");
    private readonly Lexicon _sourceLines = context.Knowledge.Lexicon("source-lines");
    private readonly Lexicon _authoredBy = context.Knowledge.Lexicon("authored-by");
    private readonly Lexicon _speakers = context.Knowledge.Lexicon("speaker-verbs");
    private readonly Lexicon _according = context.Knowledge.Lexicon("according-words");
    private readonly Lexicon _authorship = context.Knowledge.Lexicon("authorship-verbs");
    private readonly Lexicon _authorshipOfIt = context.Knowledge.Lexicon("authorship-clauses");

    /// <summary>True where a link, a note, italics or a citation stands in the sentence or in the one before or behind it, or a source line in the next block.</summary>
    public bool IsCited(TokenizedBlock block, int sentence)
    {
        var first = block.Sentences[Math.Max(0, sentence - 1)].Start.Value;
        var end = block.Sentences[Math.Min(block.Sentences.Length - 1, sentence + 1)].End.Value;
        var span = block.SpanOf(first, end);
        if (block.Block.HasMarkBeginningIn(MarkKind.Link, span) || block.Block.HasMarkBeginningIn(MarkKind.FootnoteReference, span) ||
            block.Block.HasMark(MarkKind.Emphasis, block.SpanOf(block.Sentences[sentence].Start.Value, block.Sentences[sentence].End.Value)))
        {
            return true;
        }

        for (var i = first; i < end; i++)
        {
            if (block.Block.Prose.Text[block.Tokens[i].Start] is '(' or '[' && IsCitation(block, i))
            {
                return true;
            }
        }

        return block.Block.Index + 1 < context.Blocks.Count && context.Blocks[block.Block.Index + 1] is { Tokens.Length: > 0 } next &&
            _sourceLines.Match(next.Tokens, 0).Length > 0;
    }

    /// <summary><c>(Jay, 2014)</c>, <c>[12]</c>, <c>[@jay2014]</c>.</summary>
    private static bool IsCitation(TokenizedBlock block, int at)
    {
        var text = block.Block.Prose.Text;
        if (at + 2 >= block.Tokens.Length)
        {
            return false;
        }

        if (text[block.Tokens[at].Start] == '[')
        {
            return text[block.Tokens[at + 1].Start] == '@' || block.Tokens[at + 1].Kind == TokenKind.Number;
        }

        var hasName = false;
        for (var i = at + 1; i < block.Tokens.Length && i < at + 20 && text[block.Tokens[i].Start] != ')'; i++)
        {
            hasName |= block.Tokens[i].Capital;
            if (hasName && block.Tokens[i] is { Kind: TokenKind.Number, Length: 4 })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True where the sentence, its neighbours or the blocks that follow say who made the source: <c>by Leeds University</c>,
    /// <c>Professor Jay, who wrote the report</c>. What comes before does not name a source that is told apart from it (<c>another</c>).
    /// </summary>
    public bool IsNamed(TokenizedBlock block, int sentence, int noun, bool isContrast, int blocksAhead)
    {
        var sentenceEnd = block.Sentences[sentence].End.Value;
        if (IsNamedBehind(block, noun + 1, sentenceEnd, 12) || HasNamedSpeaker(block, block.Sentences[sentence].Start.Value, sentenceEnd))
        {
            return true;
        }

        var from = isContrast || sentence == 0 ? sentence + 1 : sentence - 1;
        for (var s = from; s < block.Sentences.Length && s <= sentence + 3; s++)
        {
            if (s != sentence && NamesASource(block, block.Sentences[s].Start.Value, block.Sentences[s].End.Value))
            {
                return true;
            }
        }

        for (var b = block.Block.Index + 1; b < context.Blocks.Count && b <= block.Block.Index + blocksAhead; b++)
        {
            if (context.Blocks[b].Block.Kind != BlockKind.TableCell && NamesASource(context.Blocks[b], 0, Math.Min(context.Blocks[b].Tokens.Length, 120)))
            {
                return true;
            }
        }

        return false;
    }

    private bool NamesASource(TokenizedBlock block, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_sources.Match(block.Tokens, i).Length > 0 &&
                (IsNamedBehind(block, i + 1, to, 4) || IsNamedBefore(block, from, i)))
            {
                return true;
            }

            if (_authoredBy.Match(block.Tokens, i) is { Length: > 0 } by && HasCapital(block, i + by.Length, Math.Min(to, i + by.Length + 4)))
            {
                return true;
            }

            if (_authorshipOfIt.Match(block.Tokens, i).Length > 0 && HasName(block, from, i))
            {
                return true;
            }

            if (_authorship.Match(block.Tokens, i) is { Length: > 0 } match && HasSource(block, i + match.Length, Math.Min(to, i + match.Length + 4)) && HasCapital(block, from + 1, i))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasSource(TokenizedBlock block, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_sources.Match(block.Tokens, i).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasCapital(TokenizedBlock block, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (block.Tokens[i].Capital)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A capital that does not begin the sentence, or one that does where a clause in commas is told of it: <c>Hale &amp; Pye, who carried it out</c>.</summary>
    private static bool HasName(TokenizedBlock block, int from, int verb) => HasCapital(block, from + 1, verb) ||
        (verb - 2 > from && block.Tokens[from].Capital && block.Tokens[verb - 2].Kind == TokenKind.Mark);

    /// <summary><c>the Jay report</c>, <c>a Home Office study</c>: a capital right before the noun that does not begin the sentence.</summary>
    private static bool IsNamedBefore(TokenizedBlock block, int from, int noun) => noun - 1 > from && block.Tokens[noun - 1] is { Kind: TokenKind.Word, Capital: true } && block.Tokens[noun - 2].Kind != TokenKind.Mark;

    /// <summary><c>by</c>, <c>from</c>, <c>at</c> … and a capital, before a verb of telling comes; <c>in Wales</c> is a place and names nobody.</summary>
    private bool IsNamedBehind(TokenizedBlock block, int from, int to, int most)
    {
        for (var i = from; i < to && i < from + most; i++)
        {
            var (length, _) = _naming.Match(block.Tokens, i);
            if (length > 0)
            {
                for (var j = i + length; j < to && j < i + length + 4; j++)
                {
                    if (block.Tokens[j].Kind == TokenKind.Word && block.Tokens[j].Capital)
                    {
                        return true;
                    }

                    if (block.Tokens[j].Kind == TokenKind.Mark || _verbs.Match(block.Tokens, j).Length > 0 || block.TextOf(block.Tokens[j]) is "in")
                    {
                        break;
                    }
                }
            }

            if (_verbs.Match(block.Tokens, i).Length > 0)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary><c>said Dr Lee</c>, <c>Dr Lee says</c>, <c>according to Dr Lee</c>, <c>by Leeds University</c> anywhere in the sentence.</summary>
    private bool HasNamedSpeaker(TokenizedBlock block, int from, int to)
    {
        for (var i = from + 1; i + 1 < to; i++)
        {
            if (block.Tokens[i] is { Kind: TokenKind.Word, Capital: true } &&
                (_speakers.Match(block.Tokens, i + 1).Length > 0 || _speakers.Match(block.Tokens, i - 1).Meaning == "both" || block.TextOf(block.Tokens[i - 1]) is "by" ||
                (i - 2 >= from && _according.Match(block.Tokens, i - 2).Length == 2)))
            {
                return true;
            }
        }

        return false;
    }
}
