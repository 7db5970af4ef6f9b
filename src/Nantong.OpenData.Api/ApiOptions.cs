using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Nantong.OpenData.Releases.Signing;

namespace Nantong.OpenData.Api;

/// <summary>Settings of the API: <c>OpenData__…</c>.</summary>
public sealed class ApiOptions : IValidatableObject
{
    /// <summary>How often the store is asked for a new release, in seconds (1 to 3600). With the time to load it, the usual 3 keep the promise of
    /// 5.</summary>
    [Range(1, 3600)]
    public int PollSeconds { get; set; } = 3;

    /// <summary>Scheme and authority of the links in answers, without a slash at the end; null takes those of each request.</summary>
    [RegularExpression(@"https?://[!-~-[/?#]]+", ErrorMessage = "must be scheme and host without a path, in ASCII, such as https://data.example.org")]
    public string? PublicBaseUrl { get; set; }

    /// <summary>How many requests a client may send at once, and then in the time of <see cref="RateLimitSeconds"/>; 0 sets no limit.</summary>
    [Range(0, 100_000)]
    public int RateLimitRequests { get; set; } = 600;

    /// <summary>In how many seconds a client that has used up its requests has all of them again (1 to 3600).</summary>
    [Range(1, 3600)]
    public int RateLimitSeconds { get; set; } = 60;

    /// <summary>Addresses and CIDR blocks of the proxies whose <c>X-Forwarded-For</c> names the client, separated by commas. Null and the empty text
    /// trust nobody.</summary>
    public string? TrustedProxies { get; set; }

    /// <summary>What answers that are kept ready may take in memory, in MiB (0 to 1024); 0 keeps none.</summary>
    [Range(0, 1024)]
    public int CacheMegabytes { get; set; } = 16;

    /// <summary>The private key (PEM) that signs what is published from the inbox; null leaves it unsigned. In Azure a Key Vault reference.</summary>
    public string? SigningKey { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (SigningKey is { Length: > 0 } key && ManifestSigner.Read(nameof(SigningKey), key).Error is { } error)
            yield return new($"SigningKey: holds {error.Found}, but must hold {error.Rule}.");
        if (TrustedProxies is not null && Requests.TrustedProxies.Parse(TrustedProxies) is null)
            yield return new(
                $"TrustedProxies: must be addresses or CIDR blocks separated by commas, such as 10.0.0.0/8,192.0.2.1, not '{TrustedProxies}'."
            );
    }
}

/// <summary>Where the data is: <c>OpenDataStorage</c> as a connection string, or <c>OpenDataStorage__tableServiceUri</c> and <c>__blobServiceUri</c>
/// with the process's own identity.</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>The connection string; null when addresses are given. With neither, the local emulator on its usual ports.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Address of the table service.</summary>
    public Uri? TableServiceUri { get; set; }

    /// <summary>Address of the blob service.</summary>
    public Uri? BlobServiceUri { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TableServiceUri is null != BlobServiceUri is null)
            yield return new("OpenDataStorage__tableServiceUri and OpenDataStorage__blobServiceUri must be set together.");
    }
}

[OptionsValidator]
internal sealed partial class ValidateApiOptions : IValidateOptions<ApiOptions>;

[OptionsValidator]
internal sealed partial class ValidateStorageOptions : IValidateOptions<StorageOptions>;
