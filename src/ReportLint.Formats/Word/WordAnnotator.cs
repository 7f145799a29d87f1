using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Word;

/// <summary>A comment to write into a Word file.</summary>
/// <param name="Span">The words that it is about, as a place in the text that the reader prints.</param>
/// <param name="Paragraphs">What it says, a string for each paragraph.</param>
public sealed record WordComment(TextSpan Span, IReadOnlyList<string> Paragraphs);

/// <summary>
/// Writes a copy of a Word file with native comments on exactly the words concerned: runs are split, their formatting kept. Comments of
/// the same author that are there already are taken out first; those of others stay. Where Word allows no comment (notes, headers,
/// text boxes), it stands at the place of the body that leads there.
/// </summary>
public static class WordAnnotator
{
    /// <summary>The author of the comments.</summary>
    public const string Author = "ReportLint";

    private const string CommentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

    /// <summary>Makes the copy.</summary>
    /// <param name="content">The file.</param>
    /// <param name="comments">What to say; each becomes one comment.</param>
    /// <param name="options">How the file was read when the places were found.</param>
    /// <exception cref="InvalidDataException">The file cannot be read as a Word file.</exception>
    public static byte[] Annotate(ReadOnlyMemory<byte> content, IReadOnlyList<WordComment> comments, ReaderOptions options)
    {
        try
        {
            var (document, origins) = WordDocumentReader.ReadWithOrigins(content, options);
            using var package = new OfficePackage(content, options.Limits);
            return Annotate(package, document, origins, comments);
        }
        catch (Exception exception) when (exception is UnreadableFileException or XmlException)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    /// <summary>True where a file has comments of <see cref="Author"/>; false for what is no Word file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="options">How it is read.</param>
    public static bool HasOwnComments(ReadOnlyMemory<byte> content, ReaderOptions options)
    {
        try
        {
            using var package = new OfficePackage(content, options.Limits);
            return CommentsPart(package, package.MainPart) is { } part
                && Load(package, part).Root!.Elements().Any(static c => (string?)c.Attribute(c.Name.Namespace + "author") == Author);
        }
        catch (Exception exception) when (exception is UnreadableFileException or XmlException or InvalidDataException)
        {
            return false;
        }
    }

    private static byte[] Annotate(OfficePackage package, ReportDocument document, IReadOnlyList<WordOrigin> origins, IReadOnlyList<WordComment> comments)
    {
        var main = package.MainPart;
        var body = Load(package, main);
        var w = body.Root!.Name.Namespace;
        var commentsPart = CommentsPart(package, main);
        var list = commentsPart is null ? new XDocument(new XElement(w + "comments", new XAttribute(XNamespace.Xmlns + "w", w))) : Load(package, commentsPart);
        RemoveOwn(body, list, w);

        var places = new WordPlaces(body, w, main, document, origins);
        var next = list.Root!.Elements(w + "comment").Select(c => (int?)c.Attribute(w + "id") ?? 0).Append(-1).Max() + 1;
        foreach (var comment in comments)
        {
            var id = next.ToString(CultureInfo.InvariantCulture);
            next++;
            places.Mark(comment.Span, id);
            list.Root.Add(new XElement(
                w + "comment",
                new XAttribute(w + "id", id),
                new XAttribute(w + "author", Author),
                new XAttribute(w + "initials", "RL"),
                comment.Paragraphs.Select(text => new XElement(w + "p", new XElement(w + "r", new XElement(w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), Clean(text)))))));
        }

        places.Write();
        var changed = new Dictionary<string, XDocument>(StringComparer.OrdinalIgnoreCase) { [main] = body };
        if (commentsPart is not null)
        {
            changed[commentsPart] = list;
        }
        else if (comments.Count > 0)
        {
            AddPart(package, main, list, changed, w);
        }

        return package.CopyWith(changed);
    }

    private static string? CommentsPart(OfficePackage package, string main) =>
        package.Relationships(main).Values.FirstOrDefault(r => r is { Type: "comments", IsExternal: false } && package.Has(r.Target)).Target;

    private static XDocument Load(OfficePackage package, string part)
    {
        using var xml = package.OpenXml(part);
        return XDocument.Load(xml, LoadOptions.PreserveWhitespace);
    }

    /// <summary>Takes out the comments that an earlier run wrote.</summary>
    private static void RemoveOwn(XDocument body, XDocument comments, XNamespace w)
    {
        var own = comments.Root!.Elements(w + "comment").Where(c => (string?)c.Attribute(w + "author") == Author).ToList();
        var ids = own.Select(c => (string?)c.Attribute(w + "id")).ToHashSet(StringComparer.Ordinal);
        if (own.Count == 0)
        {
            return;
        }

        foreach (var mark in body.Descendants().Where(e => e.Name.Namespace == w && e.Name.LocalName is "commentRangeStart" or "commentRangeEnd" or "commentReference" && ids.Contains((string?)e.Attribute(w + "id"))).ToList())
        {
            var run = mark.Parent!;
            mark.Remove();
            if (run.Name == w + "r" && run.Elements().All(e => e.Name == w + "rPr"))
            {
                run.Remove();
            }
        }

        own.ForEach(static c => c.Remove());
    }

    /// <summary>Adds a part of comments to a package that has none, with its type and the reference to it.</summary>
    private static void AddPart(OfficePackage package, string main, XDocument comments, Dictionary<string, XDocument> changed, XNamespace w)
    {
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var name = "comments.xml";
        for (var i = 2; package.Has(folder + name); i++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"comments{i}.xml");
        }

        changed[folder + name] = comments;
        const string TypesPart = "[Content_Types].xml";
        if (package.Has(TypesPart))
        {
            var types = Load(package, TypesPart);
            types.Root!.Add(new XElement(types.Root.Name.Namespace + "Override", new XAttribute("PartName", "/" + folder + name), new XAttribute("ContentType", CommentsType)));
            changed[TypesPart] = types;
        }

        var relationshipsPart = OfficePackage.RelationshipsOf(main);
        XNamespace r = "http://schemas.openxmlformats.org/package/2006/relationships";
        var relationships = package.Has(relationshipsPart) ? Load(package, relationshipsPart) : new XDocument(new XElement(r + "Relationships"));
        var office = w.NamespaceName.Contains("purl.oclc.org", StringComparison.Ordinal)
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        relationships.Root!.Add(new XElement(r + "Relationship", new XAttribute("Id", "rIdReportLint"), new XAttribute("Type", office + "comments"), new XAttribute("Target", name)));
        changed[relationshipsPart] = relationships;
    }

    /// <summary>A text on one line, without the characters that XML cannot hold; half a surrogate pair becomes U+FFFD.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings(" ").EnumerateRunes())
        {
            if (rune.Value is '\t' or >= ' ')
            {
                clean.Append(rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar.ToString() : rune.ToString());
            }
        }

        return clean.ToString();
    }
}
