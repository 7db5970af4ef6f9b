using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using RazorSlices;

namespace Nantong.OpenData.Api.Site.Layout;

/// <summary>A template with what it shows. The models are ours alone, so the templates are not told of in the library's public surface.</summary>
/// <typeparam name="T">What it shows.</typeparam>
internal abstract class Slice<T> : RazorSlice
{
    /// <summary>What it shows.</summary>
    public T Model { get; set; } = default!;
}

/// <summary>Fills templates.</summary>
internal static class Slice
{
    // Letters of all scripts as they are: the pages are UTF-8.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The markup that a template makes of a model.</summary>
    /// <typeparam name="TSlice">The template.</typeparam>
    /// <typeparam name="T">The model.</typeparam>
    public static HtmlString Fill<TSlice, T>(T model)
        where TSlice : IRazorSliceProxy
    {
        var slice = TSlice.CreateSlice();
        ((Slice<T>)slice).Model = model;
        using var markup = new StringWriter();
        var rendering = slice.RenderAsync(markup, Encoder);
        if (!rendering.IsCompleted)
            throw new InvalidOperationException($"{typeof(TSlice).Name} waits for something: a template only shows what it is given.");
        rendering.GetAwaiter().GetResult();
        return new HtmlString(markup.ToString());
    }
}
