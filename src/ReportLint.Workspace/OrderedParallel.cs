using System.Runtime.ExceptionServices;

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
        var slots = new Slot<TResult>[Math.Min(threads * ItemsPerThread, items.Count)];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = new();
        }

        using var room = new SemaphoreSlim(slots.Length);
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
            for (var i = 0; i < items.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                take(slots[i % slots.Length].Take(cancellation));
                room.Release();
            }
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

                var slot = slots[mine % slots.Length];
                try
                {
                    slot.Fill(work(items[mine]));
                }
#pragma warning disable CA1031 // Not swallowed: it is thrown again on the calling thread, where the result is taken.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    slot.Fail(exception);
                }
            }
        }
    }

    /// <summary>
    /// Room for one result after the other. It lives as long as the run, so the collector takes it for old; a task for each item would, too, and then each
    /// would keep its result, draft and all, until old objects are looked at.
    /// </summary>
    private sealed class Slot<TResult>
    {
        private TaskCompletionSource _filled = new();
        private TResult? _result;
        private ExceptionDispatchInfo? _failure;

        public void Fill(TResult result)
        {
            _result = result;
            _filled.SetResult();
        }

        public void Fail(Exception exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            _filled.SetResult();
        }

        /// <summary>Waits for the result, and lets go of it.</summary>
        public TResult Take(CancellationToken cancellation)
        {
            _filled.Task.Wait(cancellation);
            _filled = new();
            _failure?.Throw();
            var result = _result!;
            _result = default;
            return result;
        }
    }
}
