namespace ReportLint.Core.Text;

/// <summary>Binary search by a question that is answered no up to a place and yes from there on.</summary>
internal static class Sorted
{
    /// <summary>The first index below <paramref name="count"/> for which <paramref name="holds"/> is true; <paramref name="count"/> where there is none.</summary>
    public static int First(int count, Func<int, bool> holds)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
