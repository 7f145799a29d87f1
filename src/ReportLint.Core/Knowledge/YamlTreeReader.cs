using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ReportLint.Core.Knowledge;

/// <summary>
/// Reads YAML into a tree with places, under limits: rule files may come from strangers. Anchors, aliases and tags are
/// refused, so that nothing can expand; size and depth are bounded before anything is built.
/// </summary>
public static class YamlTreeReader
{
    /// <summary>Longest file, in UTF-16 code units.</summary>
    public const int MaximumLength = 1 << 20;

    /// <summary>Deepest nesting.</summary>
    public const int MaximumDepth = 32;

    /// <summary>Reads one file with one document.</summary>
    /// <returns>The tree, or null with at least one error added. An empty file is an error.</returns>
    public static YamlTree? Read(KnowledgeFile file, ICollection<KnowledgeError> errors)
    {
        if (file.Content.Length > MaximumLength)
        {
            errors.Add(new(file.Path, 1, 1, 1, $"the file is longer than {MaximumLength} characters"));
            return null;
        }

        try
        {
            var parser = new Parser(new StringReader(file.Content));
            parser.Consume<StreamStart>();
            if (!parser.Accept<DocumentStart>(out _))
            {
                errors.Add(new(file.Path, 1, 1, 1, "the file is empty"));
                return null;
            }

            parser.Consume<DocumentStart>();
            var tree = ReadNode(parser, 0);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
            {
                throw At(second.Start, "a knowledge file holds one document, and this begins a second");
            }

            return tree;
        }
        catch (YamlException exception)
        {
            var message = exception.InnerException is null ? exception.Message : exception.InnerException.Message;
            errors.Add(new(file.Path, (int)Math.Max(1, exception.Start.Line), (int)Math.Max(1, exception.Start.Column), 1, message));
            return null;
        }
    }

    private static YamlTree ReadNode(Parser parser, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw At(parser.Current!.Start, $"nested deeper than {MaximumDepth} levels");
        }

        if (parser.Accept<AnchorAlias>(out var alias))
        {
            throw At(alias.Start, "aliases are not allowed in knowledge files");
        }

        if (parser.Accept<NodeEvent>(out var node) && (!node.Anchor.IsEmpty || (!node.Tag.IsEmpty && node is not Scalar { IsQuotedImplicit: true })))
        {
            throw At(node.Start, "anchors and tags are not allowed in knowledge files");
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            var isBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
            var isQuoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
            return new YamlText(scalar.Value, (int)scalar.Start.Line, (int)scalar.Start.Column, isQuoted, isBlock);
        }

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<YamlTree>();
            while (!parser.Accept<SequenceEnd>(out _))
            {
                items.Add(ReadNode(parser, depth + 1));
            }

            parser.Consume<SequenceEnd>();
            return new YamlList(items, (int)sequence.Start.Line, (int)sequence.Start.Column);
        }

        var mapping = parser.Consume<MappingStart>();
        var entries = new List<KeyValuePair<YamlText, YamlTree>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.Accept<MappingEnd>(out _))
        {
            var start = parser.Current!.Start;
            if (ReadNode(parser, depth + 1) is not YamlText key)
            {
                throw At(start, "a key must be plain text");
            }

            if (!seen.Add(key.Text))
            {
                throw At(start, $"the key '{key.Text}' stands twice");
            }

            entries.Add(new(key, ReadNode(parser, depth + 1)));
        }

        parser.Consume<MappingEnd>();
        return new YamlMap(entries, (int)mapping.Start.Line, (int)mapping.Start.Column);
    }

    private static YamlException At(Mark mark, string message) => new(mark, mark, message);
}
