using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Server;

/// <summary>Where the process listens, and what it logs of that.</summary>
internal static class Listener
{
    private const string LocalUrl = "http://127.0.0.1:7071"; // where `func start` would listen, too

    extension(WebApplicationBuilder app)
    {
        /// <summary>Listens wherever <c>ASPNETCORE_URLS</c> and <c>--urls</c> say, else on the loopback alone.</summary>
        public WebApplicationBuilder AddListener()
        {
            app.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                RequestLimits.Set(kestrel.Limits);
            });
            app.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = RequestLimits.Listen);
            if (app.Configuration["urls"] is null or "")
                app.WebHost.UseUrls(LocalUrl);
            app.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning); // a line per request costs throughput and repeats what traces tell
            app.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", StartUp.LogsItself);
            app.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", StartUp.LogsItself);
            return app;
        }
    }
}
