namespace ReportLint.Workspace;

/// <summary>Work on many items at once whose results are taken in the order of the items.</summary>
public static class OrderedParallel
{
    /// <summary>Results that may be under way or waiting for their turn, for each thread: keeps all busy behind one slow item.</summary>
    private const int ItemsPerThread = 4;

    /// <summary>Runs <paramref name="work"/> for every item and hands out the results in order, whatever the number of threads.</summary>
    /// <param name="items">The items.</param>
    /// <param name="threads">Number of threads that work, at least 1.</param>
    /// <param name="work">Called for each item, on any thread but the calling one.</param>
    /// <param name="take">Called for each result, on the calling thread.</param>
    /// <param name="cancellation">Stops between two items.</param>
    /// <param name="abandons">True to leave work that is under way to itself when cancelled, for work that changes nothing; else its end is waited for.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static void Run<TItem, TResult>(
        IReadOnlyList<TItem> items, int threads, Func<TItem, TResult> work, Action<TResult> take, CancellationToken cancellation, bool abandons = false)
    {
        var results = new TaskCompletionSource<TResult>[items.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        using var room = new SemaphoreSlim(threads * ItemsPerThread);
        using var stop = new CancellationTokenSource();
        var stopping = stop.Token;
        var next = -1;
        var workers = new Task[Math.Min(threads, items.Count)];
        for (var i = 0; i < workers.Length; i++)
        {
            workers[i] = Task.Run(Work, CancellationToken.None);
        }

        try
        {
            for (var i = 0; i < results.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                results[i].Task.Wait(cancellation);
                take(results[i].Task.Result);
                results[i] = null!;
                room.Release();
            }
        }
        catch (AggregateException exception) when (exception.InnerExceptions.Count == 1)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerException!);
        }
        finally
        {
            stop.Cancel();
            if (!abandons || !cancellation.IsCancellationRequested)
            {
                Task.WaitAll(workers, CancellationToken.None);
            }
        }

        void Work()
        {
            while (!stopping.IsCancellationRequested)
            {
                try
                {
                    room.Wait(stopping);
                }
                catch (OperationCanceledException)
                {
                    return;
                }

                var mine = Interlocked.Increment(ref next);
                if (mine >= items.Count)
                {
                    return;
                }

                try
                {
                    results[mine].SetResult(work(items[mine]));
                }
#pragma warning disable CA1031 // Not swallowed: it is thrown again on the calling thread, where the result is taken.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    results[mine].SetException(exception);
                }
            }
        }
    }
}
