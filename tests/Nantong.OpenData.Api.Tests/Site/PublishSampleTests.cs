using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using Nantong.OpenData.Storage.Inboxes;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>Runs the samples that publish, each with a change of its own, and the inbox after them.</summary>
public sealed class PublishSampleTests(PublishSampleTests.OwnStore own) : IClassFixture<PublishSampleTests.OwnStore>
{
    [ToolTheory("curl")]
    [InlineData("curl.sh", 2021)]
    public Task Curl_publishes(string file, int year) => CheckAsync(file, year);

    [ToolTheory("python3")]
    [InlineData("python.py", 2022)]
    public Task Python_publishes(string file, int year) => CheckAsync(file, year);

    [ModuleTheory("Rscript", "-e", "library(httr)")]
    [InlineData("r.R", 2023)]
    public Task R_publishes(string file, int year) => CheckAsync(file, year);

    [Theory]
    [InlineData("javascript.mjs", 2024)]
    [InlineData("csharp.cs", 2025)]
    public Task JavaScript_and_CSharp_publish(string file, int year) => CheckAsync(file, year);

    private async Task CheckAsync(string file, int year)
    {
        using var run = new SampleRun("publish", file);
        var drop = Directory.CreateDirectory(Path.Combine(run.Folder, "drop")).FullName;
        var message = $"新增{year}年数据";
        await File.WriteAllTextAsync(Path.Combine(drop, "publish.json"), $$"""{"message": "{{message}}"}""");
        own.Rows.Add(string.Create(CultureInfo.InvariantCulture, $"urbanization-rate,nantong,{year},71.20,A,市统计局公报,"));
        await File.WriteAllLinesAsync(Path.Combine(drop, "observations.csv"), ["indicator,area,year,value,status,source,note", .. own.Rows]);

        var inbox = new BlobContainerClient(own.Live.ConnectionString, "inbox");
        var address = inbox.GenerateSasUri(BlobContainerSasPermissions.Create | BlobContainerSasPermissions.Write, DateTimeOffset.UtcNow.AddHours(1));
        var output = await run.RunAsync(("INBOX", address.AbsoluteUri));

        Assert.StartsWith("sent", output, StringComparison.Ordinal);
        var report = Assert.Single(await new Inbox(own.Live.Store, TimeProvider.System).RunAsync());
        Assert.True(report.Outcome is DropOutcome.Published, report.Explanation);
        Assert.Equal(("urbanization-14fyp", "my-change"), (report.Plan, report.Drop));
    }

    /// <summary>A store with the first release.</summary>
    public sealed class OwnStore : IAsyncLifetime
    {
        internal LiveStore Live { get; private set; } = null!;

        /// <summary>The observations so far: a file replaces the one before it whole.</summary>
        internal List<string> Rows { get; } = [];

        public async Task InitializeAsync() => Live = await LiveStore.StartAsync();

        public async Task DisposeAsync() => await Live.DisposeAsync();
    }
}
