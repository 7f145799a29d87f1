using ReportLint.Core.Documents;

namespace ReportLint.Core.Facts.Dates;

/// <summary>
/// Finds in a list whose items begin with times of day the one that no clock shows: by itself <c>24:30</c> could be a score.
/// </summary>
internal sealed class ListTimes
{
    private const int FewestTimes = 2;
    private const int LastHour = 29;

    private readonly List<(BlockDates Found, WrittenTime Time)> _wrong = [];
    private ListBlock? _list;
    private int _times;
    private bool _isPadded;

    /// <summary>Comes to a block that stands in no list.</summary>
    public void Leave() => Enter(null);

    /// <summary>Takes the next block of the document.</summary>
    public void Take(BlockDates found)
    {
        var list = found.Tokens.Block.Block.List;
        Enter(list);
        if (list is null || TimeReader.LeadingClock(found.Tokens, 0) is not { } time)
        {
            return;
        }

        if (time.IsValid)
        {
            _times++;
            _isPadded |= TimeReader.IsPadded(found.Tokens, 0);
        }
        else if (time.Hour <= LastHour && !found.Times.Any(static t => t.First == 0))
        {
            _wrong.Add((found, time));
        }
    }

    private void Enter(ListBlock? list)
    {
        if (list != _list)
        {
            Close();
            _list = list;
        }
    }

    /// <summary>Ends the list that is open; its impossible times become times of their blocks.</summary>
    public void Close()
    {
        if (_wrong.Count > 0 && _times >= FewestTimes && _isPadded)
        {
            foreach (var (found, time) in _wrong)
            {
                found.Add(time);
            }
        }

        _wrong.Clear();
        _times = 0;
        _isPadded = false;
    }
}
