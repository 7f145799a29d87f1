using System.Globalization;
using ReportLint.Core.Documents;

namespace ReportLint.Core.Facts.References;

/// <summary>
/// The chapters in which the numbers of notes begin again. They do where one label has several notes with headings between them, every
/// chapter of such headings that has notes has marks, and the other way round; notes gathered at the end of the document have one scope.
/// </summary>
internal sealed class NoteChapters
{
    private readonly List<int> _starts;

    private NoteChapters(List<int> starts) => _starts = starts;

    /// <summary>Finds the chapters of a document.</summary>
    public static NoteChapters Of(ReportDocument document)
    {
        var starts = new List<int>();
        if (LevelBetweenNamesakes(document) is { } level)
        {
            foreach (var block in document.Blocks)
            {
                if (block.Kind == BlockKind.Heading && block.Level <= level)
                {
                    starts.Add(block.Span.Start);
                }
            }
        }

        var chapters = new NoteChapters(starts);
        return starts.Count == 0 || chapters.HaveMarksAndNotes(document) ? chapters : new NoteChapters([]);
    }

    /// <summary>Where the notes of a mark at this place stand: <c>document</c>, or a chapter.</summary>
    public string ScopeOf(int position) => _starts.Count == 0 ? "document" : "chapter " + ChapterOf(position).ToString(CultureInfo.InvariantCulture);

    private int ChapterOf(int position)
    {
        var at = _starts.BinarySearch(position);
        return at >= 0 ? at + 1 : ~at;
    }

    /// <summary>The deepest level on which each two notes of one label are parted by a heading; null where no label has two, or two are not parted.</summary>
    private static int? LevelBetweenNamesakes(ReportDocument document)
    {
        if (document.Footnotes.Count < 2)
        {
            return null;
        }

        if (!HasNamesakes(document))
        {
            return null;
        }

        var last = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        int? level = null;
        var headings = document.Blocks.Where(static b => b.Kind == BlockKind.Heading).ToList();
        var next = 0;

        // Headings that no later one tops: the first of them at or behind a place is the topmost since then.
        var (places, levels) = (new List<int>(), new List<int>());
        foreach (var note in document.Footnotes.OrderBy(static n => n.Span.Start))
        {
            for (; next < headings.Count && headings[next].Span.Start < note.Span.Start; next++)
            {
                while (levels.Count > 0 && levels[^1] >= headings[next].Level)
                {
                    levels.RemoveAt(levels.Count - 1);
                    places.RemoveAt(places.Count - 1);
                }

                places.Add(next);
                levels.Add(headings[next].Level);
            }

            if (last.TryGetValue(note.Label, out var before))
            {
                var at = places.BinarySearch(before);
                at = at < 0 ? ~at : at;
                if (at == levels.Count)
                {
                    return null;
                }

                level = Math.Min(level ?? levels[at], levels[at]);
            }

            last[note.Label] = next;
        }

        return level;
    }

    private static bool HasNamesakes(ReportDocument document)
    {
        var labels = new HashSet<string>(document.Footnotes.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var note in document.Footnotes)
        {
            if (!labels.Add(note.Label))
            {
                return true;
            }
        }

        return false;
    }

    private bool HaveMarksAndNotes(ReportDocument document)
    {
        var notes = document.Footnotes.Select(n => ChapterOf(n.Span.Start)).ToHashSet();
        var marks = document.Blocks
            .SelectMany(static b => b.Marks)
            .Where(static m => m.Kind == MarkKind.FootnoteReference)
            .Select(m => ChapterOf(m.Source.Start))
            .ToHashSet();
        return notes.SetEquals(marks);
    }
}
