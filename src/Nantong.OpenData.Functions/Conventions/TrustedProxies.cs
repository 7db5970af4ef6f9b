using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Nantong.OpenData.Functions.Conventions;

/// <summary>The proxies whose word counts on where a request came from, and whether it came encrypted (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>).</summary>
/// <remarks>
/// The header is read from the right for as long as the address that sent or wrote the entry is trusted: what a client writes itself stands further left, and never counts.
/// Behind the Functions host every connection comes from this machine, and the rightmost entry is the platform's: so there this machine is trusted without being asked.
/// </remarks>
internal static class TrustedProxies
{
    private static readonly IPNetwork[] ThisMachine = [IPNetwork.Parse("127.0.0.0/8"), new(IPAddress.IPv6Loopback, 128)];

    /// <summary>Reads addresses and CIDR blocks, separated by commas; null when one is neither.</summary>
    public static IReadOnlyList<IPNetwork>? Parse(string text)
    {
        List<IPNetwork> networks = [];
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(part, out var network)) networks.Add(network);
            else if (!part.Contains('/') && IPAddress.TryParse(part, out var address)) networks.Add(new(address, address.GetAddressBytes().Length * 8));
            else return null;
        }

        return networks;
    }

    extension(WebApplication app)
    {
        /// <summary>Takes the client's address and scheme from proxies that are trusted; does nothing where none is.</summary>
        public WebApplication UseTrustedProxies(string? setting, bool behindHost)
        {
            var trusted = setting is null ? (behindHost ? ThisMachine : []) : Parse(setting) ?? throw new InvalidOperationException("The setting was not checked.");
            if (trusted.Count == 0) return app;

            var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in trusted) options.KnownIPNetworks.Add(network);
            app.UseForwardedHeaders(options);
            return app;
        }
    }
}
