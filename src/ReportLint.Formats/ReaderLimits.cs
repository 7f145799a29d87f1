namespace ReportLint.Formats;

/// <summary>What a reader takes on. A file past a limit becomes one RL0001 notice, never a crash.</summary>
public sealed record ReaderLimits
{
    /// <summary>The limits in use where nothing else is said.</summary>
    public static readonly ReaderLimits Default = new();

    /// <summary>Size of a file in bytes; 64 MiB.</summary>
    public int MaximumBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Size of a file of text, in whatever markup, in bytes; 32 MiB.</summary>
    public int MaximumTextBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Block quotes, lists and list items inside each other; 300, so 150 lists deep.</summary>
    public int MaximumNesting { get; init; } = 300;

    /// <summary>
    /// Runs of <c>*</c>, <c>_</c>, <c>~</c> and <c>[</c> in one paragraph; 4,000. A paragraph past it is read without its
    /// inline markup, because pairing such runs costs the square of their number.
    /// </summary>
    public int MaximumInlineRuns { get; init; } = 4_000;

    /// <summary>Cells of one table, those that fill up short rows included; 1,000,000.</summary>
    public int MaximumCells { get; init; } = 1_000_000;

    /// <summary>Elements inside each other; 400.</summary>
    public int MaximumElementDepth { get; init; } = 400;

    /// <summary>Elements and stretches of text of one file; 1,500,000.</summary>
    public int MaximumNodes { get; init; } = 1_500_000;

    /// <summary>Parts of one Office file; 10,000.</summary>
    public int MaximumParts { get; init; } = 10_000;

    /// <summary>Size of one unpacked part of an Office file in bytes, counted as it comes out; 64 MiB.</summary>
    public long MaximumPartBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many times its packed size a part may unpack to, beyond <see cref="UncheckedPartBytes"/>; 150.</summary>
    public int MaximumExpansion { get; init; } = 150;

    /// <summary>Size of an unpacked part in bytes up to which its expansion does not matter; 4 MiB.</summary>
    public long UncheckedPartBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Elements of one part of an Office file; 3,000,000.</summary>
    public int MaximumPartElements { get; init; } = 3_000_000;

    /// <summary>Text of one Office file in UTF-16 code units; 16,000,000.</summary>
    public int MaximumText { get; init; } = 16_000_000;
}
