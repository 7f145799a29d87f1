namespace ReportLint.Core.Text;

/// <summary>What lists of spans can do.</summary>
internal static class TextSpans
{
    /// <summary>Sorts by start, then by length. Most lists are in order, and sorting them by the framework's means is compiled at run time.</summary>
    public static void SortByPlace(this List<TextSpan> spans)
    {
        for (var i = 1; i < spans.Count; i++)
        {
            if (spans[i] < spans[i - 1])
            {
                spans.Sort();
                return;
            }
        }
    }
}
