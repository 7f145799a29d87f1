using ReportLint.Core.Text;

namespace ReportLint.Core.Diagnostics;

/// <summary>Somebody's word that findings of some rules are all right at some place. Immutable.</summary>
/// <param name="Ids">Ids or names of rules as written, at least one.</param>
/// <param name="Scopes">The places that it speaks for, in the document; findings whose place overlaps one or lies in it. Empty where there is no such place.</param>
/// <param name="Place">Where it stands; empty at the start for one of a file beside the document.</param>
/// <param name="Reason">The reason given, or empty.</param>
/// <param name="Source">The file beside the document that it stands in, or null.</param>
/// <param name="Around">The block around the place, which it speaks for where <paramref name="Scopes"/> hold no such finding; or null.</param>
public sealed record Suppression(IReadOnlyList<string> Ids, IReadOnlyList<TextSpan> Scopes, TextSpan Place, string Reason, string? Source = null, TextSpan? Around = null)
{
    /// <summary>The comment that speaks for the block behind it.</summary>
    public const string Disable = "reportlint-disable";

    /// <summary>The comment that speaks for its own line.</summary>
    public const string DisableLine = "reportlint-disable-line";

    /// <summary>The comment that speaks for the document.</summary>
    public const string DisableFile = "reportlint-disable-file";

    /// <summary>The words that a comment may begin with.</summary>
    public static readonly IReadOnlyList<string> Words = [Disable, DisableLine, DisableFile];

    /// <summary>What a comment begins with that is meant for ReportLint and is none of <see cref="Words"/>; or null.</summary>
    public string? UnknownWord { get; init; }
}

/// <summary>A line of a file beside a document that suppresses findings in it.</summary>
/// <param name="Ids">Ids or names of rules.</param>
/// <param name="Line">The line that it speaks for, from 1; null for the whole document, or for what <paramref name="Text"/> says.</param>
/// <param name="Text">The text that it speaks for, wherever it stands; or null.</param>
/// <param name="Reason">The reason given, or empty.</param>
/// <param name="Source">Name of the file for messages.</param>
public sealed record OutsideSuppression(IReadOnlyList<string> Ids, int? Line, string? Text, string Reason, string Source);
