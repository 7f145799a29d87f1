using ReportLint.Core.Documents;

namespace ReportLint.Core.Facts.References;

/// <summary>Tells of each numbered mark which number should come.</summary>
internal static class NoteOrder
{
    /// <summary>Sets <see cref="FootnoteMark.Expected"/> of marks in the running text, by scope. A number that was missed is told once.</summary>
    public static void Set(IReadOnlyList<Fact> marks)
    {
        Dictionary<string, List<FootnoteMark>>? scopes = null;
        foreach (var fact in marks)
        {
            if (fact is FootnoteMark { Number: >= 1 } mark)
            {
                scopes ??= new(StringComparer.Ordinal);
                if (!scopes.TryGetValue(mark.Scope, out var all))
                {
                    scopes[mark.Scope] = all = [];
                }

                all.Add(mark);
            }
        }

        if (scopes is not null)
        {
            foreach (var scope in scopes.Values)
            {
                SetScope(InOrder(scope));
            }
        }
    }

    private static void SetScope(List<FootnoteMark> marks)
    {
        var seen = new HashSet<int>();
        var hasFirst = false;
        foreach (var mark in marks)
        {
            hasFirst |= NumberOf(mark) == 1;
            if (!IsInText(mark))
            {
                seen.Add(NumberOf(mark));
            }
        }

        var next = 1;
        foreach (var mark in marks)
        {
            if (!hasFirst || !IsInText(mark))
            {
                continue;
            }

            while (seen.Contains(next))
            {
                next++;
            }

            mark.Expected = next;
            if (NumberOf(mark) > next)
            {
                // What was passed over counts as seen.
                next = NumberOf(mark) < int.MaxValue ? NumberOf(mark) + 1 : next;
            }
            else
            {
                seen.Add(NumberOf(mark));
            }
        }
    }

    private static int NumberOf(FootnoteMark mark) => (int)mark.Number!.Value;

    /// <summary>By their places in the file; marks of one place keep their order.</summary>
    private static List<FootnoteMark> InOrder(List<FootnoteMark> marks)
    {
        for (var i = 1; i < marks.Count; i++)
        {
            if (marks[i].Source.Start < marks[i - 1].Source.Start)
            {
                return [.. marks.OrderBy(static m => m.Source.Start)];
            }
        }

        return marks;
    }

    private static bool IsInText(FootnoteMark mark) => mark.Block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Heading;
}
