using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Reading;

/// <summary>The app over a store of its own.</summary>
internal static class LiveStoreServing
{
    extension(LiveStore live)
    {
        /// <summary>Starts the app over the store, and waits until it is ready.</summary>
        public async Task<RunningApp> ServeAsync()
        {
            var app = await RunningApp.StartAsync(("OpenDataStorage", live.ConnectionString), ("OpenData__PollSeconds", "1"));
            using var ready = await app.AskUntilAsync("/health/ready", (response, _) => response.IsSuccessStatusCode);
            return app;
        }
    }
}
