namespace Nantong.OpenData.Api.Site;

/// <summary>The icon of the pages: browsers ask for <c>/favicon.ico</c> where a page names none.</summary>
internal static class SiteIcon
{
    /// <summary>A document with a folded corner, as an address that holds its picture.</summary>
    public const string DataUri =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%230b5a8a' d='M3 1h7l3 3v11H3z'/%3E%3Cpath fill='%23fff' d='M5 6h6v1H5zm0 3h6v1H5zm0 3h4v1H5z'/%3E%3C/svg%3E";
}
