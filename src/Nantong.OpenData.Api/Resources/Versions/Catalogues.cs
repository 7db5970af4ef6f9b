using Nantong.OpenData.Api.Catalogue;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Versions;

/// <summary>What harvesters read: everything that is published here, in one answer.</summary>
internal static class Catalogues
{
    public static void Map(RouteGroupBuilder v1)
    {
        var catalogues = v1.MapGroup("").WithTags("Catalogue").Takes(QueryParameter.ModifiedSince);
        catalogues
            .MapMethods("/catalog", Verbs.Read, Get)
            .Named("getCatalog", "The catalogue in DCAT 3: plans, releases, files with checksums, and the service")
            .Offers(Format.OfCatalogue)
            .WithMetadata(new RawAnswer(Format.JsonLd.MediaType), new Sends(["Vary"]));
        catalogues
            .MapMethods("/catalog-cn", Verbs.Read, GetChinese)
            .Named("getChineseCatalog", "The catalogue under the field names that Chinese open data portals use; no conformance is claimed");
    }

    private static Results<RawServiceAnswer, PageOnly, Problem> Get(HttpContext context, Snapshots snapshots)
    {
        var (offered, wish) = (Offer.Of(context), Address.Of(context).RequestedFormat());
        if (Negotiation.Choose(offered, wish) is not { } format)
            return Problems.NotAcceptable(offered, wish);
        if (!Entries(context, snapshots).Try(out var entries, out var error))
            return Problems.Invalid(error);
        if (snapshots.Latest is [])
            return Problems.StoreUnavailable(snapshots.Condition.Problem ?? Problems.NothingYet);

        if (format == Format.Html)
            return new PageOnly(DownloadPage.OfCatalogue);

        var resources = DcatCatalogue.Of(entries);
        return new RawServiceAnswer(format == Format.Turtle ? Turtle.Write(resources) : JsonLd.Write(resources), format);
    }

    private static Results<ServiceAnswer<ChineseCatalogue>, Problem> GetChinese(HttpContext context, Snapshots snapshots)
    {
        if (!Entries(context, snapshots).Try(out var entries, out var error))
            return Problems.Invalid(error);
        if (snapshots.Latest is [])
            return Problems.StoreUnavailable(snapshots.Condition.Problem ?? Problems.NothingYet);
        return new ServiceAnswer<ChineseCatalogue>(ChineseCatalogue.Of(entries), Wire.Json.ChineseCatalogue, CacheRule.Moving);
    }

    private static Parsed<CatalogueEntries> Entries(HttpContext context, Snapshots snapshots)
    {
        const string rule = "a date (2026-01-05, its beginning in UTC) or a date-time with its offset (2026-01-05T08:00:00Z)";
        var (address, name) = (Address.Of(context), QueryParameter.ModifiedSince.Name);
        if (!address.Query.TryGetValue(name, out var text))
            return CatalogueEntries.Of(snapshots, address.Base, since: null);
        return PointInTime.Parse(name, text, PointInTime.Side.Beginning, rule).Try(out var since, out var error)
            ? CatalogueEntries.Of(snapshots, address.Base, since)
            : error;
    }
}
