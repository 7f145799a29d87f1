namespace ReportLint.Cli;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above <c>--fail-on</c>.</summary>
    public const int Success = 0;

    /// <summary>Findings at or above <c>--fail-on</c>, or examples that failed.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, a mistake in the rules, or an internal error.</summary>
    public const int Failure = 2;
}

/// <summary>A mistake of the person at the keyboard, told in one line.</summary>
internal sealed class UsageException(string message) : Exception(message);
