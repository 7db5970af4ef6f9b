using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Nantong.OpenData.Benchmarks.Measuring;

namespace Nantong.OpenData.Benchmarks.Micro;

/// <summary>BenchmarkDotNet over <see cref="PlanWork"/>, in this process: nothing is generated or built for it.</summary>
internal static class MicroBenchmark
{
    public static Task RunAsync(Settings settings, TextWriter output)
    {
        var report = Report.Begin("micro", "Parser, diff, search and serialisation", output);
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(settings.Rounds).WithIterationCount(settings.Rounds * 3);
        var config = ManualConfig
            .CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .HideColumns(Column.Error, Column.Gen0, Column.Gen1, Column.Gen2)
            .AddLogger(NullLogger.Instance)
            .WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "opendata-micro"));
        Report.Say("Measuring with BenchmarkDotNet");
        var log = new AccumulationLogger();
        MarkdownExporter.GitHub.ExportToLog(BenchmarkRunner.Run<PlanWork>(config), log);
        report.Add("BenchmarkDotNet 0.15.8 on the JIT compiler, in process; allocations are those of one operation.");
        report.Add(log.GetLog().Trim());
        report.End();
        return Task.CompletedTask;
    }
}
