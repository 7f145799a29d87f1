using System.Xml.Linq;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Word;

/// <summary>Puts the marks of comments around words of a body: all first, then each run that holds one is split once.</summary>
internal sealed class WordPlaces
{
    private readonly XNamespace _w;
    private readonly string _main;
    private readonly ReportDocument _document;
    private readonly List<XElement> _texts;
    private readonly List<WordOrigin> _origins;

    // By text element: offsets in its shown text, with the marks that stand there, the ends before the starts.
    private readonly Dictionary<XElement, List<Cut>> _cuts = [];
    private readonly XDocument _body;

    // Comments whose mark stands before their words: LibreOffice loses what stands before a mark in the first paragraph of a content control.
    private readonly HashSet<string> _markedFirst = new(StringComparer.Ordinal);

    public WordPlaces(XDocument body, XNamespace w, string main, ReportDocument document, IReadOnlyList<WordOrigin> origins)
    {
        _body = body;
        _w = w;
        _main = main;
        _document = document;
        _texts = [.. body.Descendants(w + "t")];
        _origins = [.. origins.Where(o => o.Part == main && o.Element <= _texts.Count).OrderBy(static o => o.Start)];
    }

    private readonly record struct Cut(int Offset, string Id, bool IsEnd);

    /// <summary>Notes that a comment stands on a place of the printed text.</summary>
    public void Mark(TextSpan span, string id)
    {
        if (_origins.Count == 0)
        {
            MarkFirst(id);
            return;
        }

        var first = Find(span.Start);
        var isIn = first is { } hit && hit.Start < Math.Max(span.End, span.Start + 1);
        if (!isIn)
        {
            first = Nearest(span);
            span = new TextSpan(first.Value.Start, first.Value.Length);
        }

        var from = first!.Value;
        var to = LastBefore(span.End) is { } last && last.Start >= from.Start ? last : from;
        var (start, end) = (_texts[from.Element - 1], _texts[to.Element - 1]);
        if ((Box(start) ?? Box(end)) is { } box)
        {
            Around(box, id);
            return;
        }

        if (end.Ancestors(_w + "p").First().Parent?.Name == _w + "sdtContent")
        {
            _markedFirst.Add(id);
        }

        Add(start, new Cut(from.Offset + Math.Max(0, span.Start - from.Start), id, false));
        Add(end, new Cut(to.Offset + Math.Min(to.Length, Math.Max(1, span.End - to.Start)), id, true));
    }

    /// <summary>Splits the runs and puts the marks in.</summary>
    public void Write()
    {
        foreach (var run in _cuts.Keys.Select(static t => t.Parent!).Distinct().ToList())
        {
            Split(run);
        }
    }

    private static string ShownText(XElement text, out bool isPreserved)
    {
        isPreserved = text.AncestorsAndSelf().Select(static e => (string?)e.Attribute(XNamespace.Xml + "space")).FirstOrDefault(static s => s is not null) == "preserve";
        return isPreserved ? text.Value : text.Value.Trim(WordPart.XmlSpaces);
    }

    private void Add(XElement text, Cut cut)
    {
        if (!_cuts.TryGetValue(text, out var cuts))
        {
            _cuts[text] = cuts = [];
        }

        cuts.Add(cut);
    }

    /// <summary>The first stretch that ends behind an offset.</summary>
    private WordOrigin? Find(int offset)
    {
        int low = 0, high = _origins.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _origins[middle].Start + _origins[middle].Length > offset ? (low, middle) : (middle + 1, high);
        }

        return low < _origins.Count ? _origins[low] : null;
    }

    /// <summary>The last stretch that begins before an offset.</summary>
    private WordOrigin? LastBefore(int offset)
    {
        var last = _origins.FindLastIndex(o => o.Start < offset);
        return last < 0 ? null : _origins[last];
    }

    /// <summary>For a place outside the body: where a note's mark stands; else the first words.</summary>
    private WordOrigin Nearest(TextSpan span)
    {
        var block = _document.Blocks.FirstOrDefault(b => b.Span.Contains(span) || b.Span.Start == span.Start);
        if (block is { NoteLabel: { } label })
        {
            foreach (var mark in _document.Blocks.SelectMany(static b => b.Marks))
            {
                if (mark.Kind == MarkKind.FootnoteReference && mark.Label == label)
                {
                    return LastBefore(mark.Source.Start) ?? _origins[0];
                }
            }
        }

        // A label that Word makes itself stands before the words that it numbers.
        return block is { NoteLabel: null } && Find(span.End) is { } next && block.Span.Contains(next.Start) ? next : _origins[0];
    }

    /// <summary>The run of the body that holds the text box that an element stands in, or null.</summary>
    private XElement? Box(XElement element) =>
        element.Ancestors(_w + "txbxContent").LastOrDefault()?.Ancestors(_w + "r").LastOrDefault();

    private void Around(XElement run, string id)
    {
        run.AddBeforeSelf(Start(id));
        run.AddAfterSelf(End(id), Reference(id));
    }

    /// <summary>A body without text: the comment stands in its first paragraph.</summary>
    private void MarkFirst(string id)
    {
        var body = _body.Root!.Element(_w + "body") ?? _body.Root;
        var paragraph = _body.Descendants(_w + "p").FirstOrDefault();
        if (paragraph is null)
        {
            body.AddFirst(paragraph = new XElement(_w + "p"));
        }

        paragraph.Add(Start(id), End(id), Reference(id));
    }

    private XElement Start(string id) => new(_w + "commentRangeStart", new XAttribute(_w + "id", id));

    private XElement End(string id) => new(_w + "commentRangeEnd", new XAttribute(_w + "id", id));

    private XElement Reference(string id) => new(
        _w + "r",
        new XElement(_w + "rPr", new XElement(_w + "rStyle", new XAttribute(_w + "val", "CommentReference"))),
        new XElement(_w + "commentReference", new XAttribute(_w + "id", id)));

    private void Split(XElement run)
    {
        var properties = run.Element(_w + "rPr");
        var result = new List<XElement>();
        var current = NewRun();
        foreach (var child in run.Elements().Where(c => c.Name != _w + "rPr"))
        {
            if (!_cuts.TryGetValue(child, out var cuts))
            {
                current.Add(new XElement(child));
                continue;
            }

            var text = ShownText(child, out _);
            var at = 0;
            foreach (var place in cuts.Select(c => c with { Offset = Math.Clamp(c.Offset, 0, text.Length) }).OrderBy(static c => c.Offset).ThenBy(static c => !c.IsEnd).GroupBy(static c => c.Offset))
            {
                AddText(text[at..place.Key]);
                at = place.Key;
                EndRun();
                foreach (var cut in place)
                {
                    var isMarkedFirst = _markedFirst.Contains(cut.Id);
                    result.AddRange(cut.IsEnd ? isMarkedFirst ? [End(cut.Id)] : [End(cut.Id), Reference(cut.Id)] : isMarkedFirst ? [Reference(cut.Id), Start(cut.Id)] : [Start(cut.Id)]);
                }
            }

            AddText(text[at..]);
        }

        EndRun();
        run.ReplaceWith(result);

        XElement NewRun() => new(_w + "r", run.Attributes(), properties is null ? null : new XElement(properties));

        void AddText(string text)
        {
            if (text.Length > 0)
            {
                current.Add(new XElement(_w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));
            }
        }

        void EndRun()
        {
            if (current.Elements().Any(e => e.Name != _w + "rPr"))
            {
                result.Add(current);
            }

            current = NewRun();
        }
    }
}
