using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Site.Layout;

/// <summary>What browsers may do for a page of ours: show it in our own style, send its form back to us, and nothing else.</summary>
internal static class PagePolicy
{
    /// <summary>The policy of pages: style, script and pictures of our own, forms that lead back here, and nothing else.</summary>
    public const string Plain =
        $"{EdgeHeaders.NothingLoaded}; form-action 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'";

    /// <summary>Puts the policy on an answer.</summary>
    public static void Allow(HttpResponse response) => response.Headers.ContentSecurityPolicy = Plain;
}
