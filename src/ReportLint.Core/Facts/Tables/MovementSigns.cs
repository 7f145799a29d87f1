namespace ReportLint.Core.Facts.Tables;

/// <summary>
/// The signs of movements between two balances whose labels do not tell whether they came in or went out: <c>Vested 82,270</c>. One or
/// two of them that are taken off make the sum right.
/// </summary>
internal static class MovementSigns
{
    /// <summary>Positions of the parts whose sign must turn so that the sum meets the balance; empty where none or more than two would have to.</summary>
    /// <param name="parts">The opening balance first, then the movements.</param>
    /// <param name="signs">Their signs so far; null where all are added.</param>
    /// <param name="excess">Sum less balance.</param>
    /// <param name="settings">How many movements are tried at most.</param>
    public static int[] Turned(NumericFact[] parts, int[]? signs, decimal excess, TableSettings settings)
    {
        for (var i = 1; i < parts.Length && parts.Length <= settings.Movements; i++)
        {
            if (Twice(parts[i], SignOf(i)) == excess)
            {
                return [i];
            }
        }

        for (var i = 1; i < parts.Length && parts.Length <= settings.Movements; i++)
        {
            for (var j = i + 1; j < parts.Length; j++)
            {
                if (Twice(parts[i], SignOf(i)) + Twice(parts[j], SignOf(j)) == excess)
                {
                    return [i, j];
                }
            }
        }

        return [];

        int SignOf(int part) => signs is null ? 1 : signs[part];
    }

    private static decimal Twice(NumericFact part, int sign) => part.Nominal > 0 && sign > 0 ? 2 * part.Nominal : decimal.MaxValue / 4;
}
