using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Columns of a row by kind. Null is not stored: an absent column reads as null.</summary>
internal static class RowColumns
{
    extension(TableEntity row)
    {
        /// <summary>Writes a text of any length; a long one goes on in <c>name_2</c>, <c>name_3</c> …</summary>
        public void SetText(string name, string? text)
        {
            if (text is null)
                return;
            var (part, rest) = (1, text);
            while (rest.Length > RowLimits.MaxText)
            {
                // Never between the halves of a character.
                var cut = char.IsHighSurrogate(rest[RowLimits.MaxText - 1]) ? RowLimits.MaxText - 1 : RowLimits.MaxText;
                row[Part(name, part++)] = rest[..cut];
                rest = rest[cut..];
            }

            row[Part(name, part)] = rest;
        }

        /// <summary>Reads a text; null when it was null.</summary>
        public string? FindText(string name)
        {
            if (row.GetString(name) is not { } text)
                return null;
            for (var part = 2; row.GetString(Part(name, part)) is { } more; part++)
                text += more;
            return text;
        }

        /// <summary>Reads a text that is never null.</summary>
        public string GetText(string name) => row.FindText(name) ?? throw Missing(name);

        /// <summary>Reads a whole number that is never null.</summary>
        public int GetNumber(string name) => row.GetInt32(name) ?? throw Missing(name);

        /// <summary>Writes a nested value as JSON.</summary>
        public void SetJson<T>(string name, T value, JsonTypeInfo<T> json) => row.SetText(name, JsonSerializer.Serialize(value, json));

        /// <summary>Reads a nested value.</summary>
        public T GetJson<T>(string name, JsonTypeInfo<T> json) => RecordJson.Read(row.GetText(name), json);

        /// <summary>Writes a value of an enumeration as its code.</summary>
        public void SetCode<T>(string name, T value, JsonTypeInfo<T> json)
            where T : struct, Enum => row[name] = RecordJson.Code(value, json);

        /// <summary>Reads a value of an enumeration.</summary>
        public T GetCode<T>(string name, JsonTypeInfo<T> json)
            where T : struct, Enum => RecordJson.FromCode(row.GetText(name), json);
    }

    private static string Part(string name, int part) =>
        part == 1 ? name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}_{part}");

    private static InvalidDataException Missing(string name) => new($"column {name} is missing");
}
