using System.Globalization;
using System.Text;

namespace ReportLint.Workspace.Output;

/// <summary>How many columns of a terminal a character takes, after Unicode's EastAsianWidth.txt (W and F) and general categories.</summary>
internal static class DisplayWidth
{
    /// <summary>Columns of a tab: a fixed number, for a stop would move with the window.</summary>
    public const int Tab = 4;

    // First and last code point of the wide and full-width blocks; the small gaps in them are unassigned.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
        (0xA000, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF01, 0xFF60),
        (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    /// <summary>0 for marks that stand on the character before, 2 for wide ones, <see cref="Tab"/> for a tab, else 1.</summary>
    public static int Of(Rune rune)
    {
        if (rune.Value is >= ' ' and < 0x300)
        {
            return 1;
        }

        if (rune.Value == '\t')
        {
            return Tab;
        }

        // Control and format characters are shown as one visible sign each, see CodeFrame.
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        {
            return 0;
        }

        foreach (var (first, last) in Wide)
        {
            if (rune.Value <= last)
            {
                return rune.Value >= first ? 2 : 1;
            }
        }

        return 1;
    }
}
