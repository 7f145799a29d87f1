using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Documents;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Decoding;

/// <summary>
/// Bytes to text: UTF-8 and UTF-16 with or without a byte-order mark, else Windows-1252, which is reported because it is
/// a guess. What is no text at all is refused.
/// </summary>
internal static class TextDecoder
{
    /// <summary>A bit for each control that has no place in text; form feed, escape and the line ends have.</summary>
    private const uint BinaryControls = 0xF3FF_C1FE;

    private static readonly (byte[] Start, string Name)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "a PDF file"),
        ("PK\x03\x04"u8.ToArray(), "a ZIP archive or an Office document"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ([0x1F, 0x8B, 0x08], "a gzip archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an Office document of the old kind"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ("{\\rtf"u8.ToArray(), "a Rich Text document"),
    ];

    /// <summary>Decodes a file.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="declared">The encoding that it states; used where the bytes are neither UTF-8 nor UTF-16.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, Encoding? declared = null)
    {
        foreach (var (start, name) in Signatures)
        {
            if (bytes.StartsWith(start))
            {
                return Refuse($"The file is {name}, not text.");
            }
        }

        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return Utf8(bytes[3..], mayGuess: false, null);
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return Utf16(bytes[2..], bigEndian: false);
        }

        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return Utf16(bytes[2..], bigEndian: true);
        }

        return bytes.Contains((byte)0) ? WithoutMark(bytes) : Utf8(bytes, mayGuess: true, declared);
    }

    private static DecodedText Utf8(ReadOnlySpan<byte> bytes, bool mayGuess, Encoding? declared)
    {
        if (TooManyControls(bytes) is { } refusal)
        {
            return refusal;
        }

        if (Utf8IsValid(bytes, out var valid))
        {
            return new(Encoding.UTF8.GetString(bytes), null);
        }

        if (declared is not null)
        {
            return new(declared.GetString(bytes), null);
        }

        // A tail cut inside a character is the mark of a file cut short, not of another encoding, where the rest used such characters.
        var isTruncated = Rune.DecodeFromUtf8(bytes[valid..], out _, out _) == OperationStatus.NeedMoreData;
        if (isTruncated && (!mayGuess || bytes[..valid].ContainsAnyInRange((byte)0x80, (byte)0xFF)))
        {
            return Refuse("The file ends in the middle of a character: it was cut short.");
        }

        if (!mayGuess || LooksLikeUtf8(bytes[..valid]))
        {
            return Refuse($"The file is UTF-8 and corrupt: byte {valid.ToString(CultureInfo.InvariantCulture)} (0x{bytes[valid]:X2}) begins no character.");
        }

        var text = Windows1252.Decode(bytes);
        return new(text, new ReaderNotice(
            ToolDescriptors.UnreadableDocument.Id,
            $"The file is not UTF-8 (byte 0x{bytes[valid]:X2}) and was read as Windows-1252, which is a guess: check this character, and save the file as UTF-8.",
            new TextSpan(valid, 1), // one character a byte
            false));
    }

    /// <summary>True where several characters past ASCII are well-formed UTF-8, which Windows-1252 text hardly ever is by chance.</summary>
    private static bool LooksLikeUtf8(ReadOnlySpan<byte> valid)
    {
        var count = 0;
        while (count < 4)
        {
            var next = valid.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
            {
                return false;
            }

            valid = valid[next..];
            Rune.DecodeFromUtf8(valid, out _, out var used);
            valid = valid[used..];
            count++;
        }

        return true;
    }

    private static bool Utf8IsValid(ReadOnlySpan<byte> bytes, out int valid)
    {
        valid = bytes.Length;
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return true;
        }

        var buffer = new char[4096];
        valid = 0;
        while (true)
        {
            var status = System.Text.Unicode.Utf8.ToUtf16(bytes[valid..], buffer, out var read, out _, replaceInvalidSequences: false, isFinalBlock: true);
            valid += read;
            if (status != OperationStatus.DestinationTooSmall)
            {
                return status == OperationStatus.Done;
            }
        }
    }

    private static DecodedText? TooManyControls(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            return Refuse("The file has NUL bytes: it is not text.");
        }

        var sample = bytes[..Math.Min(bytes.Length, 64 * 1024)];
        var controls = 0;
        var words = MemoryMarshal.Cast<byte, ulong>(sample);
        for (var i = 0; i < words.Length; i++)
        {
            controls += MayHaveControl(words[i]) ? Controls(sample.Slice(i * sizeof(ulong), sizeof(ulong))) : 0;
        }

        controls += Controls(sample[(words.Length * sizeof(ulong))..]);

        return controls * 50 > sample.Length ? Refuse("The file is full of control characters: it is not text.") : null;
    }

    private static int Controls(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var value in bytes)
        {
            controls += value < 32 ? (int)(BinaryControls >> value) & 1 : 0;
        }

        return controls;
    }

    /// <summary>False where none of eight bytes is below 32: taking 32 from one that is borrows its highest bit (S. E. Anderson, Bit Twiddling Hacks, "hasless").</summary>
    private static bool MayHaveControl(ulong bytes) => ((bytes - 0x2020_2020_2020_2020) & ~bytes & 0x8080_8080_8080_8080) != 0;

    private static DecodedText WithoutMark(ReadOnlySpan<byte> bytes)
    {
        // Western text in UTF-16 has its zero bytes in every second place, all of one parity.
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
            {
                _ = (i & 1) == 0 ? even++ : odd++;
            }
        }

        var pairs = sample.Length / 2;
        if (bytes.Length % 2 == 0 && odd * 10 >= pairs * 7 && even * 50 <= pairs)
        {
            return Utf16(bytes, bigEndian: false);
        }

        if (bytes.Length % 2 == 0 && even * 10 >= pairs * 7 && odd * 50 <= pairs)
        {
            return Utf16(bytes, bigEndian: true);
        }

        return Refuse("The file has NUL bytes: it is not text.");
    }

    private static DecodedText Utf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        if (bytes.Length % 2 != 0)
        {
            return Refuse("The file ends in the middle of a character: it was cut short.");
        }

        try
        {
            var text = new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? Refuse("The file has NUL characters: it is not text.") : new(text, null);
        }
        catch (DecoderFallbackException)
        {
            return Refuse("The file is UTF-16 and corrupt: it has half a surrogate pair.");
        }
    }

    private static DecodedText Refuse(string message) =>
        new(null, new ReaderNotice(ToolDescriptors.UnreadableDocument.Id, message, default, true));
}
