namespace ReportLint.Core.Facts.References;

/// <summary>The exhibits of a document by kind and series.</summary>
internal sealed class ExhibitIndex
{
    private readonly Dictionary<string, Kind> _kinds = new(StringComparer.Ordinal);

    private sealed class Kind
    {
        public Dictionary<string, (HashSet<string> Labels, decimal Highest)> Series { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Labels { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Chapters { get; } = new(StringComparer.Ordinal);

        public decimal HighestChapter { get; set; }
    }

    /// <summary>Sorts the exhibits.</summary>
    public ExhibitIndex(IReadOnlyList<Fact> exhibits)
    {
        foreach (var fact in exhibits)
        {
            var exhibit = (Exhibit)fact;
            if (!_kinds.TryGetValue(exhibit.Kind, out var kind))
            {
                _kinds[exhibit.Kind] = kind = new Kind();
            }

            if (!kind.Labels.Add(exhibit.Label))
            {
                continue;
            }

            var key = ReferenceLabel.SeriesOf(exhibit.Label);
            var (labels, highest) = kind.Series.TryGetValue(key, out var known) ? known : ([], 0);
            labels.Add(exhibit.Label);
            kind.Series[key] = (labels, Math.Max(highest, ReferenceLabel.LastNumberOf(exhibit.Label) ?? 0));
            if (exhibit.Label.IndexOf('.', StringComparison.Ordinal) is var point and > 0)
            {
                kind.Chapters.Add(exhibit.Label[..point]);
                kind.HighestChapter = Math.Max(kind.HighestChapter, ReferenceLabel.LastNumberOf(exhibit.Label[..point]) ?? 0);
            }
        }
    }

    /// <summary>True where the document has an exhibit of the kind.</summary>
    public bool HasKind(string kind) => _kinds.ContainsKey(kind);

    /// <summary>How many exhibits of the kind the document has.</summary>
    public int CountOf(string kind) => _kinds.TryGetValue(kind, out var known) ? known.Labels.Count : 0;

    /// <summary>
    /// How many exhibits of the kind are in the label's series, and how far its number lies above the highest of them. Where
    /// the series of a label such as 6.1 has none, but the document has a 6 or a 5.1 and 7.1, all labels with a point count; where it has none with a point and the chapter lies above its highest, the chapters count.
    /// </summary>
    public (int Siblings, decimal? Beyond) Series(string kindName, string label)
    {
        if (!_kinds.TryGetValue(kindName, out var kind))
        {
            return (0, null);
        }

        if (kind.Series.TryGetValue(ReferenceLabel.SeriesOf(label), out var series))
        {
            return (series.Labels.Count, ReferenceLabel.LastNumberOf(label) - series.Highest);
        }

        var point = label.IndexOf('.', StringComparison.Ordinal);
        if (point > 0 && kind.Chapters.Count >= 2 && ReferenceLabel.LastNumberOf(label[..point]) is { } chapter)
        {
            return (kind.Series.Where(static s => s.Key.EndsWith('.')).Sum(static s => s.Value.Labels.Count), chapter - kind.HighestChapter);
        }

        // 4.2 where the document has 1 to 3.
        if (point > 0 && kind.Chapters.Count == 0 && kind.Series.TryGetValue(ReferenceLabel.SeriesOf(label[..point]), out var whole) &&
            ReferenceLabel.LastNumberOf(label[..point]) is { } number && number > whole.Highest)
        {
            return (whole.Labels.Count, number - whole.Highest);
        }

        return (0, null);
    }
}
