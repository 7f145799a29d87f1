using ReportLint.Core.Facts;

namespace ReportLint.Core.Rules;

/// <summary>What may have happened to a number, the weakest evidence first.</summary>
internal enum SlipKind
{
    /// <summary>Nothing that one slip explains.</summary>
    None,

    /// <summary>It is one step of its last digit away.</summary>
    OneOff,

    /// <summary>One digit is another.</summary>
    Mistyped,

    /// <summary>A digit was lost.</summary>
    Lost,

    /// <summary>A digit was put in or doubled.</summary>
    Added,

    /// <summary>Two neighbouring digits were swapped.</summary>
    Swapped,

    /// <summary>The right number stands elsewhere in the document, of the same thing.</summary>
    Stale,
}

/// <summary>Tells what may have happened to a number.</summary>
internal static class SlipKinds
{
    /// <summary>What makes <paramref name="meant"/> of a number; <see cref="SlipKind.None"/> for words other than one off.</summary>
    public static SlipKind Of(NumericFact written, decimal meant)
    {
        if (Math.Abs(written.Nominal - meant) == written.Step)
        {
            return SlipKind.OneOff;
        }

        Span<char> old = stackalloc char[SlipModel.MostDigits], right = stackalloc char[SlipModel.MostDigits];
        if (written.InWords || written.Step <= 0 || !SlipModel.TryDigits(written.Nominal, written.Step, ref old) ||
            !SlipModel.TryDigits(meant, written.Step, ref right) || !SlipModel.IsOneSlip(old, right))
        {
            return SlipKind.None;
        }

        return old.Length < right.Length ? SlipKind.Lost : old.Length > right.Length ? SlipKind.Added : Differences(old, right) == 2 ? SlipKind.Swapped : SlipKind.Mistyped;
    }

    /// <summary>True where two neighbouring digits are swapped between the digits of two numbers.</summary>
    public static bool AreSwapped(string? a, string? b) =>
        a is not null && b is not null && a.Length == b.Length && SlipModel.IsOneSlip(a, b) && Differences(a, b) == 2;

    private static int Differences(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var count = 0;
        for (var i = 0; i < a.Length; i++)
        {
            count += a[i] == b[i] ? 0 : 1;
        }

        return count;
    }
}
