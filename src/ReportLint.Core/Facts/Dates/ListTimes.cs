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

    /// <summary>Takes the block that was come to.</summary>
    public void Take(BlockDates found)
    {
        if (_list is null || TimeReader.LeadingClock(found.Tokens, 0) is not { } time)
        {
            return;
        }

        if (time.IsValid)
        {
            _times++;
            _isPadded |= TimeReader.IsPadded(found.Tokens, 0);
        }
        else if (time.Hour <= LastHour && !StandsFirst(found))
        {
            _wrong.Add((found, time));
        }
    }

    private static bool StandsFirst(BlockDates found)
    {
        foreach (var time in found.Times)
        {
            if (time.First == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Comes to a block of a list, or of none.</summary>
    public void Enter(ListBlock? list)
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
