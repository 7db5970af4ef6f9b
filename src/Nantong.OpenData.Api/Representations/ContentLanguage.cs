using Microsoft.Net.Http.Headers;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Representations;

/// <summary>Says in which language an answer speaks to people, where it does: only then the wish of a reader made a difference.</summary>
internal static class ContentLanguage
{
    /// <summary>Puts <c>Content-Language</c> on an answer with warnings, and <c>Vary</c> where a header chose the language.</summary>
    public static void Announce(HttpResponse response, Address address, IReadOnlyList<Warning> warnings)
    {
        if (warnings is not [])
            Announce(response, address, address.Language.Tag);
    }

    /// <summary>Puts <c>Content-Language</c> on an answer, and <c>Vary</c> where a header chose the language.</summary>
    public static void Announce(HttpResponse response, Address address, string tag)
    {
        response.Headers.ContentLanguage = tag;
        if (!address.Query.ContainsKey(Language.Parameter))
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
    }
}
