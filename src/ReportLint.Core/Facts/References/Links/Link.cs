using ReportLint.Core.Text;

namespace ReportLint.Core.Facts.References.Links;

/// <summary>A link or an image. Its text is the visible text of the link; its place is that of the target, where the file shows one.</summary>
public sealed class Link : Fact
{
    internal static readonly FactType FactType = new(
        "Link", "a link or an image, with where it points", "[fees](#fees); ![chart](chart1.png); [text][label]",
        new FactProperty("kind", ValueKind.Text, "where it points", static f => Value.Of(((Link)f).Kind.ToString().ToLowerInvariant()))
        {
            Symbols = ["anchor", "file", "site", "address", "template", "reference"],
        },
        new FactProperty("target", ValueKind.Text, "the target as written; for a reference, its label", static f => Value.Of(((Link)f).Target)),
        new FactProperty("image", ValueKind.Truth, "whether it is an image", static f => Value.Of((bool?)((Link)f).IsImage)),
        new FactProperty("path", ValueKind.Text, "the path of a file, decoded; unknown for other kinds", static f => Value.Of(((Link)f).Path is { Length: > 0 } p ? p : null)),
        new FactProperty("fragment", ValueKind.Text, "what stands behind # where it is a place in this very document, decoded; unknown otherwise", static f => Value.Of(((Link)f).Fragment)),
        new FactProperty("anchor", ValueKind.Text, "the fragment as LinkTarget.key has it: letters and digits, lower case; unknown where it names no heading", static f => Value.Of(((Link)f).Anchor)),
        new FactProperty("there", ValueKind.Truth, "whether the file is there; unknown where nobody looked", static f => Value.Of(((Link)f).IsThere)),
        new FactProperty("lost", ValueKind.Truth, "whether the folder that it points into did not come along with the document (settings/references.yml: lost_files, lost_share)", static f => Value.Of((bool?)((Link)f).IsLost)),
        new FactProperty("repeated", ValueKind.Truth, "whether an earlier link of the document points at the same file", static f => Value.Of((bool?)((Link)f).IsRepeated)),
        new FactProperty("problem", ValueKind.Text, "what is wrong with the form of its target; unknown where nothing is", static f => Value.Of(((Link)f).Problem is { Length: > 0 } p ? p : null)));

    /// <inheritdoc/>
    public override FactType Type => FactType;

    /// <inheritdoc/>
    public override TextSpan Span => Source;

    /// <summary>Where it points.</summary>
    public required LinkKind Kind { get; init; }

    /// <summary>The target as written.</summary>
    public required string Target { get; init; }

    /// <summary>True for an image.</summary>
    public bool IsImage { get; init; }

    /// <summary>The path of a file, decoded; empty for other kinds.</summary>
    public string Path { get; init; } = "";

    /// <summary>What stands behind <c>#</c> where it is a place in this very document, or null.</summary>
    public string? Fragment { get; init; }

    /// <summary>The fragment in the form of <see cref="LinkTarget.Key"/>, or null where it names no heading.</summary>
    public string? Anchor { get; init; }

    /// <summary>Whether the file is there; null where nobody looked.</summary>
    public bool? IsThere { get; init; }

    /// <summary>True where the folder that it points into did not come along with the document.</summary>
    public bool IsLost { get; init; }

    /// <summary>True where an earlier link points at the same file.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>What is wrong with the form of its target; empty where nothing is.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Its place in the file.</summary>
    public required TextSpan Source { get; init; }
}
