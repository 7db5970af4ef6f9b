using System.Text;
using System.Xml;

namespace Nantong.OpenData.Releases.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287), paged as RFC 5005 says. The same feed gives the same bytes.</summary>
public static class AtomFeed
{
    /// <summary>Media type of the feed.</summary>
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>The feed as UTF-8.</summary>
    public static byte[] Write(Feed feed)
    {
        using var bytes = new MemoryStream();
        using (
            var xml = XmlWriter.Create(
                bytes,
                new XmlWriterSettings
                {
                    Encoding = new UTF8Encoding(false),
                    Indent = true,
                    NewLineChars = "\n",
                    NewLineHandling = NewLineHandling.Entitize,
                }
            )
        )
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, feed.Language);
            Text(xml, "id", feed.Plan.AbsoluteUri);
            Text(xml, "title", feed.Title);
            Text(xml, "subtitle", feed.Description);
            Text(xml, "updated", Feed.Time(feed.Updated));
            xml.WriteStartElement("author", Namespace);
            Text(xml, "name", feed.Author);
            xml.WriteEndElement();
            Link(xml, "self", feed.Atom.AbsoluteUri, "application/atom+xml");
            Link(xml, "alternate", feed.Json.AbsoluteUri, "application/feed+json");
            if (feed.First is { } first)
                Link(xml, "first", first.AbsoluteUri, "application/atom+xml");
            if (feed.Next is { } next)
                Link(xml, "next", next.AbsoluteUri, "application/atom+xml");
            foreach (var entry in feed.Entries)
                Entry(xml, feed, entry);
            xml.WriteEndElement();
        }

        return [.. bytes.ToArray(), (byte)'\n'];
    }

    private static void Entry(XmlWriter xml, Feed feed, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Namespace);
        Text(xml, "id", feed.Release(entry.Version));
        Text(xml, "title", entry.Title);
        Text(xml, "published", Feed.Time(entry.PublishedAt));
        Text(xml, "updated", Feed.Time(entry.UpdatedAt));
        Link(xml, "alternate", feed.Release(entry.Version), "application/json");
        if (feed.Changes(entry) is { } changes)
            Link(xml, "related", changes, "application/json");
        foreach (var tag in entry.Tags)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", tag);
            xml.WriteEndElement();
        }

        Text(xml, "content", entry.Message); // of type text, the default
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, Feed.Clean(text));

    private static void Link(XmlWriter xml, string relation, string address, string mediaType)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteAttributeString("type", mediaType);
        xml.WriteEndElement();
    }
}
