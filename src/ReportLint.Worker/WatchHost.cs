using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using ReportLint.Workspace;

namespace ReportLint.Worker;

/// <summary>The process that watches: a generic host with one service, stopped by SIGTERM, SIGINT or SIGQUIT.</summary>
public static class WatchHost
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(4);

    /// <summary>Runs until it is stopped.</summary>
    /// <exception cref="WorkerCrashedException">The service ended by itself.</exception>
    public static void Run(WatchOptions options, DraftLinter linter, DiagnosticsStore store, WatchedRules? rules = null)
    {
        // Nothing of the surroundings counts: no appsettings.json of the working directory, no environment.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddConsole(static console => console.FormatterName = LineFormatter.FormatterName);
        builder.Logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(static console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<ConsoleLifetimeOptions>(static lifetime => lifetime.SuppressStatusMessages = true);
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(new FolderLinter(options, linter, store, TimeProvider.System, rules));
        builder.Services.AddSingleton<WatchService>();
        builder.Services.AddHostedService(static services => services.GetRequiredService<WatchService>());
        Exception? crash;
        using (var host = builder.Build())
        {
            var service = host.Services.GetRequiredService<WatchService>();
            host.Run();
            crash = service.Crash;
        }

        if (crash is not null)
        {
            throw new WorkerCrashedException(crash);
        }
    }
}

/// <summary>The worker ended by itself; the process must not look as if it had been stopped.</summary>
public sealed class WorkerCrashedException(Exception cause) : Exception($"the worker crashed: {cause.GetType().Name}: {cause.Message}", cause);
