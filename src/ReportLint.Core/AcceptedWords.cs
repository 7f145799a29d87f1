namespace ReportLint.Core;

/// <summary>Words that a configuration accepts. Case does not count. Immutable.</summary>
public sealed record AcceptedWords
{
    /// <summary>None.</summary>
    public static readonly AcceptedWords None = new();

    /// <summary>Names that are right as they are: RL4003 does not flag them.</summary>
    public IReadOnlySet<string> Names { get; init; } = new HashSet<string>();

    /// <summary>Acronyms that need no expansion: RL4004.</summary>
    public IReadOnlySet<string> Acronyms { get; init; } = new HashSet<string>();

    /// <summary>Terms that may be written so, whatever the document writes elsewhere: RL4007.</summary>
    public IReadOnlySet<string> Terms { get; init; } = new HashSet<string>();
}
