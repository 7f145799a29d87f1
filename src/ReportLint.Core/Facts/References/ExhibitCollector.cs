using System.Globalization;
using ReportLint.Core.Documents;
using ReportLint.Core.Knowledge;
using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References;

/// <summary>Collects the numbered things that a document has.</summary>
internal sealed class ExhibitCollector(AnalysisContext context, ReferenceScanner scanner)
{
    /// <summary>From so many numbered paragraphs on, and so large a share of the running text, numbers of lists are numbers of paragraphs.</summary>
    private readonly int _fewestParagraphs = (int)context.Knowledge.Settings("references").Get("fewest_paragraphs", 5);
    private readonly decimal _shareOfParagraphs = context.Knowledge.Settings("references").Get("share_of_paragraphs", 0.6m);

    /// <summary>What stands further behind a caption's number, in tokens, is no title.</summary>
    private readonly int _longestTitle = (int)context.Knowledge.Settings("references").Get("longest_caption", 100);

    private readonly List<(Block Block, string Label)> _items = [];
    private readonly List<Exhibit> _numbered = [];
    private Token[] _firstTokens = new Token[4];

    /// <summary>What the heading above names: the numbers of a list under "Our recommendations" are those of recommendations. Empty where it names nothing such.</summary>
    private string _listed = "";
    private readonly ContentsRegion _contents = ContentsRegion.Of(context);
    private readonly Lexicon _continued = context.Knowledge.Lexicon("continued-words");
    private readonly Lexicon _months = context.Knowledge.Lexicon("months");

    /// <summary>Takes the number at the start of a heading, a numbered paragraph or a list item.</summary>
    public void AddNumberOf(TokenizedBlock block)
    {
        if (block.Tokens.Length == 0)
        {
            return;
        }

        if (block.Block.Kind == BlockKind.Heading)
        {
            _listed = scanner.PluralAt(block, block.Tokens.Length - 1);
        }

        if (block.Block is { Kind: BlockKind.ListItem, List: { } list, ItemIndex: >= 0 } && list.Items[block.Block.ItemIndex].Number is { } number)
        {
            var label = number.ToString(CultureInfo.InvariantCulture);
            Add(block.Block, block.Tokens[0].Span, "item", label);
            if (list.Depth == 0)
            {
                _items.Add((block.Block, label));
                if (_listed.Length > 0)
                {
                    Add(block.Block, block.Tokens[0].Span, _listed, label);
                }
            }
        }

        if (block.Block.Kind == BlockKind.TableCell || SectionNumber.Length(block) is not (var length and > 0))
        {
            AddLetteredHeading(block);
            return;
        }

        var section = SectionNumber.Label(block);
        var span = block.SpanOf(0, length);
        if (block.Block.Kind == BlockKind.Heading)
        {
            // "6 December" over the minutes of that day.
            if (length > 1 || _months.Match(block.Tokens, length).Length == 0)
            {
                AddNumbered(block, 0, length, "section", section);
            }
        }
        else
        {
            Add(block.Block, span, "item", section);
            _items.Add((block.Block, section));
            if (section.Contains('.', StringComparison.Ordinal))
            {
                Add(block.Block, span, "paragraph", section);
            }
        }
    }

    /// <summary><c>A. Method</c>, <c>II. Findings</c>.</summary>
    private void AddLetteredHeading(TokenizedBlock block)
    {
        if (block.Block.Kind == BlockKind.Heading && block.Tokens[0].Kind == TokenKind.Word && ReferenceLabel.Read(block, 0) is { } label &&
            label.EndToken < block.Tokens.Length && block.Block.Prose.Text[block.Tokens[label.EndToken].Start] is '.' or ':' or ')' or '–' or '—')
        {
            AddNumbered(block, 0, label.EndToken, "section", label.Label);
        }
    }

    /// <summary>Takes a mention as a caption where it stands and is set like one.</summary>
    /// <returns>False for a reference.</returns>
    public bool TryAddCaption(TokenizedBlock block, ReferenceMention mention)
    {
        if (mention.Labels.Count != 1 || mention.Kind == "page" || !IsCaption(block, mention))
        {
            return false;
        }

        // An entry of a list of figures is neither the figure nor a mention of it.
        if (!_contents.Contains(block.Block.Index))
        {
            AddNumbered(block, mention.First, mention.End, mention.Kind, mention.Labels[0].Label);
        }

        return true;
    }

    /// <summary>Takes captions that belong to tables by markup, and captions in alternative texts of images.</summary>
    public void AddTablesAndImages()
    {
        foreach (var table in context.Document.Tables)
        {
            if (table.Caption is { } caption)
            {
                AddCaptionOf(caption, BlockOf(table));
            }
        }

        foreach (var block in context.Document.Blocks)
        {
            foreach (var mark in block.InlineMarks ?? [])
            {
                if (mark is { Kind: MarkKind.Image, Label.Length: > 0 } && MayBeCaption(mark.Label))
                {
                    AddCaptionOf(new ProseBuilder().AddReplaced(mark.Label, mark.Source).Build(), block);
                }
            }
        }
    }

    /// <summary>Where most of the running text is numbered paragraphs, their numbers are what <c>paragraph 11</c> speaks of.</summary>
    public void AddNumberedParagraphs()
    {
        if (_items.Count < _fewestParagraphs)
        {
            return;
        }

        var distinct = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, label) in _items)
        {
            distinct.Add(label);
        }

        var all = context.Document.Blocks.Count(static b =>
            b.Kind == BlockKind.Paragraph || b is { Kind: BlockKind.ListItem, List.Depth: 0 });
        if (distinct.Count < _items.Count || _items.Count < _shareOfParagraphs * all)
        {
            return;
        }

        foreach (var (block, label) in _items)
        {
            Add(block, new TextSpan(0, 0), "paragraph", label);
        }
    }

    /// <summary>Tells each exhibit which one of its series stands before it. To be called once, when all are there.</summary>
    public void LinkSeries() => ExhibitSeries.Link(_numbered);

    private void AddNumbered(TokenizedBlock block, int first, int end, string kind, string label)
    {
        var tokens = block.Tokens;
        var title = new System.Text.StringBuilder();
        var isContinued = false;
        for (var i = end; i < tokens.Length && i < end + _longestTitle; i++)
        {
            context.Work++;
            isContinued |= _continued.Match(tokens, i).Length > 0;
            if (tokens[i].Kind != TokenKind.Mark)
            {
                title.Append(block.TextOf(tokens[i]));
            }
        }

        var exhibit = new Exhibit
        {
            Document = context.Document,
            Block = block.Block,
            Prose = block.SpanOf(first, end),
            Kind = kind,
            Label = label,
            IsCaption = true,
            Title = title.ToString().ToLowerInvariant(),
            IsContinued = isContinued,
        };
        _numbered.Add(exhibit);
        context.Facts.Add(exhibit);
    }

    private Block BlockOf(Table table) => context.Document.Blocks[Math.Clamp(table.PrecedingBlock + 1, 0, context.Document.Blocks.Count - 1)];

    /// <summary>False where the first word of a text, behind marks, is none that captions begin with.</summary>
    private bool MayBeCaption(string text)
    {
        var count = Tokenizer.Tokenize(text, context.Knowledge.Vocabulary, ref _firstTokens, _firstTokens.Length);
        for (var i = 0; i < count; i++)
        {
            if (_firstTokens[i].Kind != TokenKind.Mark)
            {
                return scanner.MayBegin(_firstTokens[i].Word);
            }
        }

        return count == _firstTokens.Length;
    }

    private void AddCaptionOf(ProseText prose, Block near)
    {
        if (prose.Text.Length == 0)
        {
            return;
        }

        var tokens = new List<Token>();
        Tokenizer.Tokenize(prose.Text, context.Knowledge.Vocabulary, tokens);
        var block = new TokenizedBlock
        {
            Block = new Block { Kind = BlockKind.Paragraph, Prose = prose },
            Tokens = [.. tokens],
            Sentences = [Range.EndAt(tokens.Count)],
            FirstSentence = 0,
        };
        var at = 0;
        while (at < tokens.Count && tokens[at].Kind == TokenKind.Mark)
        {
            at++;
        }

        if (at < tokens.Count && scanner.Read(block, at) is { Labels.Count: 1 } mention)
        {
            Add(near, new TextSpan(0, 0), mention.Kind, mention.Labels[0].Label);
        }
    }

    private static bool IsCaption(TokenizedBlock block, ReferenceMention mention)
    {
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        var isFirst = IsFirst(block, mention.First);
        if (!isFirst && !IsSentenceStart(block, mention.First))
        {
            return false;
        }

        if (mention.End >= tokens.Length || (isFirst && block.Block.Kind == BlockKind.Heading))
        {
            return isFirst;
        }

        var next = tokens[mention.End];
        if (text[next.Start] is ':' or '.' or '–' or '—' or '|' || (text[next.Start] == '-' && next.SpaceBefore))
        {
            return true;
        }

        if (!isFirst)
        {
            return false;
        }

        return text[next.Start] is '(' or '[' or '“' or '‘' or '"' or ')' || next.Kind == TokenKind.Number || next is { Kind: TokenKind.Word, Capital: true } ||
            block.Block.Marks.Any(m => m.Kind is MarkKind.Strong or MarkKind.Emphasis && m.Prose.Start <= tokens[mention.First].Start && m.Prose.End >= tokens[mention.End - 1].End);
    }

    /// <summary>First in its block, but for marks: <c>: Table 2. Boats</c>.</summary>
    private static bool IsFirst(TokenizedBlock block, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (block.Tokens[i].Kind != TokenKind.Mark || i > 3)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSentenceStart(TokenizedBlock block, int at)
    {
        var tokens = block.Tokens;
        var text = block.Block.Prose.Text;
        return at > 1 && tokens[at].Capital && text[tokens[at - 1].Start] is '.' or '!' or '?' or ')' or '*' && tokens[at].SpaceBefore;
    }

    private void Add(Block block, TextSpan prose, string kind, string label) => context.Facts.Add(new Exhibit
    {
        Document = context.Document,
        Block = block,
        Prose = prose,
        Kind = kind,
        Label = label,
    });
}
