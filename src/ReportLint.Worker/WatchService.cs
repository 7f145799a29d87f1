using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReportLint.Core.Diagnostics;
using ReportLint.Core.Knowledge;
using ReportLint.Workspace.Files;

namespace ReportLint.Worker;

/// <summary>
/// Keeps the diagnostics of a folder current until it is stopped. Events only say when to look; a look at the whole folder
/// says what changed. It looks at the start, after events, until all that changed has rested, and on a timer.
/// </summary>
public sealed class WatchService(WatchOptions options, FolderLinter linter, IHostApplicationLifetime lifetime, ILogger<WatchService> logger) : BackgroundService
{
    private static readonly TimeSpan FallbackPoll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _hint = new(0);
    private readonly HashSet<SkippedPath> _told = [];
    private readonly Dictionary<string, string> _failures = new(StringComparer.Ordinal);
    private HashSet<string> _mistakes = [];
    private HashSet<string> _ruleMistakes = [];
    private readonly List<FolderWatcher> _ruleWatchers = [];
    private FolderWatcher? _watcher;
    private bool _isPolling = options.Poll is not null;
    private bool _isAway;

    /// <summary>What ended the service against its will, or null.</summary>
    public Exception? Crash { get; private set; }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _watcher?.Dispose();
        _ruleWatchers.ForEach(static w => w.Dispose());
        _hint.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Off the thread that starts the host.
            await Task.Yield();
            while (!stoppingToken.IsCancellationRequested)
            {
                Watch();
                var pass = Task.Run(() => Look(stoppingToken), CancellationToken.None);
                await End(pass, stoppingToken).ConfigureAwait(false);
                await Rest(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogInformation("stopped");
        }
#pragma warning disable CA1031 // Not swallowed: the host is stopped and the process ends with a failure that names it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Crash = exception;
            logger.LogCritical("crashed: {Type}: {Message}", exception.GetType().Name, exception.Message);
            lifetime.StopApplication();
        }
    }

    /// <summary>Waits for a pass; once stopping, only so long: one giant draft must not hold up the end, and nothing can be torn.</summary>
    private static async Task End(Task pass, CancellationToken stopping)
    {
        try
        {
            await pass.WaitAsync(stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!pass.IsCompleted)
        {
            await Task.WhenAny(pass, Task.Delay(StopPatience, CancellationToken.None)).ConfigureAwait(false);
            throw;
        }
    }

    private void Watch()
    {
        if (_isPolling || _watcher is not null || !Directory.Exists(options.Directory))
        {
            return;
        }

        try
        {
            _watcher = new FolderWatcher(options.Directory, options.Output, Hint, exception =>
            {
                logger.LogWarning("watching broke down, polling every {Seconds} s from now on: {Message}", FallbackPoll.TotalSeconds, exception.Message);
                _isPolling = true;
                Hint();
            });
            logger.LogInformation("watching {Directory}", options.Directory);
            WatchRules();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            logger.LogWarning("watching cannot be had, polling every {Seconds} s instead: {Message}", FallbackPoll.TotalSeconds, exception.Message);
            _isPolling = true;
        }
    }

    /// <summary>Where this cannot be had, a change is seen at the next look on the timer.</summary>
    private void WatchRules()
    {
        if (_ruleWatchers.Count > 0)
        {
            return;
        }

        foreach (var folder in linter.RuleFolders)
        {
            try
            {
                _ruleWatchers.Add(new FolderWatcher(Path.GetFullPath(folder), options.Output, Hint, static _ => { }));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
            {
                logger.LogWarning("the rules in {Folder} cannot be watched and are looked at every {Seconds} s: {Message}", folder, options.Rescan.TotalSeconds, exception.Message);
            }
        }
    }

    private void Look(CancellationToken stopping)
    {
        try
        {
            linter.Pass(lintsAll: false, Tell, stopping);
            if (_isAway)
            {
                logger.LogInformation("the folder {Directory} is back", options.Directory);
            }

            _isAway = false;
        }
        catch (DirectoryNotFoundException) when (!Directory.Exists(options.Directory))
        {
            // A share that is not mounted looks like a deleted folder: the diagnostics stay until it is back.
            if (!_isAway)
            {
                logger.LogWarning("the folder {Directory} is away; waiting for it", options.Directory);
            }

            _isAway = true;
            _watcher?.Dispose();
            _watcher = null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogError("the index could not be written, trying again: {Message}", exception.Message);
        }

        if (linter.HasNewRules)
        {
            logger.LogInformation("the rules changed: all drafts are checked again");
        }

        _ruleMistakes = TellNew(linter.RuleErrors, _ruleMistakes);

        // One that was mended and made again is told again; where nothing was due, no configuration was read.
        var mistakes = TellNew(linter.ConfigurationErrors, _mistakes);
        if (mistakes.Count > 0)
        {
            _mistakes = mistakes;
        }

        foreach (var leftOut in linter.LeftOut.Where(_told.Add))
        {
            logger.LogWarning("skipped {Path}: {Reason}", leftOut.Path, leftOut.Reason);
        }
    }

    /// <summary>Tells the mistakes that were not told before.</summary>
    /// <returns>All of them.</returns>
    private HashSet<string> TellNew(IReadOnlyList<KnowledgeError> mistakes, HashSet<string> told)
    {
        foreach (var mistake in mistakes.Where(m => !told.Contains(m.ToString())))
        {
            logger.Log(mistake.Severity == KnowledgeSeverity.Error ? LogLevel.Error : LogLevel.Warning, "{Mistake}", mistake);
        }

        return mistakes.Select(static m => m.ToString()).ToHashSet(StringComparer.Ordinal);
    }

    private void Tell(DraftOutcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            // Told once: it is tried again and again until what is in the way is gone.
            if (_failures.GetValueOrDefault(outcome.Path) != failure)
            {
                _failures[outcome.Path] = failure;
                logger.LogError("{Path}: the diagnostics could not be written, trying again: {Message}", outcome.Path, failure);
            }

            return;
        }

        _failures.Remove(outcome.Path);
        if (outcome.Result is { } result)
        {
            logger.LogInformation(
                "{Path}: {Errors} errors, {Warnings} warnings, {Infos} infos",
                outcome.Path,
                result.Diagnostics.Count(static d => d.Severity == DiagnosticSeverity.Error),
                result.Diagnostics.Count(static d => d.Severity == DiagnosticSeverity.Warning),
                result.Diagnostics.Count(static d => d.Severity == DiagnosticSeverity.Info));
        }
        else
        {
            logger.LogInformation("{Path}: gone, diagnostics removed", outcome.Path);
        }
    }

    /// <summary>Waits for a hint, or until the next look is due; hints that come together count as one.</summary>
    private async Task Rest(CancellationToken stopping)
    {
        var idle = _isAway ? FallbackPoll : _isPolling ? options.Poll ?? FallbackPoll : options.Rescan;
        var step = options.Rest / 2;
        if (await _hint.WaitAsync(linter.IsRestless && step < idle ? step : idle, stopping).ConfigureAwait(false))
        {
            await Task.Delay(options.Rest / 10, stopping).ConfigureAwait(false);
            while (_hint.Wait(0, CancellationToken.None))
            {
            }
        }
    }

    private void Hint()
    {
        try
        {
            if (_hint.CurrentCount == 0)
            {
                _hint.Release();
            }
        }
        catch (ObjectDisposedException)
        {
            // An event that comes after the end.
        }
    }
}
