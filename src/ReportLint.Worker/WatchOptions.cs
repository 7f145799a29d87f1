namespace ReportLint.Worker;

/// <summary>What to watch, and how.</summary>
public sealed record WatchOptions
{
    /// <summary>The folder of drafts; a full path.</summary>
    public required string Directory { get; init; }

    /// <summary>The folder of diagnostics; a full path, not the folder of drafts itself. May lie inside it.</summary>
    public required string Output { get; init; }

    /// <summary>What names in outputs are relative to; a full path.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Time between two looks at the folder where nothing is watched; null to watch, and poll only where that fails.</summary>
    public TimeSpan? Poll { get; init; }

    /// <summary>How long a draft's size and time must not have changed before it is linted.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Time between two looks at the folder although no event came.</summary>
    public TimeSpan Rescan { get; init; } = TimeSpan.FromSeconds(10);
}
