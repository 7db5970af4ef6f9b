using Microsoft.AspNetCore.Http.Features;

namespace Nantong.OpenData.Api.Requests;

/// <summary>What one convention leaves on a request for the next.</summary>
internal static class RequestFeatures
{
    extension(IFeatureCollection features)
    {
        /// <summary>What an outer convention has left.</summary>
        /// <exception cref="InvalidOperationException">It did not run: the order in <see cref="OpenDataApi"/> is wrong.</exception>
        public T GetRequired<T>() =>
            features.Get<T>() ?? throw new InvalidOperationException($"No convention has set {typeof(T).Name} on this request.");
    }
}
