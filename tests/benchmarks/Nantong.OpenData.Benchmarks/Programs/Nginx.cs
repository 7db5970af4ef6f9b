using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.Programs;

/// <summary>nginx with one worker on the servers' core, serving a folder of files under several configurations, each at a port of its own.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    /// <summary>The configurations by name: which is fastest depends on the size of the file, so that all are measured and the best one
    /// counts.</summary>
    private static readonly (string Name, string Directives)[] Configurations =
    [
        ("sendfile off", "sendfile off;"),
        ("sendfile on", "sendfile on; tcp_nopush off;"),
        ("sendfile on, tcp_nopush on", "sendfile on; tcp_nopush on;"),
        ("sendfile off, open_file_cache", "sendfile off; open_file_cache max=1000 inactive=1h; open_file_cache_valid 1h;"),
        (
            "sendfile on, tcp_nopush on, open_file_cache",
            "sendfile on; tcp_nopush on; open_file_cache max=1000 inactive=1h; open_file_cache_valid 1h;"
        ),
    ];

    private readonly DirectoryInfo folder;
    private readonly ChildProcess process;

    private Nginx(DirectoryInfo folder, ChildProcess process, IReadOnlyList<(string, Uri)> servers) =>
        (this.folder, this.process, Servers) = (folder, process, servers);

    /// <summary>Id of its first process, which has started the worker.</summary>
    public int ProcessId => process.TiedId!.Value;

    /// <summary>Each configuration, and where it serves.</summary>
    public IReadOnlyList<(string Name, Uri Address)> Servers { get; }

    /// <summary>Starts it.</summary>
    /// <param name="files">What it serves: name and bytes.</param>
    public static async Task<Nginx> StartAsync(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var folder = Directory.CreateTempSubdirectory("opendata-nginx-");
        folder.CreateSubdirectory("files");
        foreach (var (name, bytes) in files)
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "files", name), bytes);

        var servers = Configurations.Select(configuration => (configuration.Name, configuration.Directives, Port: LocalPort.FindFree())).ToList();
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "nginx.conf"),
            Text(folder.FullName, servers.Select(server => (server.Directives, server.Port)))
        );
        var process = Pinned.Start(
            Pinned.Server,
            Tool.Get("nginx", "nginx-light"),
            ["-p", folder.FullName, "-c", "nginx.conf", "-e", "error.log"],
            folder.FullName
        );
        var nginx = new Nginx(folder, process, [.. servers.Select(server => (server.Name, new Uri($"http://127.0.0.1:{server.Port}")))]);
        await Listening.WaitAsync(nginx.Servers[^1].Address, process);
        return nginx;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string Text(string folder, IEnumerable<(string Directives, int Port)> servers) =>
        $$"""
            daemon off;
            {{(Environment.IsPrivilegedProcess ? "user root root;" : "")}}
            worker_processes 1;
            pid nginx.pid;
            events { worker_connections 1024; }
            http {
              types { application/json json; text/csv csv; }
              default_type application/json;
              access_log off;
              keepalive_timeout 1h;
              keepalive_requests 1000000000;
              root {{folder}}/files;
              client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/fastcgi; uwsgi_temp_path
              {{folder}}/uwsgi; scgi_temp_path {{folder}}/scgi;
              {{string.Join("\n  ", servers.Select(server => $"server {{ listen 127.0.0.1:{server.Port}; {server.Directives} }}"))}}
            }
            """;
}
