using System.Net.Sockets;
using Nantong.OpenData.Api;
using Nantong.OpenData.Api.Polling;

namespace Nantong.OpenData.Server;

/// <summary>The start, as an operator sees it: a setting that cannot work is one line that names it and exit code 1, not a stack trace.</summary>
internal static class StartUp
{
    /// <summary>The runtime's setting by which a socket's completion runs on the thread that notices it.</summary>
    public const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    private static volatile bool over;

    /// <summary>Until the app runs, what the framework would log with a stack trace is reported here, in a line.</summary>
    public static bool LogsItself(LogLevel level) => level >= LogLevel.Warning && (over || level < LogLevel.Error);

    extension(WebApplication app)
    {
        /// <summary>Reads every setting; says which one is wrong, if one is.</summary>
        public bool HasSoundSettings()
        {
            return OpenDataApi.FindFault(app.Services) is not { } fault || Refuse(fault);
        }

        /// <summary>Runs until the app is stopped.</summary>
        /// <returns>The exit code.</returns>
        public int RunToTheEnd()
        {
            using var started = app.Lifetime.ApplicationStarted.Register(() => over = true);
            try
            {
                var loops = new BackgroundLoops(app.Services);
                app.Run();
                return loops.ExitCode;
            }
            catch (Exception error) when (!over && error is IOException or SocketException or FormatException or InvalidOperationException)
            {
                Refuse($"ASPNETCORE_URLS or --urls: {error.Message}");
                return 1;
            }
        }
    }

    private static bool Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return false;
    }
}
