using Microsoft.Net.Http.Headers;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Api.Pins;

/// <summary>How answers from a release are delivered, whatever they consist of.</summary>
internal static class ReleaseDelivery
{
    extension(PinnedRelease release)
    {
        /// <summary>The headers of an answer from this release.</summary>
        /// <param name="tag">Entity tag of the body.</param>
        /// <param name="contentType">Media type with parameters.</param>
        /// <param name="extension">Extension that names the form, with its dot; empty where there is one form only.</param>
        /// <param name="moves">True when the answer may change although its release does not.</param>
        /// <remarks>An answer of a deprecated release is not kept for ever: who asks again is told to move on.</remarks>
        public Delivery Deliver(string tag, string contentType, string extension, bool moves) =>
            new(tag, contentType, release.Exact && !moves && release.Entry.Status is ReleaseStatus.Published ? CacheRule.Immutable : CacheRule.Moving)
            {
                Lasts = !moves,
                LastModified = moves ? null : release.LastModified, // a date that does not move would hide the change
                ContentLocation = release.Root + release.Below + release.NamedForm(extension) + release.Address.Selection,
            };

        /// <summary>The header that says under which name to save an answer: in ASCII, and with the plan's title in front for whoever understands
        /// more (RFC 6266).</summary>
        public string SaveAs(string name) =>
            new ContentDispositionHeaderValue("attachment")
            {
                FileName = $"\"{name}\"",
                FileNameStar = $"{release.Entry.About.Title.Zh}-{name}",
            }.ToString();

        /// <summary>The extension that an address needs to give this form. The address of a release itself gives JSON to whoever asks for nothing
        /// else, and clients put their paths behind it: it is told as it is, unless another form or <c>.json</c> was asked for.</summary>
        private string NamedForm(string extension) =>
            release.Below is "" && release.Address.Extension is null && extension == $".{Format.Json.Extension}" ? "" : extension;

        /// <summary>The extension that names a form, with its dot; empty where a route offers one form only.</summary>
        public static string ExtensionOf(Format format, IReadOnlyList<Format> offered) => offered.Count > 1 ? $".{format.Extension}" : "";
    }
}
