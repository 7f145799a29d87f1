namespace ReportLint.Formats.Word;

/// <summary>A footnote or endnote that the text marks.</summary>
/// <param name="IsEndnote">True for an endnote.</param>
/// <param name="Id">Its id in the file.</param>
/// <param name="Label">What is printed for it.</param>
internal readonly record struct WordNote(bool IsEndnote, string Id, string Label);

/// <summary>Numbers the notes in the order of their marks.</summary>
/// <param name="endnoteFormat">Word's number format of endnotes.</param>
internal sealed class WordNotes(string endnoteFormat)
{
    private readonly List<WordNote> _notes = [];
    private readonly Dictionary<(bool, string), string> _labels = [];
    private int _footnotes;
    private int _endnotes;

    /// <summary>The notes in the order of their first marks.</summary>
    public IReadOnlyList<WordNote> All => _notes;

    /// <summary>What is printed for a note that nothing marks: Word gives it no number.</summary>
    /// <param name="index">Which of them it is, from zero.</param>
    public static string Unmarked(int index) => index == 0 ? "unmarked" : $"unmarked {WordNumbering.Write(index + 1, "decimal")}";

    /// <summary>The label that the mark of a note prints.</summary>
    public string Mark(bool isEndnote, string id)
    {
        if (!_labels.TryGetValue((isEndnote, id), out var label))
        {
            label = isEndnote ? WordNumbering.Write(++_endnotes, endnoteFormat) : WordNumbering.Write(++_footnotes, "decimal");
            _labels[(isEndnote, id)] = label;
            _notes.Add(new WordNote(isEndnote, id, label));
        }

        return label;
    }
}
