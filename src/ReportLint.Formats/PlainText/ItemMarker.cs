using System.Globalization;

namespace ReportLint.Formats.PlainText;

/// <summary>The bullet or number at the start of a line.</summary>
/// <param name="Length">Its length without the white space behind it.</param>
/// <param name="TextStart">Offset in the line of the item's text.</param>
/// <param name="Kind">The bullet, or the mark behind the number: items of one list have the same.</param>
/// <param name="Number">The number, or null.</param>
internal readonly record struct ItemMarker(int Length, int TextStart, char Kind, int? Number)
{
    /// <summary>Reads a marker; null where the line begins otherwise.</summary>
    public static ItemMarker? Read(ReadOnlySpan<char> line)
    {
        var length = 0;
        int? number = null;
        if (line[0] is '-' or '*' or '•' or '◦' or '▪' or '‣' or '·' or '–')
        {
            length = 1;
        }
        else
        {
            var open = line[0] == '(' ? 1 : 0;
            var digits = open;
            while (digits < line.Length && digits - open < 3 && char.IsAsciiDigit(line[digits]))
            {
                digits++;
            }

            if (digits == open || digits >= line.Length || line[digits] is not ('.' or ')') || (open == 1 && line[digits] != ')'))
            {
                return null;
            }

            number = int.Parse(line[open..digits], CultureInfo.InvariantCulture);
            length = digits + 1;
        }

        var text = length;
        while (text < line.Length && line[text] is ' ' or '\t' or '\u00A0')
        {
            text++;
        }

        return text == length || text == line.Length ? null : new ItemMarker(length, text, line[length - 1], number);
    }

    /// <summary>True where an item with this marker can follow one with the other in one list.</summary>
    public bool Follows(ItemMarker other) => Kind == other.Kind && (Number is null ? other.Number is null : Number == other.Number + 1);
}
