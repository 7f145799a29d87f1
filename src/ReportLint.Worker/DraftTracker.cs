namespace ReportLint.Worker;

/// <summary>What a look at the folder asks for.</summary>
/// <param name="Due">Drafts that changed and have rested, by relative path in ordinal order.</param>
/// <param name="Gone">Drafts that have been away for as long, likewise.</param>
/// <param name="IsRestless">True where something must be looked at again soon.</param>
public sealed record TrackerPlan(IReadOnlyList<string> Due, IReadOnlyList<string> Gone, bool IsRestless);

/// <summary>
/// Decides from one look at the folder after another which drafts to lint. A change counts only when it has rested: editors
/// save by writing, renaming and deleting in turn, and copies grow. Knows no files and no clock. Not thread-safe.
/// </summary>
public sealed class DraftTracker(TimeSpan rest)
{
    /// <summary>A time stamp may be this coarse (FAT: 2 s): a draft is looked into once more when it is over.</summary>
    private static readonly TimeSpan StampGrain = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, (DraftStamp? Stamp, TimeSpan Since)> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Done> _done = new(StringComparer.Ordinal);

    private readonly record struct Done(DraftStamp Stamp, TimeSpan? LookAgain);

    /// <summary>Takes over a draft that is known from before and may have been deleted meanwhile.</summary>
    public void Know(string path) => _done[path] = new(new(-1, -1), null);

    /// <summary>Takes one look.</summary>
    /// <param name="drafts">Every draft in the folder with its stamp.</param>
    /// <param name="isHidden">True for paths about which this look says nothing, for their folder could not be read.</param>
    /// <param name="now">A time that only grows.</param>
    public TrackerPlan Look(IReadOnlyDictionary<string, DraftStamp> drafts, Func<string, bool> isHidden, TimeSpan now)
    {
        var due = new List<string>();
        var gone = new List<string>();
        var isRestless = false;
        foreach (var (path, stamp) in drafts)
        {
            if (_done.TryGetValue(path, out var done) && done.Stamp == stamp)
            {
                _seen.Remove(path);
                if (done.LookAgain is { } time)
                {
                    if (now >= time)
                    {
                        due.Add(path);
                    }
                    else
                    {
                        isRestless = true;
                    }
                }
            }
            else if (HasRested(path, stamp, now))
            {
                due.Add(path);
            }
            else
            {
                isRestless |= !WaitsForRetry(path, now);
            }
        }

        foreach (var path in _done.Keys.Where(path => !drafts.ContainsKey(path) && !isHidden(path)))
        {
            if (HasRested(path, null, now))
            {
                gone.Add(path);
            }
            else
            {
                isRestless |= !WaitsForRetry(path, now);
            }
        }

        foreach (var path in _seen.Keys.Where(path => !drafts.ContainsKey(path) && !_done.ContainsKey(path)).ToList())
        {
            _seen.Remove(path);
        }

        due.Sort(StringComparer.Ordinal);
        gone.Sort(StringComparer.Ordinal);
        return new(due, gone, isRestless);
    }

    /// <summary>Notes that a draft was linted as it was at a stamp.</summary>
    /// <param name="path">The draft.</param>
    /// <param name="stamp">Its stamp before and after it was read.</param>
    /// <param name="wasChanged">Whether its content was new; then it is looked into once more, for a stamp may be coarse.</param>
    /// <param name="now">A time that only grows.</param>
    public void Linted(string path, DraftStamp stamp, bool wasChanged, TimeSpan now)
    {
        _done[path] = new(stamp, wasChanged ? now + StampGrain : null);
        _seen.Remove(path);
    }

    /// <summary>Notes that what was found in all drafts is out of date: each is due again when it has rested.</summary>
    public void Renew()
    {
        foreach (var path in _done.Keys.ToArray())
        {
            Know(path);
        }
    }

    /// <summary>Notes that a draft changed while it was read: it rests anew.</summary>
    public void Changed(string path) => _seen.Remove(path);

    /// <summary>Notes that the diagnostics of a draft could not be written or removed: it is due again after a while.</summary>
    /// <param name="path">The draft.</param>
    /// <param name="stamp">Its stamp; null for one that is gone.</param>
    /// <param name="now">A time that only grows.</param>
    public void Failed(string path, DraftStamp? stamp, TimeSpan now) => _seen[path] = (stamp, now + Retry - rest);

    /// <summary>Notes that there are no diagnostics of a draft any more; where the draft is there, it is new. Said again, it changes nothing.</summary>
    public void Forget(string path)
    {
        if (_done.Remove(path))
        {
            _seen.Remove(path);
        }
    }

    /// <summary>True for what failed and is not yet to be tried again: the next look on the timer is soon enough.</summary>
    private bool WaitsForRetry(string path, TimeSpan now) => _seen.TryGetValue(path, out var seen) && seen.Since > now;

    private bool HasRested(string path, DraftStamp? stamp, TimeSpan now)
    {
        if (!_seen.TryGetValue(path, out var seen) || seen.Stamp != stamp)
        {
            _seen[path] = seen = (stamp, now);
        }

        return now - seen.Since >= rest;
    }
}
