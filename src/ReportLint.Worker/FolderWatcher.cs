namespace ReportLint.Worker;

/// <summary>Events of the file system as one hint: something may have changed. What did, only a look at the folder tells.</summary>
internal sealed class FolderWatcher : IDisposable
{
    private readonly FileSystemWatcher _watcher;

    /// <summary>Begins to watch a folder and all folders in it.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="output">A folder whose events do not count, for they are our own.</param>
    /// <param name="changed">Called on any thread for every event, and after events were lost.</param>
    /// <param name="failed">Called on any thread when watching broke down; no more events come.</param>
    /// <exception cref="IOException">Watching cannot be had, such as past the system's limit.</exception>
    public FolderWatcher(string directory, string output, Action changed, Action<Exception> failed)
    {
        var ours = output + Path.DirectorySeparatorChar;
        _watcher = new FileSystemWatcher(directory)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        void OnEvent(object sender, FileSystemEventArgs change)
        {
            if (!change.FullPath.StartsWith(ours, StringComparison.Ordinal))
            {
                changed();
            }
        }

        _watcher.Created += OnEvent;
        _watcher.Changed += OnEvent;
        _watcher.Deleted += OnEvent;
        _watcher.Renamed += OnEvent;
        _watcher.Error += (_, error) =>
        {
            if (error.GetException() is InternalBufferOverflowException)
            {
                changed();
            }
            else
            {
                failed(error.GetException());
            }
        };
        try
        {
            _watcher.EnableRaisingEvents = true;
        }
        catch
        {
            _watcher.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _watcher.Dispose();
}
