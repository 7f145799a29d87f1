namespace ReportLint.Core.Knowledge;

/// <summary>A mistake in a rule, phrase or lexicon file. The other files still count.</summary>
/// <param name="Path">The file, as it was named to the loader.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in UTF-16 code units, from 1.</param>
/// <param name="Length">Length of the offending piece, at least 1.</param>
/// <param name="Message">What is wrong and, where one is near, the right name.</param>
public sealed record KnowledgeError(string Path, int Line, int Column, int Length, string Message)
{
    /// <summary>The error as <c>path(line,column): message</c>.</summary>
    public override string ToString() => $"{Path}({Line},{Column}): {Message}";
}

/// <summary>A knowledge file: its name for messages, and its text.</summary>
/// <param name="Path">Name for messages, relative and with forward slashes.</param>
/// <param name="Content">The YAML text.</param>
public sealed record KnowledgeFile(string Path, string Content);
