using System.Text;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Signing;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Operation;

/// <summary>A public key by which somebody signed releases: whoever has it can prove who published them.</summary>
/// <param name="Id">Its JWK thumbprint (RFC 7638): SHA-256 in base64url.</param>
/// <param name="Algorithm">How it signs: <c>ES256</c>, ECDSA on the curve P-256 over SHA-256. The signature file is in the DER form that OpenSSL
/// reads.</param>
/// <param name="Pem">The key as a PEM file.</param>
/// <param name="Jwk">The key as a JSON Web Key (RFC 7517).</param>
/// <param name="Signed">The releases that bear its signature, newest first.</param>
/// <param name="Href">Where it is; with <c>.pem</c> behind it, the PEM file alone.</param>
public sealed record SigningKey(string Id, string Algorithm, string Pem, JsonWebKey Jwk, IReadOnlyList<SignedRelease> Signed, string Href);

/// <summary>A public key on an elliptic curve as a JSON Web Key.</summary>
/// <param name="Kty">The kind of key: <c>EC</c>.</param>
/// <param name="Crv">The curve: <c>P-256</c>.</param>
/// <param name="X">First coordinate, in base64url.</param>
/// <param name="Y">Second coordinate, in base64url.</param>
/// <param name="Kid">Id of the key.</param>
/// <param name="Alg">The algorithm: <c>ES256</c>.</param>
/// <param name="Use">What it is for: <c>sig</c>.</param>
public sealed record JsonWebKey(string Kty, string Crv, string X, string Y, string Kid, string Alg, string Use);

/// <summary>A release that is signed.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Version">Its version.</param>
/// <param name="Manifest">The file that the signature is over.</param>
/// <param name="Signature">The signature, as a file.</param>
public sealed record SignedRelease(string Plan, ReleaseVersion Version, string Manifest, string Signature);

internal static class Keys
{
    private static readonly Collection<SigningKey> All = new(key => key.Id, () => Wire.Json.SigningKey, () => Wire.Json.ListingSigningKey);

    public static void Map(RouteGroupBuilder v1)
    {
        var keys = v1.MapGroup("/keys").WithTags("Service");
        keys.MapMethods("", Verbs.Read, List).Named("listKeys", "List the public keys that releases are signed by").Lists(All);
        keys.MapMethods("/{key}", Verbs.Read, Get).Named("getKey", "Get one public key, as JSON or as a PEM file").Offers(Format.OfKey);
    }

    private static Results<ServiceAnswer<Listing<SigningKey>>, Problem> List(HttpContext context, Snapshots snapshots) =>
        Address.Of(context).Page(Find(snapshots, Address.Of(context)), All);

    private static Results<ServiceAnswer<SigningKey>, RawServiceAnswer, Problem> Get(HttpContext context, Snapshots snapshots, string key)
    {
        var address = Address.Of(context);
        var known = Find(snapshots, address);
        if (known.FirstOrDefault(one => one.Id == key) is not { } found)
            return Problems.NotFound("key", key, known.Select(one => one.Id), parameter: "key");
        if (Negotiation.Choose(Offer.Of(context), address.RequestedFormat()) == Format.Pem)
            return new RawServiceAnswer(Encoding.ASCII.GetBytes(found.Pem), Format.Pem);
        return new ServiceAnswer<SigningKey>(found, Wire.Json.SigningKey, CacheRule.Moving)
        {
            Links = new Dictionary<string, string> { ["collection"] = address.Href("/v1/keys"), ["pem"] = $"{found.Href}.pem" },
        };
    }

    /// <summary>The keys of all signatures, that of the newest release first.</summary>
    private static IReadOnlyList<SigningKey> Find(Snapshots snapshots, Address address)
    {
        var signed = snapshots
            .Latest.SelectMany(latest => snapshots.Releases(latest.Release.Plan))
            .Where(release => release.Signature is not null && release.Status is not ReleaseStatus.Withdrawn)
            .OrderByDescending(release => release.PublishedAt);
        return
        [
            .. from release in signed
            group release by release.Signature!.PublicKey into releases
            let key = PublicKey.Find(releases.Key)
            where key is not null
            select new SigningKey(
                key.Id,
                PublicKey.Algorithm,
                key.Pem,
                new JsonWebKey("EC", "P-256", key.X, key.Y, key.Id, PublicKey.Algorithm, "sig"),
                [.. releases.Select(release => Tell(release, address))],
                address.Href($"/v1/keys/{key.Id}")
            ),
        ];
    }

    private static SignedRelease Tell(ReleaseEntry release, Address address)
    {
        var files = address.Href($"/v1/plans/{release.Plan}@{release.Version}/files");
        return new(release.Plan, release.Version, $"{files}/{ReleaseFile.ManifestName}", $"{files}/{ManifestSigner.FileName}");
    }
}
