using System.Buffers.Binary;
using System.Text;

namespace ReportLint.Core.Knowledge.Images;

/// <summary>
/// Knowledge files in a form that is ready in a fraction of the time that their YAML takes: the text of each and what it says, and where
/// no file has a mistake the vocabulary, the lexicons and the phrases of all, compiled. The texts are those that the rest was made from,
/// so whoever uses it can tell whether a file still says the same.
/// </summary>
/// <remarks>
/// A header of the build that wrote it and a checksum; then, with its length in bytes before it, a table of the files (path, kind, and
/// the places of text, tree and tree without examples), the pieces that it names, and what was compiled. A node of a tree is a kind, line and
/// column; then a text, or a count and that many children. Numbers in trees and tables are LEB128, texts UTF-8; see <see cref="ImageWriter"/> for the rest.
/// </remarks>
public sealed class KnowledgeImage
{
    private const byte PlainText = 0;
    private const byte QuotedText = 1;
    private const byte BlockText = 2;
    private const byte List = 3;
    private const byte Map = 4;

    private const int ChecksumSize = sizeof(ulong);
    private const string Examples = "examples";

    private readonly byte[] _bytes;
    private readonly List<FileEntry> _files = [];
    private readonly Dictionary<string, int> _byPath = new(StringComparer.Ordinal);
    private int _compiled;

    private KnowledgeImage(byte[] bytes) => _bytes = bytes;

    private sealed record FileEntry(string Path, string Kind, Range Text, Range Tree, Range Lean);

    /// <summary>What an image of this build begins with: another build may read YAML otherwise.</summary>
    private static byte[] Header => typeof(KnowledgeImage).Module.ModuleVersionId.ToByteArray();

    /// <summary>Number of files in it.</summary>
    internal int FileCount => _files.Count;

    /// <summary>True where it holds compiled knowledge beside the files.</summary>
    internal bool IsCompiled => _compiled < _bytes.Length;

    /// <summary>Makes an image of the files that are YAML without mistakes; the others are left out.</summary>
    /// <param name="files">The files; each path once.</param>
    public static byte[] Write(IEnumerable<KnowledgeFile> files)
    {
        using var table = new MemoryStream();
        using var pieces = new MemoryStream();
        var all = files.ToList();
        var known = new List<KnowledgeFile>();
        foreach (var file in all)
        {
            if (YamlTreeReader.Read(file, []) is not { } tree)
            {
                continue;
            }

            known.Add(file);
            Write(table, file.Path);
            Write(table, KindOf(tree));
            Write(table, Encoding.UTF8.GetByteCount(file.Content));
            pieces.Write(Encoding.UTF8.GetBytes(file.Content));
            Write(table, WritePiece(pieces, tree));
            Write(table, tree is YamlMap map && map[Examples] is not null ? WritePiece(pieces, map with { Entries = [.. map.Entries.Where(static e => e.Key.Text != Examples)] }) : 0);
        }

        using var body = new MemoryStream();
        Write(body, (int)table.Length);
        table.WriteTo(body);
        pieces.WriteTo(body);
        if (known.Count == all.Count)
        {
            body.Write(RuleSet.Compile(known));
        }

        var image = new byte[Header.Length + ChecksumSize + body.Length];
        Header.CopyTo(image, 0);
        body.ToArray().CopyTo(image, Header.Length + ChecksumSize);
        BinaryPrimitives.WriteUInt64LittleEndian(image.AsSpan(Header.Length), Checksum(image.AsSpan(Header.Length + ChecksumSize)));
        return image;
    }

    /// <summary>Opens an image.</summary>
    /// <returns>The image, or null where another build made it or it is damaged.</returns>
    public static KnowledgeImage? Open(byte[] bytes)
    {
        var start = Header.Length + ChecksumSize;
        if (bytes.Length < start || !bytes.AsSpan().StartsWith(Header) ||
            BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(Header.Length)) != Checksum(bytes.AsSpan(start)))
        {
            return null;
        }

        var image = new KnowledgeImage(bytes);
        image.ReadTable(start);
        return image;
    }

    /// <summary>The file of this path with what it says, where the image was made from the very same bytes.</summary>
    /// <returns>The file, or null where the image does not know it or knows it otherwise.</returns>
    public KnowledgeFile? Find(string path, ReadOnlySpan<byte> content) =>
        _byPath.TryGetValue(path, out var index) && content.SequenceEqual(_bytes.AsSpan(_files[index].Text)) ? new(path, this, index) : null;

    /// <summary>The file of this path with what it says, where the image was made from one of this length.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <returns>The file, or null where the image does not know it or knows it of another length.</returns>
    public KnowledgeFile? Find(string path, long length) =>
        _byPath.TryGetValue(path, out var index) && _files[index].Text is var text && text.End.Value - text.Start.Value == length ? new(path, this, index) : null;

    /// <summary>A file that it holds.</summary>
    internal KnowledgeFile FileAt(string path) => new(path, this, _byPath[path]);

    /// <summary>What a file is, by its first key.</summary>
    internal static string KindOf(YamlTree tree) => tree is YamlMap { Entries: [var (key, _), ..] } ? key.Text : "";

    internal string KindOf(int index) => _files[index].Kind;

    internal string ContentOf(int index) => Encoding.UTF8.GetString(_bytes.AsSpan(_files[index].Text));

    internal YamlTree TreeOf(int index, bool withExamples = true)
    {
        var (tree, lean) = (_files[index].Tree, _files[index].Lean);
        var at = withExamples || lean.Start.Equals(lean.End) ? tree.Start.Value : lean.Start.Value;
        return ReadNode(ref at, 0);
    }

    /// <summary>Reads what was compiled; only where <see cref="IsCompiled"/>.</summary>
    internal ImageReader Compiled() => new(_bytes, _compiled);

    /// <summary>FNV-1a over eight bytes at a time.</summary>
    private static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        const ulong prime = 1099511628211;
        var sum = 14695981039346656037UL ^ (ulong)bytes.Length;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            sum = (sum ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * prime;
            sum ^= sum >> 32;
        }

        foreach (var last in bytes)
        {
            sum = (sum ^ last) * prime;
        }

        return sum;
    }

    private void ReadTable(int at)
    {
        var length = Number(ref at);
        var end = at + length;
        var piece = end;
        while (at < end)
        {
            var (path, kind) = (Encoding.UTF8.GetString(_bytes.AsSpan(Piece(ref at))), Encoding.UTF8.GetString(_bytes.AsSpan(Piece(ref at))));
            _byPath[path] = _files.Count;
            _files.Add(new(path, kind, Next(ref at, ref piece), Next(ref at, ref piece), Next(ref at, ref piece)));
        }

        _compiled = piece;
    }

    private Range Next(ref int at, ref int piece)
    {
        var start = piece;
        piece += Number(ref at);
        return start..piece;
    }

    /// <summary>Writes a tree.</summary>
    /// <returns>Its length in bytes.</returns>
    private static int WritePiece(MemoryStream pieces, YamlTree tree)
    {
        var start = pieces.Length;
        Write(pieces, tree);
        return (int)(pieces.Length - start);
    }

    private static void Write(MemoryStream stream, YamlTree node)
    {
        stream.WriteByte(node switch
        {
            YamlText { IsBlock: true } => BlockText,
            YamlText { IsQuoted: true } => QuotedText,
            YamlText => PlainText,
            YamlList => List,
            _ => Map,
        });
        Write(stream, node.Line);
        Write(stream, node.Column);
        switch (node)
        {
            case YamlText text:
                Write(stream, text.Text);
                break;
            case YamlList list:
                Write(stream, list.Items.Count);
                foreach (var item in list.Items)
                {
                    Write(stream, item);
                }

                break;
            case YamlMap map:
                Write(stream, map.Entries.Count);
                foreach (var (key, value) in map.Entries)
                {
                    Write(stream, key);
                    Write(stream, value);
                }

                break;
        }
    }

    private static void Write(MemoryStream stream, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Write(stream, bytes.Length);
        stream.Write(bytes);
    }

    private static void Write(MemoryStream stream, int number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            stream.WriteByte((byte)(number | 0x80));
        }

        stream.WriteByte((byte)number);
    }

    private YamlTree ReadNode(ref int at, int depth)
    {
        if (depth > YamlTreeReader.MaximumDepth)
        {
            throw Damaged();
        }

        var kind = Number(ref at);
        int line = Number(ref at), column = Number(ref at);
        switch (kind)
        {
            case List:
                var items = new YamlTree[Count(ref at)];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = ReadNode(ref at, depth + 1);
                }

                return new YamlList(items, line, column);
            case Map:
                var entries = new KeyValuePair<YamlText, YamlTree>[Count(ref at)];
                for (var i = 0; i < entries.Length; i++)
                {
                    var key = ReadNode(ref at, depth + 1) as YamlText ?? throw Damaged();
                    entries[i] = new(key, ReadNode(ref at, depth + 1));
                }

                return new YamlMap(entries, line, column);
            case PlainText or QuotedText or BlockText:
                return new YamlText(Encoding.UTF8.GetString(_bytes.AsSpan(Piece(ref at))), line, column, kind == QuotedText, kind == BlockText);
            default:
                throw Damaged();
        }
    }

    /// <summary>A count of nodes: each takes at least one byte, so a larger one is damage and not worth an allocation.</summary>
    private int Count(ref int at) => Number(ref at) is var count && count <= _bytes.Length - at ? count : throw Damaged();

    /// <summary>Bytes behind their length.</summary>
    private Range Piece(ref int at)
    {
        var length = Count(ref at);
        at += length;
        return (at - length)..at;
    }

    private int Number(ref int at)
    {
        var number = 0;
        for (var shift = 0; shift < 28 && at < _bytes.Length; shift += 7)
        {
            var next = _bytes[at++];
            number |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }

        throw Damaged();
    }

    private static InvalidDataException Damaged() => new("the image is damaged");
}
