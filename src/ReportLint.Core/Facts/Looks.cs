using System.Diagnostics;

namespace ReportLint.Core.Facts;

/// <summary>
/// Counts, in builds that are not for release, each look at the tokens of a block and at a lexicon, so that tests of linear cost see loops that
/// count no work of their own. A loop over a block's array counts once, where it takes the array.
/// </summary>
internal static class Looks
{
    [ThreadStatic]
    private static long _count;

    /// <summary>Looks of this thread so far; always 0 in a build for release.</summary>
    public static long Count => _count;

    /// <summary>Counts one.</summary>
    [Conditional("COUNT_LOOKS")]
    public static void Add() => _count++;
}
