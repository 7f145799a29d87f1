namespace ReportLint.Core.Rules;

/// <summary>Finds the right name near a wrong one.</summary>
internal static class Suggestion
{
    /// <summary><c>; did you mean 'x'?</c>, or where nothing is near and the choice is small, <c>; it is one of …</c>, or nothing.</summary>
    public static string For(string wrong, IEnumerable<string> right)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        var all = right.ToList();
        foreach (var name in all)
        {
            var distance = TextDistance.Between(wrong.ToLowerInvariant(), name.ToLowerInvariant());
            if (distance < bestDistance || (distance == bestDistance && string.CompareOrdinal(name, best) < 0))
            {
                (best, bestDistance) = (name, distance);
            }
        }

        if (best is not null && bestDistance <= Math.Max(1, Math.Max(wrong.Length, best.Length) / 3))
        {
            return $"; did you mean '{best}'?";
        }

        all.Sort(StringComparer.Ordinal);
        return all.Count is > 0 and <= 24 ? $"; there is {string.Join(", ", all)}" : "";
    }
}

/// <summary>Damerau–Levenshtein distance in its optimal string alignment form: no piece is edited twice.</summary>
internal static class TextDistance
{
    /// <summary>The least number of insertions, deletions, substitutions and swaps of neighbours that turn one text into the other.</summary>
    public static int Between(string a, string b)
    {
        int[] before = new int[b.Length + 1], last = new int[b.Length + 1], current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, last, current) = (last, current, before);
        }

        return last[b.Length];
    }
}
