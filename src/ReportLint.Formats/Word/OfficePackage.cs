using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace ReportLint.Formats.Word;

/// <summary>A part that another part refers to.</summary>
/// <param name="Type">What it is to it: the last word of the relationship's type, such as <c>footnotes</c>.</param>
/// <param name="Target">Path of the part in the package, or the address where it lies outside.</param>
/// <param name="IsExternal">True for an address.</param>
internal readonly record struct Relationship(string Type, string Target, bool IsExternal);

/// <summary>
/// An Office file: a zip archive of parts that refer to each other (ECMA-376 part 2). Parts are read under limits, nothing is
/// written to the disk, nothing outside the archive is opened.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReaderLimits _limits;
    private readonly long _length;

    /// <summary>Opens a package.</summary>
    /// <exception cref="UnreadableFileException">The bytes are no archive, or one of too many files.</exception>
    public OfficePackage(ReadOnlyMemory<byte> bytes, ReaderLimits limits)
    {
        _limits = limits;
        _length = bytes.Length;
        try
        {
            _archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            if (_archive.Entries.Count > limits.MaximumParts)
            {
                throw new UnreadableFileException("The archive has too many files for a document.");
            }

            foreach (var entry in _archive.Entries)
            {
                _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw new UnreadableFileException("The file is a damaged archive: it was cut short or changed.");
        }
    }

    /// <summary>True where the package has a part of this name.</summary>
    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>Opens a part as XML: no DTD, no entity but the five of XML, nothing fetched.</summary>
    /// <exception cref="UnreadableFileException">There is no such part.</exception>
    public XmlReader OpenXml(string name) => XmlReader.Create(Open(name), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        MaxCharactersFromEntities = 1,
        MaxCharactersInDocument = _limits.MaximumPartBytes,
    });

    /// <summary>The part that holds the document itself.</summary>
    public string MainPart => Relationships("").Values.FirstOrDefault(static r => r is { Type: "officeDocument", IsExternal: false }).Target ?? "word/document.xml";

    /// <summary>Name of the part that tells what a part refers to.</summary>
    public static string RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_rels/{part[slash..]}.rels";
    }

    /// <summary>A copy of the package in which some parts are others, or new.</summary>
    public byte[] CopyWith(IReadOnlyDictionary<string, XDocument> parts)
    {
        using var stream = new MemoryStream();
        using (var copy = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, entry) in _entries)
            {
                var target = copy.CreateEntry(name);
                target.LastWriteTime = entry.LastWriteTime;
                using var to = target.Open();
                if (parts.TryGetValue(name, out var part))
                {
                    part.Save(to, SaveOptions.DisableFormatting);
                }
                else
                {
                    using var from = Open(name);
                    from.CopyTo(to);
                }
            }

            foreach (var (name, part) in parts.Where(p => !Has(p.Key)))
            {
                var target = copy.CreateEntry(name);

                // The copy of a file is the same whenever it is made.
                target.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var to = target.Open();
                part.Save(to, SaveOptions.DisableFormatting);
            }
        }

        return stream.ToArray();
    }

    /// <summary>What a part refers to, by the ids that it uses; empty where it refers to nothing.</summary>
    public Dictionary<string, Relationship> Relationships(string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = part[..(slash + 1)];
        var name = RelationshipsOf(part);
        var relationships = new Dictionary<string, Relationship>(StringComparer.Ordinal);
        if (!Has(name))
        {
            return relationships;
        }

        using var xml = OpenXml(name);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
            {
                var isExternal = xml.GetAttribute("TargetMode") == "External";
                relationships.TryAdd(id, new Relationship(type[(type.LastIndexOf('/') + 1)..], isExternal ? target : Resolve(folder, target), isExternal));
            }
        }

        return relationships;
    }

    public void Dispose() => _archive.Dispose();

    private LimitedStream Open(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
        {
            throw new UnreadableFileException($"The file has no part '{name}': it is no Word document, or it is damaged.");
        }

        try
        {
            return new LimitedStream(entry.Open(), name, entry.Length, Math.Min(entry.CompressedLength, _length), _limits);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            throw new UnreadableFileException($"The part '{name}' cannot be unpacked: the file is damaged or encrypted.");
        }
    }

    /// <summary>A path relative to a folder of the package; it cannot lead out of it.</summary>
    private static string Resolve(string folder, string target)
    {
        var path = target.StartsWith('/') ? target : folder + target;
        var parts = new List<string>();
        foreach (var part in path.Split('/', '\\'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
