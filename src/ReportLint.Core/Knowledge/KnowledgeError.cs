namespace ReportLint.Core.Knowledge;

/// <summary>How serious a mistake in a knowledge file is.</summary>
public enum KnowledgeSeverity
{
    /// <summary>What it concerns works, but not well.</summary>
    Warning,

    /// <summary>What it concerns is left out.</summary>
    Error,
}

/// <summary>A mistake in a rule, phrase or lexicon file. The other files still count.</summary>
/// <param name="Path">The file, as it was named to the loader.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in UTF-16 code units, from 1.</param>
/// <param name="Length">Length of the offending piece, at least 1.</param>
/// <param name="Message">What is wrong and, where one is near, the right name.</param>
public sealed record KnowledgeError(string Path, int Line, int Column, int Length, string Message)
{
    /// <summary>How serious it is.</summary>
    public KnowledgeSeverity Severity { get; init; } = KnowledgeSeverity.Error;

    /// <summary>A mistake at a place of a file.</summary>
    public static KnowledgeError At(KnowledgeFile file, YamlTree place, string message) =>
        new(file.Path, place.Line, place.Column, place is YamlText { Text.Length: > 0 } text ? text.Text.Length : 1, message);

    /// <summary>The mistake as <c>path(line,column): error: message</c>.</summary>
    public override string ToString() =>
        $"{Path}({Line},{Column}): {(Severity == KnowledgeSeverity.Error ? "error" : "warning")}: {Message}";
}
