using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using ReportLint.Core.Text;

namespace ReportLint.Formats.Markdown.Syntax;

/// <summary>Mends the lines of a leaf before Markdig reads its inlines.</summary>
internal static class Lines
{
    /// <summary>Gives a new leaf room for one line, for most have no more. Markdig would take room for eight.</summary>
    public static BlockState ForOne(BlockState state, BlockProcessor processor)
    {
        if (state != BlockState.None && processor.NewBlocks.Count > 0 && processor.NewBlocks.Peek() is LeafBlock leaf)
        {
            leaf.Lines = new StringLineGroup(1);
        }

        return state;
    }

    /// <summary>
    /// Markdig copies a line that begins inside a tab's columns, and the copy has no place in the file any more.
    /// Such a line becomes a slice of the file again, without the white space it begins with.
    /// </summary>
    public static void Restore(ref StringLineGroup lines, string source)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            ref var line = ref lines.Lines[i];
            if (ReferenceEquals(line.Slice.Text, source))
            {
                continue;
            }

            var visible = line.Slice.AsSpan().TrimStart([' ', '\t']);
            var end = source.AsSpan(line.Position).IndexOfAny('\r', '\n');
            end = end < 0 ? source.Length : line.Position + end;
            var start = source.AsSpan(line.Position, end - line.Position).LastIndexOf(visible);
            if (start >= 0)
            {
                start += line.Position;
                line.Slice = new StringSlice(source, start, start + visible.Length - 1, line.NewLine);
            }
        }
    }

    /// <summary>Takes <c>{#name .class}</c> off the end of the last line.</summary>
    public static Attribute? TakeAttributes(ref StringLineGroup lines)
    {
        if (lines.Count == 0)
        {
            return null;
        }

        ref var line = ref lines.Lines[lines.Count - 1];
        var text = line.Slice.AsSpan().TrimEnd([' ', '\t']);
        if (text is not [.., '}'])
        {
            return null;
        }

        var open = text.LastIndexOf('{');
        if (open < 0 || open + 2 >= text.Length || text[open + 1] is not ('#' or '.' or ':' or '-'))
        {
            return null;
        }

        var inside = text[(open + 1)..^1];
        if (inside.ContainsAny('{', '}', '`'))
        {
            return null;
        }

        var hash = inside.IndexOf('#');
        TextSpan name = default;
        if (hash >= 0)
        {
            var length = inside[(hash + 1)..].IndexOfAny(' ', '\t');
            length = length < 0 ? inside.Length - hash - 1 : length;
            name = new TextSpan(line.Slice.Start + open + 1 + hash + 1, length);
        }

        line.Slice.End = line.Slice.Start + text[..open].TrimEnd([' ', '\t']).Length - 1;
        return new Attribute(name);
    }

    /// <summary>What <c>{#name}</c> said.</summary>
    /// <param name="Name">Where the name stands; empty where there was none.</param>
    public sealed record Attribute(TextSpan Name);
}
