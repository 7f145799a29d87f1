namespace ReportLint.Worker;

/// <summary>What tells from outside that a draft may have changed.</summary>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Time">When it was last written, in ticks of 100 nanoseconds.</param>
/// <param name="Around">Hash of what its findings depend on besides it; empty where there is nothing.</param>
public readonly record struct DraftStamp(long Length, long Time, string Around = "");
