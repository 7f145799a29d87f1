using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace ReportLint.Core.Knowledge.Images;

/// <summary>
/// Knowledge files in a form that is ready in a fraction of the time that their YAML takes: the text of each and what it says, and where
/// no file has a mistake the vocabulary, the lexicons and the phrases of all, compiled. The texts are those that the rest was made from,
/// so whoever uses it can tell whether a file still says the same.
/// </summary>
/// <remarks>
/// Two parts. The first is what every run needs: a header of the build that wrote it, a checksum and the lengths of both parts; then the
/// checksum of the other part, a table of the files with its length before it (path, kind, and the lengths of text, tree and tree without examples), the
/// trees without examples, and from a multiple of four bytes on what was compiled. The second is read when it is asked for: texts, and the trees
/// with examples. A node of a tree is a kind, line and
/// column; then a text, or a count and that many children. Numbers in trees and tables are LEB128, texts UTF-8; see <see cref="ImageWriter"/> for the rest.
/// </remarks>
public sealed class KnowledgeImage
{
    private const byte PlainText = 0;
    private const byte QuotedText = 1;
    private const byte BlockText = 2;
    private const byte List = 3;
    private const byte Map = 4;

    private const string Examples = "examples";

    // The header: the build, the checksum of the rest of the first part, and the lengths of that rest and of the second part.
    private const int BuildSize = 16;
    private const int HeaderSize = BuildSize + sizeof(ulong) + (2 * sizeof(int));

    private readonly int[] _words;
    private readonly int _length;
    private readonly Func<Stream> _open;
    private readonly List<FileEntry> _files = [];
    private readonly Dictionary<string, int> _byPath = new(StringComparer.Ordinal);
    private int _compiled;

    /// <param name="words">The first part without its header, as whole numbers, so that what was compiled is used where it lies.</param>
    /// <param name="length">Length of the second part in bytes.</param>
    /// <param name="open">Opens the image anew.</param>
    private KnowledgeImage(int[] words, int length, Func<Stream> open) => (_words, _length, _open) = (words, length, open);

    // Places of text and tree are in the second part, those of the lean tree in the first.
    private sealed record FileEntry(string Path, string Kind, Range Text, Range Tree, Range Lean);

    /// <summary>What an image of this build begins with: another build may read YAML otherwise.</summary>
    private static byte[] Build => typeof(KnowledgeImage).Module.ModuleVersionId.ToByteArray();

    /// <summary>Number of files in it.</summary>
    internal int FileCount => _files.Count;

    /// <summary>True where it holds compiled knowledge beside the files.</summary>
    internal bool IsCompiled => _compiled < _words.Length;

    private ReadOnlySpan<byte> First => MemoryMarshal.AsBytes(_words.AsSpan());

    /// <summary>The second part; null where it is damaged.</summary>
    private byte[]? Second => field ??= ReadSecond();

    /// <summary>Makes an image of the files that are YAML without mistakes; the others are left out.</summary>
    /// <param name="files">The files; each path once.</param>
    public static byte[] Write(IEnumerable<KnowledgeFile> files)
    {
        using var table = new MemoryStream();
        using var lean = new MemoryStream();
        using var second = new MemoryStream();
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
            second.Write(Encoding.UTF8.GetBytes(file.Content));
            var hasExamples = tree is YamlMap map && map[Examples] is not null;
            Write(table, hasExamples ? WritePiece(second, tree) : 0);
            Write(table, WritePiece(lean, hasExamples ? ((YamlMap)tree) with { Entries = [.. ((YamlMap)tree).Entries.Where(static e => e.Key.Text != Examples)] } : tree));
        }

        using var first = new MemoryStream();
        var checksum = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(checksum, Checksum(second.ToArray()));
        first.Write(checksum);
        Write(first, (int)table.Length);
        table.WriteTo(first);
        lean.WriteTo(first);
        while (first.Length % sizeof(int) != 0)
        {
            first.WriteByte(0);
        }

        if (known.Count == all.Count)
        {
            first.Write(RuleSet.Compile(known));
        }

        var image = new byte[HeaderSize + first.Length + second.Length];
        Build.CopyTo(image, 0);
        first.ToArray().CopyTo(image, HeaderSize);
        second.ToArray().CopyTo(image, HeaderSize + first.Length);
        BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(BuildSize + sizeof(ulong)), (int)first.Length);
        BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(BuildSize + sizeof(ulong) + sizeof(int)), (int)second.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(image.AsSpan(BuildSize), Checksum(first.ToArray()));
        return image;
    }

    /// <summary>Opens an image.</summary>
    /// <param name="open">Opens it for reading from its start; called again when texts or examples are first asked for.</param>
    /// <returns>The image, or null where another build made it or it is damaged.</returns>
    /// <exception cref="IOException">It could not be read.</exception>
    public static KnowledgeImage? Open(Func<Stream> open)
    {
        using var stream = open();
        var header = new byte[HeaderSize];
        if (stream.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize || !header.AsSpan().StartsWith(Build))
        {
            return null;
        }

        var (first, second) = (BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(BuildSize + sizeof(ulong))), BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(BuildSize + sizeof(ulong) + sizeof(int))));
        if (first < sizeof(ulong) || first % sizeof(int) != 0 || second < 0 || first + (long)second != stream.Length - HeaderSize)
        {
            return null;
        }

        var words = GC.AllocateUninitializedArray<int>(first / sizeof(int));
        var bytes = MemoryMarshal.AsBytes(words.AsSpan());
        if (stream.ReadAtLeast(bytes, first, throwOnEndOfStream: false) < first || BinaryPrimitives.ReadUInt64LittleEndian(header.AsSpan(BuildSize)) != Checksum(bytes))
        {
            return null;
        }

        var image = new KnowledgeImage(words, second, open);
        image.ReadTable();
        return image;
    }

    /// <summary>The file of this path with what it says, where the image was made from the very same bytes.</summary>
    /// <returns>The file, or null where the image does not know it or knows it otherwise.</returns>
    public KnowledgeFile? Find(string path, ReadOnlySpan<byte> content) =>
        _byPath.TryGetValue(path, out var index) && Second is { } second && content.SequenceEqual(second.AsSpan(_files[index].Text)) ? new(path, this, index) : null;

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

    /// <exception cref="InvalidDataException">The image was damaged since it was opened.</exception>
    internal string ContentOf(int index) => Encoding.UTF8.GetString((Second ?? throw Damaged()).AsSpan(_files[index].Text));

    /// <exception cref="InvalidDataException">The image was damaged since it was opened.</exception>
    internal YamlTree TreeOf(int index, bool withExamples = true)
    {
        var (tree, lean) = (_files[index].Tree, _files[index].Lean);
        var hasExamples = !tree.Start.Equals(tree.End);
        var at = withExamples && hasExamples ? tree.Start.Value : lean.Start.Value;
        return withExamples && hasExamples ? ReadNode(Second ?? throw Damaged(), ref at, 0) : ReadNode(First, ref at, 0);
    }

    /// <summary>Reads what was compiled; only where <see cref="IsCompiled"/>.</summary>
    internal ImageReader Compiled() => new(_words, _compiled);

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

    private byte[]? ReadSecond()
    {
        var bytes = new byte[_length];
        using var stream = _open();
        stream.Position = Math.Min(HeaderSize + First.Length, stream.Length);
        return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length && BinaryPrimitives.ReadUInt64LittleEndian(First) == Checksum(bytes) ? bytes : null;
    }

    private void ReadTable()
    {
        var first = First;
        var at = sizeof(ulong);
        var length = Number(first, ref at);
        var end = at + length;
        var (inFirst, inSecond) = (end, 0);
        while (at < end)
        {
            var (path, kind) = (Encoding.UTF8.GetString(first[Piece(first, ref at)]), Encoding.UTF8.GetString(first[Piece(first, ref at)]));
            _byPath[path] = _files.Count;
            _files.Add(new(path, kind, Next(first, ref at, ref inSecond), Next(first, ref at, ref inSecond), Next(first, ref at, ref inFirst)));
        }

        _compiled = (inFirst + sizeof(int) - 1) / sizeof(int);
    }

    private static Range Next(ReadOnlySpan<byte> bytes, ref int at, ref int piece)
    {
        var start = piece;
        piece += Number(bytes, ref at);
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

    private static YamlTree ReadNode(ReadOnlySpan<byte> bytes, ref int at, int depth)
    {
        if (depth > YamlTreeReader.MaximumDepth)
        {
            throw Damaged();
        }

        var kind = Number(bytes, ref at);
        int line = Number(bytes, ref at), column = Number(bytes, ref at);
        switch (kind)
        {
            case List:
                var items = new YamlTree[Count(bytes, ref at)];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = ReadNode(bytes, ref at, depth + 1);
                }

                return new YamlList(items, line, column);
            case Map:
                var entries = new KeyValuePair<YamlText, YamlTree>[Count(bytes, ref at)];
                for (var i = 0; i < entries.Length; i++)
                {
                    var key = ReadNode(bytes, ref at, depth + 1) as YamlText ?? throw Damaged();
                    entries[i] = new(key, ReadNode(bytes, ref at, depth + 1));
                }

                return new YamlMap(entries, line, column);
            case PlainText or QuotedText or BlockText:
                return new YamlText(Encoding.UTF8.GetString(bytes[Piece(bytes, ref at)]), line, column, kind == QuotedText, kind == BlockText);
            default:
                throw Damaged();
        }
    }

    /// <summary>A count of nodes: each takes at least one byte, so a larger one is damage and not worth an allocation.</summary>
    private static int Count(ReadOnlySpan<byte> bytes, ref int at) => Number(bytes, ref at) is var count && count <= bytes.Length - at ? count : throw Damaged();

    /// <summary>Bytes behind their length.</summary>
    private static Range Piece(ReadOnlySpan<byte> bytes, ref int at)
    {
        var length = Count(bytes, ref at);
        at += length;
        return (at - length)..at;
    }

    private static int Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = 0;
        for (var shift = 0; shift < 28 && at < bytes.Length; shift += 7)
        {
            var next = bytes[at++];
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
