namespace ReportLint.Core.Facts;

/// <summary>A document has more of something than its analysis takes on. The message is the sentence for RL0004.</summary>
internal sealed class LimitExceededException(string message) : Exception(message)
{
}
