using System.Text;
using System.Xml;

namespace Nantong.OpenData.Releases.Files.Markup;

/// <summary>How XML is written here: UTF-8 without a byte order mark, indented, the same line ends everywhere.</summary>
internal static class MarkupFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static XmlWriter Create(Stream stream, bool declaration = true, bool indent = true) =>
        XmlWriter.Create(
            stream,
            new XmlWriterSettings
            {
                Encoding = Utf8,
                Indent = indent,
                NewLineChars = "\n",
                NewLineHandling = NewLineHandling.Entitize, // a carriage return in a text is part of it
                OmitXmlDeclaration = !declaration,
                CloseOutput = false,
            }
        );

    extension(XmlWriter xml)
    {
        /// <summary>An element with attributes and what stands in it.</summary>
        public void Element(string name, IReadOnlyList<(string Name, string Value)> attributes, Action? content = null)
        {
            xml.WriteStartElement(name);
            foreach (var (attribute, value) in attributes)
                xml.WriteAttributeString(attribute, value);
            content?.Invoke();
            xml.WriteEndElement();
        }

        /// <summary>An element with a text in it.</summary>
        public void Element(string name, IReadOnlyList<(string Name, string Value)> attributes, string text) =>
            xml.Element(name, attributes, () => xml.WriteString(text));
    }
}
