using System.Text.Json;

namespace Nantong.OpenData.Releases;

/// <summary>Reads what a release says of itself in <c>selfcheck.json</c>.</summary>
public static class Disagreements
{
    private const string SelfCheck = "selfcheck.json";

    extension(Release release)
    {
        /// <summary>The files that, read back, do not say what the records say, each with the dataset where there is one: <c>plan.xlsx
        /// (observations)</c>. Empty for a sound release.</summary>
        public IReadOnlyList<string> FindDisagreements()
        {
            using var document = JsonDocument.Parse(release.Files.Single(file => file.Path == SelfCheck).ToBytes());
            var root = document.RootElement;
            return
            [
                .. from dataset in root.GetProperty("datasets").EnumerateArray()
                from file in dataset.GetProperty("files").EnumerateArray()
                where !file.GetProperty("agrees").GetBoolean()
                select $"{file.GetProperty("path").GetString()} ({dataset.GetProperty("name").GetString()})",
                .. from file in root.GetProperty("texts").EnumerateArray()
                where !file.GetProperty("agrees").GetBoolean()
                select file.GetProperty("path").GetString(),
            ];
        }
    }
}
