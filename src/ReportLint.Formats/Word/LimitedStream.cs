using System.Globalization;

namespace ReportLint.Formats.Word;

/// <summary>
/// Reads a part of a package and counts what comes out of it: what the archive says of its sizes is believed only where it is bad enough.
/// </summary>
internal sealed class LimitedStream : Stream
{
    private readonly Stream _inner;
    private readonly string _name;
    private readonly long _compressedLength;
    private readonly ReaderLimits _limits;
    private long _length;

    /// <summary>Begins to read a part.</summary>
    /// <param name="inner">Where the part comes from, unpacked; closed with this stream.</param>
    /// <param name="name">Name of the part, for messages.</param>
    /// <param name="statedLength">What the archive says that it unpacks to, in bytes.</param>
    /// <param name="compressedLength">Its packed length in bytes.</param>
    /// <param name="limits">The limits.</param>
    /// <exception cref="UnreadableFileException">The stated length is past a limit already.</exception>
    public LimitedStream(Stream inner, string name, long statedLength, long compressedLength, ReaderLimits limits)
    {
        _inner = inner;
        _name = name;
        _compressedLength = compressedLength;
        _limits = limits;
        Demand(statedLength);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = _inner.Read(buffer);
        _length += read;
        Demand(_length);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Demand(long length)
    {
        if (length > _limits.MaximumPartBytes)
        {
            throw new UnreadableFileException(string.Create(CultureInfo.InvariantCulture, $"The part '{_name}' unpacks to more than the limit of {_limits.MaximumPartBytes:N0} bytes."));
        }

        if (length > _limits.UncheckedPartBytes && length > _compressedLength * _limits.MaximumExpansion)
        {
            throw new UnreadableFileException(string.Create(CultureInfo.InvariantCulture, $"The part '{_name}' unpacks to more than {_limits.MaximumExpansion} times its size."));
        }
    }
}
