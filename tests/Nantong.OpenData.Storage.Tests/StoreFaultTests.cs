using System.Net;
using System.Text;
using Azure;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Storage.Tests;

/// <summary>What a store can answer instead of what was asked, through the real clients: each answer is the store's fault and is told in its own
/// words.</summary>
public sealed class StoreFaultTests
{
    [Fact]
    public void Every_status_is_explained_with_the_words_of_the_store() =>
        Assert.All(
            Enumerable.Range(200, 400),
            status =>
            {
                var reason = StoreFault.Explain(new RequestFailedException(status, "words of the store\nmore", "SomeCode", null));
                Assert.Contains($"status {status}", reason, StringComparison.Ordinal);
                Assert.Contains("words of the store", reason, StringComparison.Ordinal);
                Assert.DoesNotContain("more", reason, StringComparison.Ordinal);
            }
        );

    [Fact]
    public void A_full_disk_is_named_as_what_it_is() =>
        Assert.Contains(
            "no room left",
            StoreFault.Explain(new RequestFailedException(500, "ENOSPC: no space left on device, write")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(200, "text/html", "<html><body>Sign in</body></html>")]
    [InlineData(200, "application/json", "<html><body>Sign in</body></html>")]
    [InlineData(200, "application/json", "{\"value\":[{\"PartitionKey\":\"a\"")]
    [InlineData(200, "application/json", "{\"valve\":[]}")]
    [InlineData(200, "application/json", "[]")]
    [InlineData(200, "application/json", "")]
    [InlineData(200, "application/json", "\u0000\u0001")]
    [InlineData(302, "text/html", "<html>elsewhere</html>")]
    [InlineData(400, "application/json", "{\"odata.error\":")]
    [InlineData(400, "text/html", "<html>Bad request</html>")]
    [InlineData(409, "application/json", "not JSON")]
    [InlineData(413, "text/html", "<html>Too large</html>")]
    public async Task A_garbled_answer_of_the_table_service_is_no_defect_of_ours(int status, string type, string body)
    {
        using var service = new HttpListener();
        var address = Listen(service);
        _ = AnswerAsync(service, status, type, body);
        var store = Store.Connect(
            $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAA;"
                + $"BlobEndpoint={address}devstoreaccount1;TableEndpoint={address}devstoreaccount1"
        );
        using var snapshots = new Snapshots(store, TimeProvider.System);

        await snapshots.RefreshAsync();

        Assert.False(snapshots.Condition.Reachable);
        Assert.Contains($"status {status}", snapshots.Condition.Problem, StringComparison.Ordinal);
        Assert.IsType<SnapshotAnswer.Unavailable>(await snapshots.FindAsync("plan", VersionPin.Latest));
    }

    private static string Listen(HttpListener service)
    {
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        service.Prefixes.Add(address);
        service.Start();
        return address;
    }

    private static async Task AnswerAsync(HttpListener service, int status, string type, string body)
    {
        try
        {
            while (true)
            {
                var context = await service.GetContextAsync();
                (context.Response.StatusCode, context.Response.ContentType) = (status, type);
                context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: false);
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
