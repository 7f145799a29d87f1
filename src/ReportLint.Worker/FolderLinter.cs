using ReportLint.Core;
using ReportLint.Core.Knowledge;
using ReportLint.Workspace;
using ReportLint.Workspace.Annotated;
using ReportLint.Workspace.Files;

namespace ReportLint.Worker;

/// <summary>What became of one draft in a pass.</summary>
/// <param name="Path">The draft, relative to the folder of drafts, with forward slashes.</param>
/// <param name="Result">Its findings; null where it was removed, or could not be worked on.</param>
/// <param name="Failure">Why its diagnostics could not be written or removed; null where they could.</param>
public sealed record DraftOutcome(string Path, LintResult? Result, string? Failure);

/// <summary>Looks at a folder of drafts, lints what is due, and keeps the folder of diagnostics in step. One thread at a time.</summary>
public sealed class FolderLinter
{
    /// <summary>Drafts linted between two writes of the index: what a killed process has to do again.</summary>
    private const int BatchSize = 200;

    /// <summary>How often a draft that changes while it is read is read where there is no later look.</summary>
    private const int MostTries = 5;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    private readonly WatchOptions _options;
    private readonly WatchedRules? _rules;
    private readonly DiagnosticsStore _store;
    private readonly TimeProvider _time;
    private readonly DraftTracker _tracker;
    private readonly long _start;
    private readonly object _gate = new();
    private DraftLinter _linter;
    private DraftNeighbours _neighbours = new();
    private int _writing;
    private bool _isStopped;

    /// <summary>Takes over the drafts that the store knows.</summary>
    /// <param name="options">What to look at.</param>
    /// <param name="linter">Lints by the rules as they are at the start.</param>
    /// <param name="store">Where diagnostics go.</param>
    /// <param name="time">Tells how time goes by.</param>
    /// <param name="rules">The rules that may change; null where none may.</param>
    public FolderLinter(WatchOptions options, DraftLinter linter, DiagnosticsStore store, TimeProvider time, WatchedRules? rules = null)
    {
        _options = options;
        _linter = linter;
        _store = store;
        _time = time;
        _rules = rules;
        _start = time.GetTimestamp();
        _tracker = new DraftTracker(options.Rest);
        foreach (var path in store.Entries.Keys)
        {
            _tracker.Know(path);
        }
    }

    private readonly record struct Work(string Path, Draft Draft, DraftStamp Stamp);

    private readonly record struct Done(Work Work, bool HasRested, bool WasChanged, DraftOutcome? Outcome);

    /// <summary>Links and folders that the last look left out.</summary>
    public IReadOnlyList<SkippedPath> LeftOut { get; private set; } = [];

    /// <summary>The mistakes in configuration files that the last look met.</summary>
    public IReadOnlyList<KnowledgeError> ConfigurationErrors => _linter.Configuration?.Errors ?? [];

    /// <summary>The folders of rules that may change, as the user named them.</summary>
    public IReadOnlyList<string> RuleFolders => _rules?.Folders ?? [];

    /// <summary>The mistakes in rule files that changed; where one is an error, the last good rules are in use.</summary>
    public IReadOnlyList<KnowledgeError> RuleErrors => _rules?.Mistakes ?? [];

    /// <summary>True where the last look took up other rules, so that every draft is due again.</summary>
    public bool HasNewRules { get; private set; }

    /// <summary>True where something must be looked at again soon.</summary>
    public bool IsRestless { get; private set; }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Looks at the folder once and does what is due.</summary>
    /// <param name="lintsAll">True to lint every draft that is due even where its diagnostics are current, and to tell of one that cannot be read in rest: for a single look.</param>
    /// <param name="tell">Called for each draft that was linted, removed or failed, in ordinal order of the paths.</param>
    /// <param name="cancellation">Stops at once: drafts that are being read are left alone, no more is written, and what was finished is entered in the index.</param>
    /// <exception cref="DirectoryNotFoundException">The folder of drafts is not there. Nothing was changed.</exception>
    /// <exception cref="IOException">The index could not be written.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public void Pass(bool lintsAll, Action<DraftOutcome> tell, CancellationToken cancellation)
    {
        var walk = FileWalker.Walk([_options.Directory], _options.WorkingDirectory, _options.Output);
        if (walk.Missing.Count > 0)
        {
            throw new DirectoryNotFoundException($"the folder '{_options.Directory}' is not there");
        }

        LeftOut = [.. walk.Skipped, .. walk.Unreadable];
        TakeRules();
        _linter.Configuration?.Forget();
        _neighbours = new();
        var works = new Dictionary<string, Work>(StringComparer.Ordinal);
        foreach (var draft in walk.Drafts)
        {
            var path = Relative(draft.FullPath);
            if (Stamp(draft.FullPath, path) is { } stamp)
            {
                works[path] = new(path, draft, stamp);
                if (_store.Entries.ContainsKey(path) && !_store.Has(path))
                {
                    _tracker.Forget(path);
                }
            }
        }

        var unreadable = walk.Unreadable.Select(folder => Relative(Path.GetFullPath(folder.Path, _options.WorkingDirectory))).ToList();
        var plan = _tracker.Look(
            works.ToDictionary(static w => w.Key, static w => w.Value.Stamp, StringComparer.Ordinal),
            path => unreadable.Exists(folder => folder == "." || path.StartsWith(folder + "/", StringComparison.Ordinal)),
            Now);
        IsRestless = plan.IsRestless || _rules is { IsRestless: true };
        foreach (var path in plan.Gone)
        {
            tell(Remove(path));
        }

        foreach (var batch in plan.Due.Chunk(BatchSize))
        {
            try
            {
                OrderedParallel.Run([.. batch.Select(path => works[path])], Environment.ProcessorCount, work => Lint(work, lintsAll), done => Take(done, tell), cancellation, abandons: true);
            }
            finally
            {
                if (cancellation.IsCancellationRequested)
                {
                    StopWriting();
                }

                _store.WriteIndex();
            }
        }

        _store.WriteIndex();
    }

    private void TakeRules()
    {
        var renewed = _rules?.Look(_store.Rules, Now);
        HasNewRules = renewed is not null;
        if (renewed is var (linter, version))
        {
            _linter = linter;
            _store.Renew(version);
            _tracker.Renew();
        }
    }

    /// <summary>Waits for what is being written, and lets nothing more be: the drafts that are still being read come to nothing.</summary>
    private void StopWriting()
    {
        lock (_gate)
        {
            _isStopped = true;
            while (_writing > 0)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private bool MayWrite()
    {
        lock (_gate)
        {
            _writing += _isStopped ? 0 : 1;
            return !_isStopped;
        }
    }

    private void HasWritten()
    {
        lock (_gate)
        {
            _writing--;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>On any thread: reads, lints and writes one draft, unless it changes meanwhile.</summary>
    private Done Lint(Work work, bool lintsAll)
    {
        var content = DraftReader.Load(work.Draft);
        for (var tries = 1; Stamp(work.Draft.FullPath, work.Path) is var stamp && stamp != work.Stamp; tries++)
        {
            if (!lintsAll || stamp is null)
            {
                return new(work, HasRested: false, WasChanged: true, null);
            }

            if (tries == MostTries)
            {
                return new(work, HasRested: true, WasChanged: true, new(work.Path, null, "the draft changed each time that it was read"));
            }

            Thread.Sleep(BetweenTries);
            work = work with { Stamp = Stamp(work.Draft.FullPath, work.Path) ?? work.Stamp };
            content = DraftReader.Load(work.Draft);
        }

        var hash = DiagnosticsStore.Hash(content);
        if (!lintsAll && _store.IsCurrent(work.Path, hash, work.Stamp.Around))
        {
            return new(work, HasRested: true, WasChanged: false, null);
        }

        var result = _linter.Lint(work.Draft, content);

        // The draft may name other files than before.
        var named = DraftNeighbours.NamedBy(result.Document);
        var around = _neighbours.Hash(work.Draft.FullPath, named);
        work = work with { Stamp = work.Stamp with { Around = around } };
        if (!MayWrite())
        {
            return new(work, HasRested: false, WasChanged: true, null);
        }

        try
        {
            var annotates = _store.Annotates && AnnotatedCopy.Obstacle(result) is null;
            _store.Write(work.Path, hash, result, annotates ? Copy : null, around, named, _linter.MistakesAround(work.Draft));
            return new(work, HasRested: true, WasChanged: true, new(work.Path, result, null));
        }
#pragma warning disable CA1031 // Besides the disk: a draft that cannot be annotated must not take the worker with it; the message names it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new(work, HasRested: true, WasChanged: true, new(work.Path, result, exception.Message));
        }
        finally
        {
            HasWritten();
        }

        byte[]? Copy(byte[]? there, bool wasOurs) => there is null
            ? AnnotatedCopy.Make(result, content.Bytes, default, _linter.Reading)
            : AnnotatedCopy.Remake(result, content.Bytes, there, wasOurs, _linter.Reading);
    }

    private void Take(Done done, Action<DraftOutcome> tell)
    {
        var path = done.Work.Path;
        if (!done.HasRested)
        {
            _tracker.Changed(path);
            IsRestless = true;
        }
        else if (done.Outcome?.Failure is not null)
        {
            _tracker.Failed(path, done.Work.Stamp, Now);
        }
        else
        {
            _tracker.Linted(path, done.Work.Stamp, done.WasChanged, Now);
            IsRestless |= done.WasChanged;
        }

        if (done.Outcome is { } outcome)
        {
            tell(outcome);
        }
    }

    private DraftOutcome Remove(string path)
    {
        try
        {
            _store.Remove(path);
            _tracker.Forget(path);
            return new(path, null, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _tracker.Failed(path, null, Now);
            return new(path, null, exception.Message);
        }
    }

    private string Relative(string fullPath) => FileWalker.DisplayPath(fullPath, _options.Directory);

    private DraftStamp? Stamp(string fullPath, string path)
    {
        try
        {
            var file = RegularFile.Target(fullPath);
            return file.Exists ? new(file.Length, file.LastWriteTimeUtc.Ticks, _neighbours.Hash(fullPath, _store.Entries.TryGetValue(path, out var entry) ? entry.Named : [])) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
