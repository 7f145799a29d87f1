using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>
/// Finds the marks of notes and the notes. Notes by markup come from the reader; here the marks <c>* † ‡ §</c> in tables and
/// the notes under them are found too, and what looks like a mark is judged.
/// </summary>
public sealed class FootnoteExtractor : IFactExtractor
{
    private const string Symbols = "*†‡§";

    /// <inheritdoc/>
    public IReadOnlyList<FactType> Types { get; } = [FootnoteMark.FactType, FootnoteText.FactType, Identifier.FactType];

    /// <inheritdoc/>
    public void Extract(AnalysisContext context)
    {
        var chapters = NoteChapters.Of(context.Document);
        AddNotes(context, chapters);
        var hasList = context.Document.Footnotes.Count == 0 && AddListedNotes(context, chapters, ListedNotes.Of(context));
        AddMarks(context, chapters, hasList);
        TableNotes.Add(context);
        NoteOrder.Set(context.Facts.OfType(FootnoteMark.FactType));
        AddTableMarks(context);
    }

    private static void AddNotes(AnalysisContext context, NoteChapters chapters)
    {
        if (context.Document.Blocks.Count == 0)
        {
            return;
        }

        var blocks = new Dictionary<string, Block>(StringComparer.OrdinalIgnoreCase);
        foreach (var block in context.Document.Blocks)
        {
            if (block.NoteLabel is { } label)
            {
                blocks.TryAdd(label, block);
            }
        }

        foreach (var note in context.Document.Footnotes)
        {
            context.Facts.Add(new FootnoteText
            {
                Document = context.Document,
                Block = blocks.GetValueOrDefault(note.Label, context.Document.Blocks[0]),
                Prose = default,
                Source = note.LabelSpan.IsEmpty ? note.Span : note.LabelSpan,
                Label = note.Label.ToLowerInvariant(),
                Scope = chapters.ScopeOf(note.Span.Start),
            });
        }
    }

    /// <summary>In a document that defines no notes by markup, a numbered list under "Notes" holds them.</summary>
    /// <returns>True where there is one that answers a mark.</returns>
    private static bool AddListedNotes(AnalysisContext context, NoteChapters chapters, ListedNotes notes)
    {
        if (notes.All.Count == 0)
        {
            return false;
        }

        var raised = RaisedLabels(context);
        if (raised.Count == 0 && !AddBareMarks(context, chapters, notes))
        {
            return false;
        }

        if (raised.Count > 0 && !notes.All.Exists(n => raised.Contains(Label(n.Number))))
        {
            return false;
        }

        foreach (var note in notes.All)
        {
            context.Facts.Add(new FootnoteText
            {
                Document = context.Document,
                Block = note.Block,
                Prose = default,
                Source = note.Source,
                Label = Label(note.Number),
                Scope = chapters.ScopeOf(note.Source.Start),
                Meant = ListedNotes.MeantBy(notes.All, note),
            });
        }

        return true;
    }

    private static string Label(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <returns>True where the text has marks of the listed notes.</returns>
    private static bool AddBareMarks(AnalysisContext context, NoteChapters chapters, ListedNotes notes)
    {
        var marks = new BareNoteMarks(context.Knowledge, notes).Find(context.Blocks);
        foreach (var mark in marks)
        {
            var source = mark.Block.Block.Prose.ToSource(mark.Prose);
            context.Facts.Add(new FootnoteMark
            {
                Document = context.Document,
                Block = mark.Block.Block,
                Prose = mark.Prose,
                Source = source,
                Label = Label(mark.Number),
                Scope = chapters.ScopeOf(source.Start),
                IsCertain = true,
            });
            if (mark.First >= 0)
            {
                Claim(context, mark.Block, mark.First);
            }
        }

        return marks.Count > 0;
    }

    private static void Claim(AnalysisContext context, TokenizedBlock block, int at)
    {
        var fact = new Identifier
        {
            Document = context.Document,
            Block = block.Block,
            Prose = block.SpanOf(at, at + 1),
            Sentence = block.SentenceOf(at),
            Scheme = "citation",
            Name = block.TextOf(block.Tokens[at]).ToString(),
        };
        if (block.Claim(at, at + 1, fact))
        {
            context.Facts.Add(fact);
        }
    }

    private static void AddMarks(AnalysisContext context, NoteChapters chapters, bool hasList)
    {
        var doubtWords = context.Knowledge.Lexicon("pattern-words");
        var hasNotes = hasList || context.Document.Footnotes.Count > 0;
        var places = context.Document.Anchors.Select(static a => a.Name).ToHashSet(StringComparer.Ordinal);
        var raised = RaisedLabels(context);
        foreach (var block in context.Blocks)
        {
            bool? speaksOfPatterns = null;
            foreach (var mark in block.Block.InlineMarks ?? [])
            {
                if (mark is not { Kind: MarkKind.FootnoteReference, Label: { Length: > 0 } label })
                {
                    continue;
                }

                speaksOfPatterns ??= SpeaksOfPatterns(block, doubtWords);
                context.Facts.Add(new FootnoteMark
                {
                    Document = context.Document,
                    Block = block.Block,
                    Prose = mark.Prose,
                    Source = mark.Source,
                    Label = label.ToLowerInvariant(),
                    Scope = chapters.ScopeOf(mark.Source.Start),
                    IsCertain = speaksOfPatterns == false && !LeadsToPlace(mark, places) && !IsStray(context.Document.Source.Content, mark, raised, hasNotes) && !IsBehindUnit(block.Block.Prose.Text, mark.Prose.Start) && (hasNotes ? !LooksLikeSet(label) : IsGluedToText(context.Document.Source.Content, mark.Source) && IsNoteLabel(label)),
                });
            }
        }
    }

    /// <summary>A mark that is a link to a place of this document: the note stands there.</summary>
    private static bool LeadsToPlace(InlineMark mark, HashSet<string> places) => mark.Target is ['#', .. var name] && places.Contains(name);

    /// <summary>In a document without notes, a raised 2 or 3 where nothing is marked 1: <c>Metal³</c> is a name.</summary>
    private static bool IsStray(string content, InlineMark mark, HashSet<string> raised, bool hasNotes) =>
        !hasNotes && content[mark.Source.Start] == '<' && mark.Label!.All(char.IsAsciiDigit) && !raised.Contains("1");

    /// <summary>The labels of marks that are set high by a tag.</summary>
    private static HashSet<string> RaisedLabels(AnalysisContext context)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in context.Blocks)
        {
            foreach (var mark in block.Block.InlineMarks ?? [])
            {
                if (mark is { Kind: MarkKind.FootnoteReference, Label: { } label } && context.Document.Source.Content[mark.Source.Start] == '<')
                {
                    labels.Add(label);
                }
            }
        }

        return labels;
    }

    /// <summary>Behind one or two letters with a number before them: <c>40 km</c>, whose square is no note.</summary>
    private static bool IsBehindUnit(string text, int at)
    {
        var letters = at;
        while (letters > 0 && at - letters < 3 && char.IsLetter(text[letters - 1]))
        {
            letters--;
        }

        return at - letters is 1 or 2 && letters > 1 && (char.IsAsciiDigit(text[letters - 1]) || (char.IsWhiteSpace(text[letters - 1]) && char.IsAsciiDigit(text[letters - 2])));
    }

    private static bool SpeaksOfPatterns(TokenizedBlock block, Lexicon words)
    {
        for (var i = 0; i < block.Tokens.Length; i++)
        {
            if (words.Match(block.Tokens, i).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>a-z</c>, <c>A-Z0-9</c>, <c>0-9</c>: a set of a regular expression.</summary>
    private static bool LooksLikeSet(string label)
    {
        for (var i = 1; i + 1 < label.Length; i++)
        {
            if (label[i] == '-' && label[i - 1] is 'a' or 'A' or '0' && label[i + 1] is 'z' or 'Z' or '9')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A number of up to three digits, or a word with vowels and consonants.</summary>
    private static bool IsNoteLabel(string label)
    {
        if (LooksLikeSet(label))
        {
            return false;
        }

        if (label.All(char.IsAsciiDigit))
        {
            return label.Length <= 3;
        }

        var vowels = label.Count(static c => "aeiouyAEIOUY".Contains(c, StringComparison.Ordinal));
        return label.Length >= 2 && char.IsLetter(label[0]) && vowels > 0 && vowels < label.Length;
    }

    /// <summary>A note's mark touches the word or stop before it, and no quantifier follows.</summary>
    private static bool IsGluedToText(string content, TextSpan mark) =>
        mark.Start > 0 && (char.IsLetterOrDigit(content[mark.Start - 1]) || content[mark.Start - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '”' or '’' or '"' or '*' or '%' or ']') &&
        (mark.End >= content.Length || content[mark.End] is not ('+' or '{' or '*'));

    private static void AddTableMarks(AnalysisContext context)
    {
        if (context.Document.Tables.Count == 0)
        {
            return;
        }

        var names = context.Knowledge.Lexicon("asterisk-names");
        var explained = ExplainedSymbols(context);
        foreach (var block in context.Blocks.With(Cues.NoteSymbol))
        {
            if (block.Block.Kind != BlockKind.TableCell || block.Tokens.Length < 2)
            {
                continue;
            }

            var (start, length) = TrailingSymbol(block);
            if (start <= 0 || block.Tokens[start].SpaceBefore || names.Match(block.Tokens, start - 1).Length > 0)
            {
                continue;
            }

            var symbol = block.Block.Prose.Text.Substring(block.Tokens[start].Start, length);
            var carrier = block.Tokens[start - 1];
            var scope = block.Block.Cell is { Table: { } table } ? $"table {table.Index}" : "document";
            var prose = block.SpanOf(start - 1, start + length);
            context.Facts.Add(new FootnoteMark
            {
                Document = context.Document,
                Block = block.Block,
                Prose = prose,
                Source = block.Block.Prose.ToSource(prose),
                Label = symbol,
                Scope = scope,
                IsCertain = !explained.Contains(symbol[0]) && (symbol[0] != '*' || HasFigures(block)) && IsCarrier(block.Block.Prose.Text, carrier, symbol),
            });
        }
    }

    /// <summary>True where a number begins a cell of the row: in a form, stars mark the fields that must be filled in.</summary>
    private static bool HasFigures(TokenizedBlock block) =>
        block.Block.Cell is { } cell && cell.Table.Rows[cell.Row].Any(static c => c.Prose.Text.AsSpan(0, Math.Min(2, c.Prose.Text.Length)).ContainsAnyInRange('0', '9'));

    /// <summary>The run of one symbol at the end of a cell, as an index of a token and a number of tokens; (0, 0) where none is.</summary>
    private static (int Start, int Length) TrailingSymbol(TokenizedBlock block)
    {
        var text = block.Block.Prose.Text;
        var start = block.Tokens.Length;
        while (start > 1 && block.Tokens[start - 1].Length == 1 && Symbols.Contains(text[block.Tokens[start - 1].Start], StringComparison.Ordinal) &&
            (start == block.Tokens.Length || (text[block.Tokens[start].Start] == text[block.Tokens[start - 1].Start] && !block.Tokens[start].SpaceBefore)))
        {
            start--;
        }

        return start == block.Tokens.Length ? (0, 0) : (start, block.Tokens.Length - start);
    }

    /// <summary>
    /// Daggers may hang on any word or number. Stars hang on words and on numbers of two digits or more (<c>5*</c> is a hotel),
    /// one at a time: two or three tell significance, and readers know them.
    /// </summary>
    private static bool IsCarrier(string text, Token carrier, string symbol) => carrier.Kind switch
    {
        TokenKind.Word => symbol[0] != '*' || (symbol.Length == 1 && carrier.Length > 2),
        TokenKind.Number => symbol[0] != '*' || (symbol.Length == 1 && carrier.Length > 1),
        _ => text[carrier.Start] is ')' or '%' && symbol[0] != '*',
    };

    /// <summary>Symbols that stand anywhere else than behind a word of a cell, or are named in words: somebody explains them.</summary>
    private static HashSet<char> ExplainedSymbols(AnalysisContext context)
    {
        var words = context.Knowledge.Lexicon("note-symbol-words");
        var explained = new HashSet<char>();
        foreach (var block in context.Blocks.With(Cues.NoteSymbol | Cues.NoteSymbolName))
        {
            var text = block.Block.Prose.Text;
            for (var i = 0; i < block.Tokens.Length; i++)
            {
                if (words.Match(block.Tokens, i) is { Length: > 0, Meaning: [var named] })
                {
                    explained.Add(named);
                }

                var token = block.Tokens[i];
                if (token.Kind == TokenKind.Mark && Symbols.Contains(text[token.Start], StringComparison.Ordinal) &&
                    (block.Block.Kind != BlockKind.TableCell || i == 0 || token.SpaceBefore))
                {
                    explained.Add(text[token.Start]);
                }
            }
        }

        return explained;
    }
}
