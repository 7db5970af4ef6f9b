using System.Text.RegularExpressions;

namespace Nantong.OpenData.Server.Tests.Native;

[Collection(NativeApp.Name)]
public sealed partial class PublishedFolderTests(PublishedApp app)
{
    private const long Megabyte = 1024 * 1024;

    [NativeFact]
    public void It_holds_the_executable_and_nothing_else() =>
        Assert.Equal([Path.GetFileName(app.Executable)], Directory.EnumerateFileSystemEntries(app.Folder).Select(Path.GetFileName));

    // The server for assistants took most of what lies between 41 and this: see decision 0009.
    [NativeFact]
    public void It_is_smaller_than_48_MB() =>
        Assert.InRange(
            new DirectoryInfo(app.Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length),
            1 * Megabyte,
            48 * Megabyte
        );

    // The list is Azure.Data.Tables' own reflection, which our use of it does not reach or which is provided for:
    // the tests that read real rows prove it. A line too many is a new risk, a line too few a good day: change the file either way.
    [NativeFact]
    public void Publishing_warns_of_what_the_committed_list_has_and_of_nothing_else() =>
        Assert.Equal(File.ReadAllLines(Checkout.Path("tests", "Nantong.OpenData.Server.Tests", "Native", "native-warnings.txt")), Warnings(app.Log));

    [Fact]
    public void A_warning_is_read_from_what_publishing_prints() =>
        Assert.Equal(
            ["IL2026 Azure.Data.Tables.TypeBinder.TypeBinder()", "IL3050 House.Own.Call<T>(String)"],
            Warnings(
                """
                  Generating native code
                ILC : Trim analysis warning IL2026: Azure.Data.Tables.TypeBinder.TypeBinder(): Using member 'X' which: can break. [a.csproj]
                ILC : Trim analysis warning IL2026: Azure.Data.Tables.TypeBinder.TypeBinder(): Using member 'Y' which can break. [a.csproj]
                /src/Own.cs(12): AOT analysis warning IL3050: House.Own.Call<T>(String): Using member 'Z'. [a.csproj]
                """
            )
        );

    private static IEnumerable<string> Warnings(string log) =>
        Warning()
            .Matches(log)
            .Select(match => $"{match.Groups["code"].Value} {match.Groups["where"].Value}")
            .Distinct()
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(warning|error) (?<code>IL\d{4}): (?<where>.+?)(: |\r?$)", RegexOptions.Multiline)]
    private static partial Regex Warning();
}
