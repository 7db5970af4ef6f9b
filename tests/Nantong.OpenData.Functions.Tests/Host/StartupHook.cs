using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

/// <summary>Makes a handler of another program throw: .NET runs it there before <c>Main</c>, when <c>DOTNET_STARTUP_HOOKS</c> names this assembly.
/// It has this name and no namespace because .NET looks for it so.</summary>
internal sealed class StartupHook : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    /// <summary>The address whose handler throws.</summary>
    public const string Target = "/v1/config";

    /// <summary>What a request has that is to fail.</summary>
    public const string Header = "X-Handler-Throws";

    /// <summary>What the exception says, which is the operator's to see.</summary>
    public const string Message = "The handler was made to throw.";

    private const string Matched = "Microsoft.AspNetCore.Routing.EndpointMatched";

    /// <summary>Called by .NET.</summary>
    public static void Initialize() => DiagnosticListener.AllListeners.Subscribe(new StartupHook());

    /// <inheritdoc />
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.AspNetCore")
            value.Subscribe(this, name => name == Matched);
    }

    /// <inheritdoc />
    public void OnNext(KeyValuePair<string, object?> value)
    {
        // The worker has routes before ours, one for each function: they are not what is to fail.
        if (
            value.Value is HttpContext context
            && context.Request.Headers.ContainsKey(Header)
            && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: Target }
        )
            throw new InvalidOperationException(Message);
    }

    /// <inheritdoc />
    public void OnCompleted() { }

    /// <inheritdoc />
    public void OnError(Exception error) { }
}
