using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Nantong.OpenData.Api.Requests;

/// <summary>The proxies whose word counts on where a request came from, and whether it came encrypted (<c>X-Forwarded-For</c>,
/// <c>X-Forwarded-Proto</c>).</summary>
/// <remarks>
/// The header is read from the right for as long as the address that sent or wrote the entry is trusted: what a client writes itself stands further
/// left, and never counts.
/// </remarks>
internal static class TrustedProxies
{
    /// <summary>Reads addresses and CIDR blocks, separated by commas; null when one is neither.</summary>
    public static IReadOnlyList<IPNetwork>? Parse(string text)
    {
        List<IPNetwork> networks = [];
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(part, out var network))
                networks.Add(network);
            else if (!part.Contains('/') && IPAddress.TryParse(part, out var address))
                networks.Add(new(address, address.GetAddressBytes().Length * 8));
            else
                return null;
        }

        return networks;
    }

    extension(IApplicationBuilder app)
    {
        /// <summary>Takes the client's address and scheme from proxies that are trusted; does nothing where none is.</summary>
        public void UseTrustedProxies(string? setting)
        {
            var trusted = Parse(setting ?? "") ?? throw new InvalidOperationException("The setting was not checked.");
            if (trusted.Count == 0)
                return;

            var options = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
                ForwardLimit = null,
            };
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in trusted)
                options.KnownIPNetworks.Add(network);
            app.UseForwardedHeaders(options);
        }
    }
}
