using System.Text;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Html;

/// <summary>One note of a page.</summary>
/// <param name="Label">What marks call it: <c>1</c>, <c>*</c>.</param>
/// <param name="LabelSpan">Where its own text states the label; the opening tag where it does not.</param>
internal sealed record HtmlNote(string Label, TextSpan LabelSpan);

/// <summary>
/// Finds footnotes in a page: a short link (<c>1</c>, <c>[2]</c>, <c>*</c>) to a place further down is a mark, and the paragraph or
/// list item there a note, where the link is set high or says that it is a note's, or where the note links back to it.
/// </summary>
internal sealed class HtmlNotes
{
    private const int LongestLabel = 8;

    /// <summary>Most neighbours of a link that are looked at for its name.</summary>
    private const int Near = 8;
    private readonly string _content;
    private readonly Dictionary<string, HtmlNode> _targets = new(StringComparer.Ordinal);
    private readonly List<(HtmlNode Link, HtmlNode Target, string? Label)> _links = [];
    private readonly Dictionary<HtmlNode, HtmlNote> _notes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<HtmlNode, string> _marks = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<HtmlNode> _returns = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<HtmlNode> _holders = new(ReferenceEqualityComparer.Instance);

    public HtmlNotes(HtmlNode root, string content)
    {
        _content = content;
        var fragments = new List<(HtmlNode Link, string Fragment)>();
        Collect(root, fragments);
        foreach (var (link, fragment) in fragments)
        {
            if (_targets.TryGetValue(fragment, out var target))
            {
                _links.Add((link, target, Label(link)));
            }
        }

        var back = _links.Where(static l => l.Target.Span.Start <= l.Link.Span.Start).ToLookup(static l => l.Target);
        foreach (var (link, target, label) in _links)
        {
            if (label is not null && target.Span.Start > link.Span.Start && NoteOf(target) is { } note && !note.Holds(link)
                && (IsMarked(link) || Around(link).Any(n => back[n].Any(b => note.Holds(b.Link)))))
            {
                _marks[link] = label;
                AddNote(note, new HtmlNote(label, FindLabel(note, label)));
            }
        }

        AddUnmarked();

        foreach (var (link, target, _) in _links)
        {
            if (target.Span.Start <= link.Span.Start && (_marks.ContainsKey(target) || Around(target).Concat(target.Children.Take(Near)).Any(_marks.ContainsKey)))
            {
                _returns.Add(link);
            }
        }
    }

    private void AddNote(HtmlNode element, HtmlNote note)
    {
        if (_notes.TryAdd(element, note))
        {
            for (var node = element; node is not null && _holders.Add(node); node = node.Parent)
            {
            }
        }
    }

    /// <summary>The other items of a numbered list of which two at least are notes under their numbers there: notes that nothing marks.</summary>
    private void AddUnmarked()
    {
        var lists = _notes.Keys.Where(static n => n.Is("li") && n.Parent is { } list && list.Is("ol")).GroupBy(static n => n.Parent!).ToArray();
        foreach (var known in lists)
        {
            var items = known.Key.Children.Where(static c => c.Is("li")).ToArray();
            if (items.Length == known.Count() || known.Count() < 2 || !items.Index().All(i => !_notes.TryGetValue(i.Item, out var note) || note.Label == Ordinal(i.Index)))
            {
                continue;
            }

            foreach (var (index, item) in items.Index())
            {
                AddNote(item, new HtmlNote(Ordinal(index), item.Span));
            }
        }

        static string Ordinal(int index) => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The note that an element is, or null.</summary>
    public HtmlNote? NoteAt(HtmlNode element) => _notes.GetValueOrDefault(element);

    /// <summary>The label of the note that a link marks, or null.</summary>
    public string? MarkAt(HtmlNode link) => _marks.GetValueOrDefault(link);

    /// <summary>True for a link that leads from a note back to its mark.</summary>
    public bool IsReturn(HtmlNode link) => _returns.Contains(link);

    /// <summary>True for an element that holds a note's mark and little else.</summary>
    public bool IsAroundMark(HtmlNode element) => _marks.Count > 0 && element.Children.Any(c => _marks.ContainsKey(c) || (!c.IsText && c.TextLength <= LongestLabel && IsAroundMark(c)));

    /// <summary>True where an element holds a note.</summary>
    public bool HoldsNote(HtmlNode element) => _holders.Contains(element);

    private void Collect(HtmlNode node, List<(HtmlNode, string)> fragments)
    {
        foreach (var child in node.Children)
        {
            if (child.IsText)
            {
                continue;
            }

            if (!child.Span.IsEmpty)
            {
                var tag = child.Tag(_content);
                if (tag.Attribute("id") is { Length: > 0 } id)
                {
                    _targets.TryAdd(id, child);
                }

                if (child.Is("a"))
                {
                    if (tag.Attribute("name") is { Length: > 0 } name)
                    {
                        _targets.TryAdd(name, child);
                    }

                    if (tag.Attribute("href") is ['#', _, ..] href)
                    {
                        fragments.Add((child, Uri.UnescapeDataString(href[1..])));
                    }
                }
            }

            Collect(child, fragments);
        }
    }

    /// <summary>The link and what holds it and nothing else, or stands just beside it: where its name may be.</summary>
    private static IEnumerable<HtmlNode> Around(HtmlNode link)
    {
        yield return link;
        foreach (var child in link.Children.Where(static c => !c.IsText).Take(Near))
        {
            yield return child;
        }

        for (var node = link.Parent; node is { TextLength: <= LongestLabel * 2 }; node = node.Parent)
        {
            yield return node;
            foreach (var child in node.Children.Where(static c => c.Is("a")).Take(Near))
            {
                yield return child;
            }
        }
    }

    private bool IsMarked(HtmlNode link)
    {
        if (link.Children.Any(static c => c.Is("sup")) || link.Parent is { } parent && (parent.Is("sup") || parent.Parent?.Is("sup") == true))
        {
            return true;
        }

        var tag = link.Tag(_content);
        return tag.Attribute("role") == "doc-noteref" || tag.Attribute("epub:type") == "noteref";
    }

    /// <summary>The paragraph, list item or box that a place stands in; null where it is no such thing.</summary>
    private static HtmlNode? NoteOf(HtmlNode target)
    {
        var node = target;
        while (node is not null && !HtmlElements.Block.Contains(node.Name!))
        {
            node = node.Parent;
        }

        return node?.Name is "p" or "li" or "div" or "aside" or "dd" ? node : null;
    }

    /// <summary>Where a note states its own label at its start.</summary>
    private TextSpan FindLabel(HtmlNode note, string label)
    {
        var node = note;
        while (node.Children.FirstOrDefault(c => !c.IsText || !_content.AsSpan(c.Span.Start, c.Span.Length).IsWhiteSpace()) is { IsText: false } first)
        {
            if (first.Name is "a" or "sup" or "span" or "b" or "strong" && Label(first) == label)
            {
                return TextSpan.FromBounds(first.Span.Start, first.End);
            }

            node = first;
        }

        return note.Span;
    }

    /// <summary>The label that an element's text is, brackets left out, or null.</summary>
    private string? Label(HtmlNode element)
    {
        if (element.TextLength > LongestLabel * 2)
        {
            return null;
        }

        var text = new StringBuilder();
        Gather(element, text);
        var label = text.ToString().Trim().TrimStart('[', '(', '^').TrimEnd(']', ')', '.', ':').Trim();
        return label.Length is > 0 and <= LongestLabel && (label.All(char.IsAsciiDigit) ? label.Length <= 3 : label.All(static c => c is '*' or '†' or '‡' or '§' or '¶' or '#') || (label.Length <= 4 && label.All(char.IsAsciiLetterLower)))
            ? label
            : null;
    }

    private void Gather(HtmlNode node, StringBuilder text)
    {
        foreach (var child in node.Children)
        {
            if (child.IsText)
            {
                text.Append(HtmlEntities.Decode(_content.AsSpan(child.Span.Start, child.Span.Length)));
            }
            else
            {
                Gather(child, text);
            }
        }
    }
}
