using System.Globalization;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Word;

/// <summary>
/// Reads what stands in the body, in a note, a header or a text box: paragraphs and tables, with what tracked changes leave,
/// the results of fields, marks and links.
/// </summary>
internal sealed class WordBodyReader
{
    private const string Placeholder = "\uFFFC";
    private const int CostOfBlock = 32;
    private const int CostOfMark = 16;
    private readonly WordPart _part;
    private readonly string _partName;
    private readonly WordStyles _styles;
    private readonly Dictionary<string, Relationship> _relationships;
    private readonly ReaderOptions _options;
    private readonly WordNotes? _notes;
    private readonly List<WordField> _fields = [];
    private readonly List<WordCommentEdge> _edges = [];
    private List<WordBlock> _boxes = [];
    private WordParagraph? _paragraph;
    private bool _isJoined;
    private bool _isInContents;
    private int _length;

    /// <summary>Reads a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="partName">Its name in the package.</param>
    /// <param name="styles">The styles.</param>
    /// <param name="relationships">What it refers to.</param>
    /// <param name="options">How to read.</param>
    /// <param name="notes">Numbers the notes; null where notes have no marks.</param>
    public WordBodyReader(WordPart part, string partName, WordStyles styles, Dictionary<string, Relationship> relationships, ReaderOptions options, WordNotes? notes)
    {
        _part = part;
        _partName = partName;
        _styles = styles;
        _relationships = relationships;
        _options = options;
        _notes = notes;
    }

    private bool TakesInserted => _options.Revisions == Revisions.Final;

    /// <summary>Reads the children of the current element.</summary>
    public List<WordBlock> ReadBlocks()
    {
        var blocks = new List<WordBlock>();
        ReadBlocks(blocks);
        return blocks;
    }

    private void ReadBlocks(List<WordBlock> blocks)
    {
        for (var depth = _part.Depth; _part.NextChild(depth);)
        {
            ReadBlock(blocks);
        }
    }

    /// <summary>Reads the current element where it is a block, or holds some.</summary>
    private void ReadBlock(List<WordBlock> blocks)
    {
        switch (_part.Name)
        {
            case "p":
                ReadParagraph(blocks);
                break;
            case "tbl":
                PartJoin();
                var table = new WordTable();
                blocks.Add(table);
                ReadTable(table);
                PartJoin();
                break;
            case "sdt":
                ReadContentControl(blocks);
                break;
            case "sdtContent" or "customXml":
                ReadBlocks(blocks);
                break;
            case "ins" or "moveTo" when TakesInserted:
            case "del" or "moveFrom" when !TakesInserted:
                ReadBlocks(blocks);
                break;
            case "mc:AlternateContent":
                ReadAlternative(() => ReadBlocks(blocks));
                break;
            case "commentRangeStart" or "commentRangeEnd":
                HoldCommentEdge();
                break;
        }
    }

    /// <summary>A content control; one of Word's gallery of contents holds a table of contents, its heading included.</summary>
    private void ReadContentControl(List<WordBlock> blocks)
    {
        var before = _isInContents;
        for (var depth = _part.Depth; _part.NextChild(depth);)
        {
            if (_part.Name == "sdtPr")
            {
                for (var inner = _part.Depth; _part.NextChild(inner);)
                {
                    for (var innermost = _part.Depth; _part.Name == "docPartObj" && _part.NextChild(innermost);)
                    {
                        _isInContents |= _part.Name == "docPartGallery" && _part.Get("val") == "Table of Contents";
                    }
                }
            }
            else
            {
                ReadBlock(blocks);
            }
        }

        _isInContents = before;
    }

    /// <summary>Between paragraphs, comments begin and end with the next.</summary>
    private void HoldCommentEdge()
    {
        if (_part.Get("id") is { } id)
        {
            Count(CostOfMark);
            _edges.Add(new WordCommentEdge(id, 0, _part.Name == "commentRangeEnd"));
        }
    }

    private void AddCommentEdge(bool isEnd)
    {
        if (_part.Get("id") is { } id)
        {
            Count(CostOfMark);
            _paragraph!.Text.Comments.Add(new WordCommentEdge(id, _paragraph.Text.Content.Length, isEnd));
        }
    }

    private void ReadParagraph(List<WordBlock> blocks)
    {
        if (!_isJoined || _paragraph is null)
        {
            _paragraph = new WordParagraph();
            blocks.Add(_paragraph);
            Count(CostOfBlock);
        }

        foreach (var edge in _edges)
        {
            _paragraph.Text.Comments.Add(edge with { At = _paragraph.Text.Content.Length });
        }

        _edges.Clear();
        _isJoined = false;
        var boxes = _boxes;
        _boxes = [];
        _paragraph.IsContents |= _isInContents || _fields.Exists(static f => f is { IsResult: true, Kind: "TOC" });
        ReadInline();
        blocks.AddRange(_boxes);
        _boxes = boxes;
        EndJoin();
    }

    /// <summary>Paragraphs are not joined over the border of a table or a cell.</summary>
    private void PartJoin() => (_paragraph, _isJoined) = (null, false);

    private void EndJoin() => _paragraph = _isJoined ? _paragraph : null;

    /// <summary>Reads the children of a paragraph or of something inside one.</summary>
    private void ReadInline()
    {
        for (var depth = _part.Depth; _part.NextChild(depth);)
        {
            switch (_part.Name)
            {
                case "pPr":
                    ReadParagraphProperties();
                    break;
                case "r":
                    ReadRun();
                    break;
                case "hyperlink":
                    ReadHyperlink();
                    break;
                case "fldSimple":
                    var field = new WordField { IsResult = true, Text = _paragraph!.Text, Start = _paragraph.Text.Content.Length };
                    field.Code.Append(_part.Get("instr"));
                    _fields.Add(field);
                    ReadInline();
                    EndField();
                    break;
                case "ins" or "moveTo" when TakesInserted:
                case "del" or "moveFrom" when !TakesInserted:
                case "smartTag" or "sdt" or "sdtContent" or "customXml" or "dir" or "bdo":
                    ReadInline();
                    break;
                case "bookmarkStart":
                    if (_part.Get("name") is { Length: > 0 } name)
                    {
                        Count(CostOfMark);
                        _paragraph!.Text.Bookmarks.Add((name, _paragraph.Text.Content.Length));
                    }

                    break;
                case "commentRangeStart" or "commentRangeEnd":
                    AddCommentEdge(_part.Name == "commentRangeEnd");
                    break;
                case "m:oMath" or "m:oMathPara":
                    Append(Placeholder);
                    AddMark(MarkKind.Code, _paragraph!.Text.Content.Length - 1, null, null);
                    break;
                case "mc:AlternateContent":
                    ReadAlternative(ReadInline);
                    break;
            }
        }
    }

    /// <summary>Reads the first choice, or the fallback where there is none.</summary>
    private void ReadAlternative(Action read)
    {
        var hasChosen = false;
        for (var depth = _part.Depth; _part.NextChild(depth);)
        {
            if (!hasChosen)
            {
                hasChosen = true;
                read();
            }
        }
    }

    private void ReadParagraphProperties()
    {
        var paragraph = _paragraph!;
        for (var depth = _part.Depth; _part.NextChild(depth);)
        {
            if (WordStyles.ReadParagraph(_part, paragraph.Own))
            {
                continue;
            }

            if (_part.Name == "pStyle")
            {
                paragraph.StyleId = _part.Get("val");
            }
            else if (_part.Name == "rPr")
            {
                // Whether the end of the paragraph itself was put in or taken out.
                for (var inner = _part.Depth; _part.NextChild(inner);)
                {
                    _isJoined |= TakesInserted ? _part.Name is "del" or "moveFrom" : _part.Name is "ins" or "moveTo";
                }
            }
        }
    }

    private void ReadHyperlink()
    {
        var target = _part.RelationshipId() is { } id && _relationships.TryGetValue(id, out var relationship) ? relationship.Target : null;
        target = _part.Get("anchor") is { Length: > 0 } anchor ? $"{target}#{anchor}" : target;
        var text = _paragraph!.Text;
        var start = text.Content.Length;
        ReadInline();
        if (ReferenceEquals(text, _paragraph?.Text) && text.Content.Length > start && target is not null)
        {
            AddMark(MarkKind.Link, start, target, null);
        }
    }

    private void ReadRun()
    {
        var style = new WordStyle();
        var text = _paragraph!.Text;
        var start = text.Content.Length;
        for (var depth = _part.Depth; _part.NextChild(depth);)
        {
            switch (_part.Name)
            {
                case "rPr":
                    ReadRunProperties(style);
                    break;
                case "t" when !IsSilent(style):
                    var origin = new WordOrigin(text.Content.Length, 0, _partName, _part.TextElements, 0);
                    Append(_part.Text());
                    if (text.Content.Length > origin.Start)
                    {
                        Count(CostOfMark);
                        text.Origins.Add(origin with { Length = text.Content.Length - origin.Start });
                    }

                    break;
                case "delText" when !IsSilent(style) && !TakesInserted:
                    Append(_part.Text());
                    break;
                case "tab" or "ptab" when !IsSilent(style):
                    Append("\t");
                    break;
                case "br" or "cr" when !IsSilent(style):
                    Append(" ");
                    break;
                case "noBreakHyphen" when !IsSilent(style):
                    Append("\u2011");
                    break;
                case "sym" when !IsSilent(style):
                    Append(Symbol());
                    break;
                case "instrText" when _fields is [.., { IsResult: false } field]:
                    field.Code.Append(_part.Text());
                    break;
                case "fldChar":
                    ReadFieldCharacter();
                    break;
                case "footnoteReference" or "endnoteReference" when _notes is not null && _part.Get("id") is { } id && !IsSilent(style):
                    var label = _notes.Mark(_part.Name == "endnoteReference", id);
                    AddAside($"[{label}]", label);
                    break;
                case "commentReference":
                    AddCommentEdge(isEnd: true);
                    break;
                case "ruby":
                    // The word itself, without how it is spoken.
                    for (var inner = _part.Depth; _part.NextChild(inner);)
                    {
                        if (_part.Name == "rubyBase")
                        {
                            ReadInline();
                        }
                    }

                    break;
                case "drawing" or "pict" or "object" or "mc:AlternateContent":
                    ReadDrawing();
                    break;
            }
        }

        EndRun(text, start, style);
    }

    /// <summary>Marks what the run added.</summary>
    private void EndRun(WordText text, int start, WordStyle style)
    {
        var length = text.Content.Length - start;
        if (length <= 0 || !ReferenceEquals(text, _paragraph?.Text))
        {
            return;
        }

        if (text.Marks is [.., { Kind: MarkKind.FootnoteReference } mark] && mark.Span.End > start)
        {
            return;
        }

        if (style.IsRaised == true && RaiseDigits(text, start, length))
        {
            return;
        }

        var own = _styles.Paragraph(_paragraph.StyleId);
        if (style.IsBold ?? own.IsBold ?? false)
        {
            Extend(text, MarkKind.Strong, start);
        }

        if (style.IsItalic ?? own.IsItalic ?? false)
        {
            Extend(text, MarkKind.Emphasis, start);
        }
    }

    private static bool RaiseDigits(WordText text, int start, int length)
    {
        if (length > 5 || Superscripts.Digits(text.Content.ToString(start, length), out var isBracketed) is not { } label)
        {
            return false;
        }

        var isExponent = !isBracketed && Superscripts.FollowsBase(text.Content.ToString(Math.Max(0, start - 4), Math.Min(4, start)));
        for (var i = start; i < start + length; i++)
        {
            text.Content[i] = char.IsAsciiDigit(text.Content[i]) ? Superscripts.Raise(text.Content[i].ToString())[0] : text.Content[i];
        }

        if (!isExponent)
        {
            text.Aside.Add(new TextSpan(start, length));
            text.Marks.Add(new WordMark(MarkKind.FootnoteReference, new TextSpan(start, length), null, label));
        }

        return true;
    }

    private void Extend(WordText text, MarkKind kind, int start)
    {
        var at = text.Marks.FindLastIndex(m => m.Kind == kind);
        if (at >= 0 && text.Marks[at].Span.End == start)
        {
            text.Marks[at] = text.Marks[at] with { Span = TextSpan.FromBounds(text.Marks[at].Span.Start, text.Content.Length) };
        }
        else
        {
            Count(CostOfMark);
            text.Marks.Add(new WordMark(kind, TextSpan.FromBounds(start, text.Content.Length), null, null));
        }
    }

    private void ReadRunProperties(WordStyle style)
    {
        for (var depth = _part.Depth; _part.NextChild(depth);)
        {
            if (_part.Name == "rStyle" && _part.Get("val") is { } id)
            {
                var named = _styles.Character(id);
                style.IsBold ??= named.IsBold;
                style.IsItalic ??= named.IsItalic;
                style.IsHidden ??= named.IsHidden;
                style.IsRaised ??= named.IsRaised;
            }
            else
            {
                WordStyles.ReadRunProperty(_part, style);
            }
        }
    }

    /// <summary>Pictures: their description, and the text of boxes, which goes behind the paragraph.</summary>
    private void ReadDrawing()
    {
        if (_part.Name == "mc:AlternateContent")
        {
            ReadAlternative(ReadDrawingChildren);
        }
        else
        {
            ReadDrawingChildren();
        }
    }

    private void ReadDrawingChildren()
    {
        for (var depth = _part.Depth; _part.NextChild(depth);)
        {
            switch (_part.Name)
            {
                case "txbxContent":
                    var (paragraph, isJoined) = (_paragraph, _isJoined);
                    (_paragraph, _isJoined) = (null, false);
                    var boxes = new List<WordBlock>();
                    ReadBlocks(boxes);
                    _boxes.AddRange(boxes);
                    (_paragraph, _isJoined) = (paragraph, isJoined);
                    break;
                case "wp:docPr":
                    AddMark(MarkKind.Image, _paragraph!.Text.Content.Length, null, _part.Get("descr") ?? "");
                    break;
                default:
                    ReadDrawing();
                    break;
            }
        }
    }

    private void ReadFieldCharacter()
    {
        switch (_part.Get("fldCharType"))
        {
            case "begin":
                _fields.Add(new WordField());
                break;
            case "separate" when _fields is [.., { IsResult: false } field]:
                field.IsResult = true;
                field.Text = _paragraph!.Text;
                field.Start = field.Text.Content.Length;
                _paragraph.IsContents |= field.Kind == "TOC";
                break;
            case "end" when _fields.Count > 0:
                EndField();
                break;
        }
    }

    private void EndField()
    {
        var field = _fields[^1];
        _fields.RemoveAt(_fields.Count - 1);
        if (field is { IsResult: true, Kind: "TOC" } && _paragraph!.Text.IsBlank)
        {
            // Nothing of this paragraph belongs to the contents.
            _paragraph.IsContents = _isInContents;
        }

        if (field.IsResult && ReferenceEquals(field.Text, _paragraph?.Text) && field.Text!.Content.Length > field.Start && field.Target is { } target)
        {
            AddMark(MarkKind.Link, field.Start, target, null);
        }
    }

    /// <summary>True where text is not shown: hidden, a field's code, the number of a page.</summary>
    private bool IsSilent(WordStyle style)
    {
        if (style.IsHidden ?? _styles.Paragraph(_paragraph!.StyleId).IsHidden ?? false)
        {
            return true;
        }

        foreach (var field in _fields)
        {
            if (!field.IsResult || field.IsPageNumber)
            {
                return true;
            }
        }

        return false;
    }

    private string Symbol() =>
        int.TryParse(_part.Get("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0x20 and < 0xE000 and not (>= 0xD800 and < 0xE000) ? ((char)code).ToString() : Placeholder;

    private void Append(string text)
    {
        _paragraph!.Text.Content.Append(text);
        Count(text.Length);
    }

    /// <summary>Counts what is kept of the part, in characters: a mark or a paragraph costs as much memory as several.</summary>
    private void Count(int characters)
    {
        _length += characters;
        if (_length > _options.Limits.MaximumText)
        {
            throw new UnreadableFileException("The file has more text than the limit.");
        }
    }

    private void AddAside(string text, string label)
    {
        var start = _paragraph!.Text.Content.Length;
        Append(text);
        _paragraph.Text.Aside.Add(new TextSpan(start, text.Length));
        AddMark(MarkKind.FootnoteReference, start, null, label);
    }

    private void AddMark(MarkKind kind, int start, string? target, string? label)
    {
        Count(CostOfMark);
        _paragraph!.Text.Marks.Add(new WordMark(kind, TextSpan.FromBounds(start, _paragraph.Text.Content.Length), target, label));
    }

    private void ReadTable(WordTable table)
    {
        for (var depth = _part.Depth; _part.NextChild(depth);)
        {
            switch (_part.Name)
            {
                case "tblPr":
                    for (var inner = _part.Depth; _part.NextChild(inner);)
                    {
                        if (_part.Name == "tblLook")
                        {
                            table.FirstRowDiffers = _part.Get("firstRow") is { } first ? first is "1" or "true"
                                : !int.TryParse(_part.Get("val"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var look) || (look & 0x20) != 0;
                        }
                    }

                    break;
                case "tr":
                    var row = new WordRow();
                    Count(CostOfBlock);
                    ReadRow(row);
                    if (!row.IsGone)
                    {
                        table.Rows.Add(row);
                    }

                    break;
                case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo":
                    ReadTable(table);
                    break;
                case "commentRangeStart" or "commentRangeEnd":
                    HoldCommentEdge();
                    break;
                case "mc:AlternateContent":
                    ReadAlternative(() => ReadTable(table));
                    break;
            }
        }
    }

    private void ReadRow(WordRow row)
    {
        for (var depth = _part.Depth; _part.NextChild(depth);)
        {
            switch (_part.Name)
            {
                case "trPr":
                    for (var inner = _part.Depth; _part.NextChild(inner);)
                    {
                        switch (_part.Name)
                        {
                            case "tblHeader":
                                row.IsHeader = _part.IsOn();
                                break;
                            case "gridBefore":
                                row.ColumnsBefore = Math.Clamp(_part.GetNumber("val") ?? 0, 0, 63);
                                break;
                            case "del":
                                row.IsGone = TakesInserted;
                                break;
                            case "ins":
                                row.IsGone = !TakesInserted;
                                break;
                        }
                    }

                    break;
                case "tc":
                    var cell = new WordCell();
                    row.Cells.Add(cell);
                    Count(CostOfBlock);
                    PartJoin();
                    ReadCell(cell);
                    break;
                case "sdt" or "sdtContent" or "customXml":
                    ReadRow(row);
                    break;
                case "commentRangeStart" or "commentRangeEnd":
                    HoldCommentEdge();
                    break;
            }
        }
    }

    private void ReadCell(WordCell cell)
    {
        // Word allows 63 columns; others write more.
        const int MostColumns = 1000;
        for (var depth = _part.Depth; _part.NextChild(depth);)
        {
            if (_part.Name == "tcPr")
            {
                for (var inner = _part.Depth; _part.NextChild(inner);)
                {
                    if (_part.Name == "gridSpan")
                    {
                        cell.ColumnSpan = Math.Clamp(_part.GetNumber("val") ?? 1, 1, MostColumns);
                    }
                    else if (_part.Name == "vMerge")
                    {
                        cell.ContinuesAbove = _part.Get("val") is not "restart";
                    }
                }
            }
            else
            {
                ReadBlock(cell.Blocks);
            }
        }
    }
}
