using BenchmarkDotNet.Running;
using ReportLint.Benchmarks;

BenchmarkRunner.Run<ThroughputBenchmarks>(args: args);
