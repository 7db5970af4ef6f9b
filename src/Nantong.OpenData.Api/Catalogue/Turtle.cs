using System.Text;

namespace Nantong.OpenData.Api.Catalogue;

/// <summary>Writes resources as Turtle (W3C Recommendation of 2014).</summary>
internal static class Turtle
{
    /// <summary>The document, as UTF-8.</summary>
    public static byte[] Write(IReadOnlyList<RdfResource> resources)
    {
        var text = new StringBuilder();
        foreach (var (prefix, iri) in Vocabulary.Prefixes)
            text.Append($"@prefix {prefix}: <{iri}> .\n");
        foreach (var resource in resources)
        {
            text.Append('\n').Append(Iri(resource.Iri!)).Append(' ');
            Describe(text, resource, depth: 1);
            text.Append(" .\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Describe(StringBuilder text, RdfResource resource, int depth)
    {
        text.Append("a ").AppendJoin(", ", resource.Types);
        foreach (var property in resource.Said)
        {
            text.Append(" ;\n").Append(' ', 2 * depth).Append(property.Key).Append(' ');
            foreach (var (index, value) in property.Index())
            {
                if (index > 0)
                    text.Append(", ");
                Append(text, value, depth);
            }
        }
    }

    private static void Append(StringBuilder text, RdfValue value, int depth)
    {
        switch (value)
        {
            case RdfValue.Link link:
                text.Append(Iri(link.Iri));
                break;
            case RdfValue.Text { Language: { } language } tagged:
                text.Append(Quote(tagged.Value)).Append('@').Append(language);
                break;
            case RdfValue.Text plain:
                text.Append(Quote(plain.Value));
                break;
            case RdfValue.Typed typed:
                text.Append(Quote(typed.Value)).Append("^^").Append(typed.Datatype);
                break;
            case RdfValue.Nested { Resource.Iri: { } iri }:
                throw new InvalidOperationException($"{iri} has an address: describe it on its own and link it.");
            case RdfValue.Nested nested:
                text.Append("[ ");
                Describe(text, nested.Resource, depth + 1);
                text.Append(" ]");
                break;
        }
    }

    private static string Iri(string address) => $"<{Vocabulary.Iri(address)}>";

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c < ' ')
                quoted.Append($"\\u{(int)c:X4}");
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
