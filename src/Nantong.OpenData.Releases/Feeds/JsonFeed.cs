using System.Text.Json;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Releases.Feeds;

/// <summary>Writes a feed as JSON Feed 1.1 (jsonfeed.org). The same feed gives the same bytes.</summary>
public static class JsonFeed
{
    /// <summary>Media type of the feed.</summary>
    public const string MediaType = "application/feed+json";

    /// <summary>The feed as UTF-8.</summary>
    public static byte[] Write(Feed feed)
    {
        using var bytes = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                bytes,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = RecordJson.Line.Options.Encoder,
                }
            )
        )
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", Feed.Clean(feed.Title));
            json.WriteString("home_page_url", feed.Plan.AbsoluteUri);
            json.WriteString("feed_url", feed.Json.AbsoluteUri);
            json.WriteString("description", Feed.Clean(feed.Description));
            if (feed.Next is { } next)
                json.WriteString("next_url", next.AbsoluteUri);
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("name", Feed.Clean(feed.Author));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("language", feed.Language);
            json.WriteStartArray("items");
            foreach (var entry in feed.Entries)
                Item(json, feed, entry);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. bytes.ToArray(), (byte)'\n'];
    }

    private static void Item(Utf8JsonWriter json, Feed feed, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", feed.Release(entry.Version));
        json.WriteString("url", feed.Release(entry.Version));
        if (feed.Changes(entry) is { } changes)
            json.WriteString("external_url", changes);
        json.WriteString("title", Feed.Clean(entry.Title));
        json.WriteString("content_text", Feed.Clean(entry.Message));
        json.WriteString("date_published", Feed.Time(entry.PublishedAt));
        json.WriteString("date_modified", Feed.Time(entry.UpdatedAt));
        json.WriteStartArray("tags");
        foreach (var tag in entry.Tags)
            json.WriteStringValue(tag);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
