using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Nantong.OpenData.Functions;

/// <summary>What the platform says about itself in environment variables, as OpenTelemetry resource attributes.</summary>
internal static class AzureResource
{
    /// <summary>The <c>cloud.*</c> and <c>faas.*</c> attributes of the instance; empty outside Azure.</summary>
    /// <remarks>
    /// <c>faas.version</c> is left out: the conventions say that it does not apply to Azure Functions
    /// (opentelemetry.io/docs/specs/semconv/resource/faas). The deployed version is <c>service.version</c>.
    /// </remarks>
    public static IEnumerable<KeyValuePair<string, object>> Describe(IConfiguration environment)
    {
        if (environment["WEBSITE_SITE_NAME"] is not { Length: > 0 } site)
            yield break;

        yield return new("cloud.provider", "azure");
        yield return new("cloud.platform", "azure.functions");
        yield return new("faas.name", site);

        if ((environment["WEBSITE_INSTANCE_ID"] ?? environment["CONTAINER_NAME"]) is { Length: > 0 } instance)
            yield return new("faas.instance", instance);
        if (environment["REGION_NAME"] is { Length: > 0 } region)
            yield return new("cloud.region", region);
        if (long.TryParse(environment["WEBSITE_MEMORY_LIMIT_MB"], NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes))
            yield return new("faas.max_memory", megabytes * 1024 * 1024);

        // WEBSITE_OWNER_NAME is "{subscription}+{webspace}".
        if (environment["WEBSITE_OWNER_NAME"]?.Split('+') is [{ Length: > 0 } subscription, ..])
        {
            yield return new("cloud.account.id", subscription);
            if (environment["WEBSITE_RESOURCE_GROUP"] is { Length: > 0 } group)
                yield return new("cloud.resource_id", $"/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Web/sites/{site}");
        }
    }
}
