using Nantong.OpenData.Api;

namespace Nantong.OpenData.Functions;

/// <summary>What is so wherever the Functions host stands in front.</summary>
internal static class Platform
{
    /// <summary>Every connection comes from the host on the same machine, and what it writes about the client is the platform's word.</summary>
    /// <param name="options">The settings; proxies further out that an operator named are trusted beside this machine.</param>
    public static void TrustThisMachine(ApiOptions options) => options.TrustedProxies = $"{options.TrustedProxies},127.0.0.0/8,::1";
}
