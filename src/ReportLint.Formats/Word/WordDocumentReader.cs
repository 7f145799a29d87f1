using System.Xml;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;

namespace ReportLint.Formats.Word;

/// <summary>Reads Word files (ECMA-376): body, notes, headers and footers, comments, core properties.</summary>
internal sealed class WordDocumentReader : IDisposable
{
    private static readonly string[] Properties = ["title", "subject", "creator", "description", "category", "contentStatus"];

    private readonly OfficePackage _package;
    private readonly ReaderOptions _options;
    private ReaderNotice? _notice;

    private WordDocumentReader(ReadOnlyMemory<byte> content, ReaderOptions options)
    {
        _package = new OfficePackage(content, options.Limits);
        _options = options;
    }

    /// <summary>Reads a file.</summary>
    public static ReportDocument Read(string path, ReadOnlyMemory<byte> content, ReaderOptions options)
    {
        if (content.Span is not [(byte)'P', (byte)'K', ..])
        {
            return DocumentReader.Unreadable(path, DocumentFormat.Word, content.Span is [0xD0, 0xCF, 0x11, 0xE0, ..]
                ? "The file is protected by a password, or an Office document of the old kind."
                : "The file is no Word document.");
        }

        try
        {
            using var reader = new WordDocumentReader(content, options);
            return reader.Read(path, out _);
        }
        catch (UnreadableFileException exception)
        {
            return DocumentReader.Unreadable(path, DocumentFormat.Word, exception.Message);
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or IOException)
        {
            return DocumentReader.Unreadable(path, DocumentFormat.Word, $"The file could not be read: {Reason(exception)}");
        }
    }

    /// <summary>Reads a file, and tells where its printed characters came from.</summary>
    /// <exception cref="UnreadableFileException">It cannot be read.</exception>
    /// <exception cref="XmlException">It cannot be read.</exception>
    public static (ReportDocument Document, IReadOnlyList<WordOrigin> Origins) ReadWithOrigins(ReadOnlyMemory<byte> content, ReaderOptions options)
    {
        using var reader = new WordDocumentReader(content, options);
        return (reader.Read("", out var origins), origins);
    }

    public void Dispose() => _package.Dispose();

    private ReportDocument Read(string path, out IReadOnlyList<WordOrigin> origins)
    {
        var top = _package.Relationships("");
        var main = _package.MainPart;
        var relationships = _package.Relationships(main);
        var styles = Optional(relationships, "styles", WordStyles.Read);
        var printer = new WordPrinter(styles, Optional(relationships, "numbering", WordNumbering.Read), _options.Limits);
        PrintProperties(top, printer);
        var notes = new WordNotes(Optional(relationships, "settings", EndnoteFormat));
        var marked = new HashSet<(bool IsEndnote, string Id)>();
        printer.Print(ReadBody(main, styles, relationships, notes, marked));
        PrintNotes(relationships, styles, notes, marked, printer);
        PrintEdges(relationships, styles, printer);
        origins = printer.Origins;
        return printer.Build(path, ReadComments(relationships, styles, printer), _notice);
    }

    /// <summary>The comments of people; what an earlier run wrote is no part of the draft.</summary>
    private List<DocumentComment> ReadComments(Dictionary<string, Relationship> relationships, WordStyles styles, WordPrinter printer)
    {
        var comments = new List<DocumentComment>();
        if (PartOf(relationships, "comments") is not { } name)
        {
            return comments;
        }

        try
        {
            using var part = new WordPart(_package.OpenXml(name), _options.Limits);
            if (part.ToRoot())
            {
                var reader = new WordBodyReader(part, name, styles, _package.Relationships(name), _options, null);
                for (var depth = part.Depth; part.NextChild(depth);)
                {
                    if (part.Name == "comment" && part.Get("id") is { } id && part.Get("author") is var author and not WordAnnotator.Author)
                    {
                        var text = string.Join('\n', reader.ReadBlocks().OfType<WordParagraph>().Select(static p => p.Text.Content.ToString()));
                        if (printer.Commented(id) is { } place)
                        {
                            comments.Add(new DocumentComment(text, place, author ?? ""));
                        }
                    }
                }
            }
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException)
        {
            Damaged(name, exception);
        }

        return comments;
    }

    private List<WordBlock> ReadBody(string name, WordStyles styles, Dictionary<string, Relationship> relationships, WordNotes notes, HashSet<(bool IsEndnote, string Id)> marked)
    {
        using var part = new WordPart(_package.OpenXml(name), _options.Limits);
        if (part.ToRoot() && part.Name == "document")
        {
            for (var depth = part.Depth; part.NextChild(depth);)
            {
                if (part.Name == "body")
                {
                    var blocks = new WordBodyReader(part, name, styles, relationships, _options, notes).ReadBlocks();

                    // The rest is read too: what is cut short shows at the end.
                    while (part.NextChild(depth))
                    {
                    }

                    marked.UnionWith(part.MarkedNotes);
                    return blocks;
                }
            }
        }

        throw new UnreadableFileException("The file is no Word document: it has no body.");
    }

    /// <summary>Prints the notes in the order of their marks, then those without one; a note whose mark is only passed over, as one that was deleted is, goes with it.</summary>
    private void PrintNotes(Dictionary<string, Relationship> relationships, WordStyles styles, WordNotes notes, HashSet<(bool IsEndnote, string Id)> marked, WordPrinter printer)
    {
        var footnotes = ReadNotes(relationships, "footnotes", styles, marked);
        var endnotes = ReadNotes(relationships, "endnotes", styles, marked);
        var printed = new List<(string Label, List<WordBlock> Blocks)>();
        foreach (var note in notes.All.OrderBy(static n => n.IsEndnote))
        {
            if ((note.IsEndnote ? endnotes : footnotes).TryGetValue(note.Id, out var blocks))
            {
                printed.Add((note.Label, blocks));
            }
        }

        var unmarked = 0;
        foreach (var isEndnote in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var (id, blocks) in isEndnote ? endnotes : footnotes)
            {
                if (!marked.Contains((isEndnote, id)) && blocks.Exists(static b => b is not WordParagraph { Text.IsBlank: true }))
                {
                    printed.Add((WordNotes.Unmarked(unmarked++), blocks));
                }
            }
        }

        if (printed.Count > 0)
        {
            printer.PrintGap();
        }

        foreach (var (label, blocks) in printed)
        {
            printer.PrintNote(label, blocks);
        }
    }

    private Dictionary<string, List<WordBlock>> ReadNotes(Dictionary<string, Relationship> relationships, string type, WordStyles styles, HashSet<(bool IsEndnote, string Id)> marked)
    {
        var notes = new Dictionary<string, List<WordBlock>>(StringComparer.Ordinal);
        if (PartOf(relationships, type) is not { } name)
        {
            return notes;
        }

        using var part = new WordPart(_package.OpenXml(name), _options.Limits);
        if (part.ToRoot())
        {
            var reader = new WordBodyReader(part, name, styles, _package.Relationships(name), _options, null);
            for (var depth = part.Depth; part.NextChild(depth);)
            {
                if (part.Name is "footnote" or "endnote" && part.Get("type") is null or "normal" && part.Get("id") is { } id)
                {
                    notes.TryAdd(id, reader.ReadBlocks());
                }
            }

            marked.UnionWith(part.MarkedNotes);
        }

        return notes;
    }

    /// <summary>Prints headers and footers, each text once.</summary>
    private void PrintEdges(Dictionary<string, Relationship> relationships, WordStyles styles, WordPrinter printer)
    {
        var printed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in (ReadOnlySpan<string>)["header", "footer"])
        {
            foreach (var name in relationships.Values.Where(r => r.Type == type && !r.IsExternal && _package.Has(r.Target)).Select(static r => r.Target).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                using var part = new WordPart(_package.OpenXml(name), _options.Limits);
                if (!part.ToRoot())
                {
                    continue;
                }

                var blocks = new WordBodyReader(part, name, styles, _package.Relationships(name), _options, null).ReadBlocks();
                blocks.RemoveAll(b => b is WordParagraph paragraph && (paragraph.Text.IsBlank || !printed.Add(paragraph.Text.Content.ToString())));
                if (blocks.Count > 0)
                {
                    printer.PrintGap();
                    printer.Print(blocks);
                }
            }
        }
    }

    private void PrintProperties(Dictionary<string, Relationship> top, WordPrinter printer)
    {
        if (PartOf(top, "core-properties") is not { } name)
        {
            return;
        }

        var values = new List<(string Name, string Value)>();
        try
        {
            using var xml = _package.OpenXml(name);
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, Depth: 1 })
                {
                    var property = xml.LocalName;
                    using var inner = xml.ReadSubtree();
                    inner.Read();
                    var value = string.Join(' ', inner.ReadElementContentAsString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                    values.Add((property, value));
                }
            }
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or InvalidOperationException)
        {
            Damaged(name, exception);
        }

        foreach (var (property, value) in values)
        {
            if (value.Length is > 0 and < 1000)
            {
                if (Properties.Contains(property))
                {
                    printer.PrintProperty(property.ToLowerInvariant(), value);
                }
                else if (property is "created" or "modified")
                {
                    printer.PrintProperty("file-" + property, value);
                }
            }
        }

        printer.PrintGap();
    }

    private T Optional<T>(Dictionary<string, Relationship> relationships, string type, Func<WordPart?, T> read)
    {
        if (PartOf(relationships, type) is { } name)
        {
            try
            {
                using var part = new WordPart(_package.OpenXml(name), _options.Limits);
                return read(part);
            }
            catch (Exception exception) when (exception is XmlException or InvalidDataException)
            {
                Damaged(name, exception);
            }
        }

        return read(null);
    }

    private static string EndnoteFormat(WordPart? part)
    {
        const string Default = "lowerRoman";
        if (part is null || !part.ToRoot())
        {
            return Default;
        }

        for (var depth = part.Depth; part.NextChild(depth);)
        {
            if (part.Name == "endnotePr")
            {
                for (var inner = part.Depth; part.NextChild(inner);)
                {
                    if (part.Name == "numFmt" && part.Get("val") is { } format)
                    {
                        return format;
                    }
                }
            }
        }

        return Default;
    }

    private string? PartOf(Dictionary<string, Relationship> relationships, string type)
    {
        foreach (var relationship in relationships.Values)
        {
            if (relationship.Type == type && !relationship.IsExternal && _package.Has(relationship.Target))
            {
                return relationship.Target;
            }
        }

        return null;
    }

    private void Damaged(string name, Exception exception) => _notice ??= new ReaderNotice(
        ToolDescriptors.UnreadableDocument.Id, $"The part '{name}' was not read: {Reason(exception)}", default, false);

    private static string Reason(Exception exception) => exception switch
    {
        XmlException xml when xml.Message.Contains("DTD", StringComparison.Ordinal) => "it has a document type declaration, and none is read.",
        XmlException xml => xml.Message,
        _ => "the archive was cut short or changed.",
    };
}
