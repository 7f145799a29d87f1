using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ReportLint.Benchmarks;

if (args is [StartBenchmark.Nothing])
{
    return 0;
}

if (args is [StartBenchmark.Verb, .. var rest])
{
    return StartBenchmark.Run(rest);
}

if (args is [CheckBenchmark.Verb, .. var others])
{
    return CheckBenchmark.Run(others);
}

// A few rounds in this process: what counts are ratios, and they are there in a minute.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkRunner.Run<ThroughputBenchmarks>(config, args);
return 0;
