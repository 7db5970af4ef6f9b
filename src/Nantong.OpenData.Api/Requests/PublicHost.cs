namespace Nantong.OpenData.Api.Requests;

/// <summary>The scheme and host that the service is known by, wherever a request says otherwise: links are made of them.</summary>
internal static class PublicHost
{
    /// <summary>Gives every request the public scheme and host, before links are made of them; does nothing where none is set.</summary>
    /// <param name="next">What reads them.</param>
    /// <param name="publicBaseUrl">Scheme and host: <c>https://data.example.org</c>; null keeps those of each request.</param>
    public static RequestDelegate Apply(RequestDelegate next, string? publicBaseUrl)
    {
        if (publicBaseUrl?.Split("://") is not [var scheme, var authority])
            return next;

        var host = new HostString(authority);
        return context =>
        {
            (context.Request.Scheme, context.Request.Host) = (scheme, host);
            return next(context);
        };
    }
}
