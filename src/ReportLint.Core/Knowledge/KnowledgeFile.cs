using ReportLint.Core.Knowledge.Images;

namespace ReportLint.Core.Knowledge;

/// <summary>A knowledge file: its name for messages, and its text. Immutable and thread-safe.</summary>
public sealed class KnowledgeFile
{
    private readonly int _index;

    /// <summary>A file that is read as YAML.</summary>
    /// <param name="path">Name for messages, relative and with forward slashes.</param>
    /// <param name="content">The YAML text.</param>
    public KnowledgeFile(string path, string content) => (Path, Content) = (path, content);

    internal KnowledgeFile(string path, KnowledgeImage image, int index) => (Path, Image, _index) = (path, image, index);

    /// <summary>Name for messages, relative and with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The YAML text.</summary>
    public string Content => field ??= Image!.ContentOf(_index);

    /// <summary>What <see cref="Content"/> says, where that is known already; null where the YAML has yet to be read.</summary>
    public YamlTree? Tree => Image?.TreeOf(_index);

    /// <summary>The image that holds what this file says; null where it is read as YAML.</summary>
    internal KnowledgeImage? Image { get; }

    /// <summary>What the file is, by its first key; only for a file of an image.</summary>
    internal string Kind => Image!.KindOf(_index);

    /// <summary>The tree without the examples of a rule; only for a file of an image.</summary>
    internal YamlTree WithoutExamples => Image!.TreeOf(_index, withExamples: false);
}
