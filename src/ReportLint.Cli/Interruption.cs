using System.Runtime.InteropServices;

namespace ReportLint.Cli;

/// <summary>Ends a run early by Ctrl-C, SIGTERM or SIGHUP: the first signal lets it clear up, a second one ends it at once.</summary>
internal static class Interruption
{
    // What shells add to the number of the signal that ended a process.
    private const int SignalBase = 128;

    /// <summary>Runs work that stops by a token.</summary>
    /// <returns>What the work gave, or 128 and the number of the signal that stopped it.</returns>
    public static int Run(Func<CancellationToken, int> work)
    {
        using var cancellation = new CancellationTokenSource();
        var code = 0;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, 2));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, 15));
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Stop(context, 1));
        try
        {
            return work(cancellation.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return code;
        }

        void Stop(PosixSignalContext context, int signal)
        {
            context.Cancel = Interlocked.CompareExchange(ref code, SignalBase + signal, 0) == 0;
            if (context.Cancel)
            {
                cancellation.Cancel();
            }
        }
    }
}
