using System.Globalization;
using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>
/// Finds the marks of listed notes that no markup tells: <c>held.¹</c>, <c>held.^1^</c>, <c>held [1]</c>, <c>held.1</c>. All of them look like
/// something else now and then, so a form counts only where it answers at least two notes and half of them, the first among them.
/// </summary>
internal sealed class BareNoteMarks(KnowledgeBase knowledge, ListedNotes notes)
{
    /// <summary>A number that nothing answers is a mark where it comes so soon behind the highest before it.</summary>
    private const int LongestLeap = 2;

    private readonly Lexicon _abbreviations = knowledge.Lexicon("abbreviations");
    private readonly HashSet<int> _numbers = [.. notes.All.Select(static n => n.Number)];

    private enum Form
    {
        Raised,
        Caret,
        Bracket,
        Digits,
    }

    /// <summary>A mark.</summary>
    /// <param name="Block">Its block.</param>
    /// <param name="Number">The number of its note.</param>
    /// <param name="Prose">Its place.</param>
    /// <param name="First">Index of the token of its digits; -1 where it shares one with a year.</param>
    internal sealed record Mark(TokenizedBlock Block, int Number, TextSpan Prose, int First);

    /// <summary>The marks of the form that the document uses, in its order; none where it uses none.</summary>
    public List<Mark> Find(IReadOnlyList<TokenizedBlock> blocks)
    {
        var byForm = new List<Mark>[] { [], [], [], [] };
        foreach (var block in blocks)
        {
            if (block.Block.Kind is BlockKind.Paragraph or BlockKind.ListItem && !notes.Contains(block.Block))
            {
                Read(block, byForm);
            }
        }

        if (notes.IsUnheaded)
        {
            byForm = [byForm[(int)Form.Raised], byForm[(int)Form.Caret]];
        }

        var form = byForm.MaxBy(all => Answered(all).Count)!;
        var answered = Answered(form);
        return answered.Count >= 2 && answered.Count * 2 >= _numbers.Count && answered.Contains(_numbers.Min()) ? WithoutStrays(form) : [];
    }

    private HashSet<int> Answered(List<Mark> marks) => [.. marks.Select(static m => m.Number).Where(_numbers.Contains)];

    private List<Mark> WithoutStrays(List<Mark> marks)
    {
        var kept = new List<Mark>();
        var highest = 0;
        foreach (var mark in marks)
        {
            if (_numbers.Contains(mark.Number) || (mark.Number > highest && mark.Number <= highest + LongestLeap))
            {
                kept.Add(mark);
                highest = Math.Max(highest, mark.Number);
            }
        }

        return kept;
    }

    private void Read(TokenizedBlock block, List<Mark>[] byForm)
    {
        var text = block.Block.Prose.Text;
        for (var i = 1; i < block.Tokens.Length; i++)
        {
            var token = block.Tokens[i];
            if (RaisedDigits.At(text, token.Start) is { Length: > 0 } raised && RaisedDigits.At(text, token.Start - 1).Length == 0)
            {
                if (!token.SpaceBefore && !char.IsAsciiDigit(text[token.Start - 1]) && !UnitBefore(text, token.Start))
                {
                    byForm[(int)Form.Raised].Add(new(block, raised.Number, new TextSpan(token.Start, raised.Length), i));
                }
            }
            else if (token.Kind == TokenKind.Number && token.Length <= 3 && int.TryParse(block.TextOf(token), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                ReadDigits(block, i, number, byForm);
            }
            else if (token is { Kind: TokenKind.Number, SpaceBefore: true } && EndsSentence(block, i) && YearAndNote(block.TextOf(token)) is var note and > 0)
            {
                var digits = token.Length - 5;
                byForm[(int)Form.Digits].Add(new(block, note, new TextSpan(token.End - digits, digits), -1));
            }
        }
    }

    private void ReadDigits(TokenizedBlock block, int at, int number, List<Mark>[] byForm)
    {
        var text = block.Block.Prose.Text;
        var tokens = block.Tokens;
        var token = tokens[at];
        var before = text[tokens[at - 1].Start];
        var after = at + 1 < tokens.Length && !tokens[at + 1].SpaceBefore ? text[tokens[at + 1].Start] : ' ';
        if (before == '^' && after == '^' && at > 1 && !tokens[at - 1].SpaceBefore)
        {
            byForm[(int)Form.Caret].Add(new(block, number, TextSpan.FromBounds(token.Start - 1, token.End + 1), at));
        }
        else if (before == '[' && after == ']')
        {
            byForm[(int)Form.Bracket].Add(new(block, number, TextSpan.FromBounds(token.Start - 1, token.End + 1), at));
        }
        else if (!token.SpaceBefore && IsBehindWord(block, at) && (after is ' ' or ',' or ';' || (after == '.' && tokens[at - 1].Kind == TokenKind.Word)))
        {
            byForm[(int)Form.Digits].Add(new(block, number, token.Span, at));
        }
    }

    /// <summary>Behind a word in lower case, or the mark behind one that is no abbreviation: <c>held1</c>, <c>held.1</c>, <c>held”1</c>; not <c>no.1</c>.</summary>
    private bool IsBehindWord(TokenizedBlock block, int at)
    {
        const int shortest = 4;
        var tokens = block.Tokens;
        var word = at - 1;
        while (word > 0 && tokens[word].Kind == TokenKind.Mark && !tokens[word].SpaceBefore && block.Block.Prose.Text[tokens[word].Start] is '.' or ',' or ';' or '?' or '!' or ')' or '”' or '’' or '"')
        {
            word--;
        }

        return tokens[word].Kind == TokenKind.Word && _abbreviations.Match(tokens, word).Length == 0 &&
            (word < at - 1 ? tokens[word].Length > 1 : tokens[word] is { Length: >= shortest, Capital: false });
    }

    private static bool EndsSentence(TokenizedBlock block, int at) => at + 1 == block.Tokens.Length || block.Tokens[at + 1] is { SpaceBefore: true, Capital: true } or { SpaceBefore: true, Kind: TokenKind.Mark };

    /// <summary><c>1802.2</c> at the end of a sentence: a year and the note 2; 0 for all else.</summary>
    private static int YearAndNote(ReadOnlySpan<char> number) =>
        number.Length is 6 or 7 && number[4] == '.' && (number.StartsWith("1") || number.StartsWith("20")) && int.TryParse(number[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var note) ? note : 0;

    /// <summary>One or two letters behind a number: <c>40 m²</c>, <c>km³</c>.</summary>
    private static bool UnitBefore(string text, int at)
    {
        var letters = at;
        while (letters > 0 && char.IsLetter(text[letters - 1]))
        {
            letters--;
        }

        return at - letters is 1 or 2;
    }
}
