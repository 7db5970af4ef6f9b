using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Api.Site;

/// <summary>What stands below the text of a page: where it comes from, on what terms it may be used, in what other forms it exists.</summary>
internal static class PageFooter
{
    /// <summary>The relation of a page's address at exactly its release, which never shows anything else: what to cite (RFC 8574).</summary>
    public const string Permalink = "cite-as";

    /// <summary>The footer of a page from a release.</summary>
    /// <param name="release">The release.</param>
    /// <param name="address">The page's lasting address.</param>
    /// <param name="citation">Where its citation is; null for a page that is no part of the text, and has none of the marks of the text either.</param>
    /// <param name="forms">The other forms.</param>
    public static Html Of(ReleaseEntry release, string address, string? citation, IReadOnlyList<(Format Format, string Href)> forms)
    {
        var about = release.About;
        return Html.Of(
            $"""
            <footer class="about">
            <p>来源：{about.Authority.OfficialSource.Zh}，{about.Authority.DocumentNumber}。本页为非官方整理，取自数据版本 {release.Version.ToString()}{(citation is null ? Html.Text("。") : Html.Of($"；<span class=\"erratum\">点下划线</span>处依勘误改动，竖点线处为源文本的换页。"))}</p>
            <p class="forms">其他格式：{forms.Select(form => Html.Of($"<a rel=\"alternate\" type=\"{form.Format.MediaType}\" href=\"{form.Href}\">{form.Format.Extension.ToUpperInvariant()}</a> "))}{(citation is null ? Html.Nothing : Html.Of($"· <a href=\"{citation}\">引用本页</a> "))}· 固定网址：<a rel="bookmark" href="{address}">{address}</a></p>
            <p>{about.TextRights.Zh} 本服务所加内容：<a rel="license" href="{about.License.Url}">{about.License.Name}</a>。</p>
            </footer>
            """);
    }
}
