using System.Text.RegularExpressions;

namespace Nantong.OpenData.Architecture.House;

/// <summary>How a file of the house may be called, how long it may be, and what may not stand in it.</summary>
internal static partial class HouseRules
{
    /// <summary>A file longer than this hides a second concept.</summary>
    public const int LongestFile = 300;

    /// <summary>A line longer than this is read twice.</summary>
    public const int WidestLine = 150;

    /// <summary>A room with more files than this has rooms inside.</summary>
    public const int FullestRoom = 20;

    // Rooms are named by subject, never by kind.
    private static readonly string[] KindsOfRoom =
    [
        "Abstractions",
        "Base",
        "Common",
        "Constants",
        "Core",
        "Dtos",
        "Entities",
        "Enums",
        "Extensions",
        "Helpers",
        "Interfaces",
        "Managers",
        "Mappers",
        "Misc",
        "Models",
        "Services",
        "Shared",
        "Utilities",
        "Utils",
        "ViewModels",
    ];

    private static readonly string[] KindsOfFile =
    [
        "Base",
        "Dto",
        "Extensions",
        "Helper",
        "Helpers",
        "Impl",
        "Manager",
        "Mapper",
        "Repository",
        "Utils",
        "ViewModel",
    ];

    // Each word is cut in two, so that this file does not break its own rule.
    private static readonly (string Text, string Why)[] Forbidden =
    [
        ("TO" + "DO", "an open end belongs into an issue"),
        ("FIX" + "ME", "an open end belongs into an issue"),
        ("HA" + "CK", "say what is wrong, or do it right"),
        ("/wo" + "rk/", "a path of one machine"),
        ("/tm" + "p/", "a path of one machine"),
        ("Thread.Sle" + "ep(", "wait for something, not for a while"),
        ("(Sk" + "ip = ", "a test runs, or a fact attribute says what is missing"),
        ("\"reso" + "lved\":", "a lock file names packages, not where one machine got them"),
    ];

    // Types that had to be learned, and what people call them.
    private static readonly Dictionary<string, string> Words = new()
    {
        ["Tongue"] = "ContentLanguage",
        ["Wish"] = "RequestedFormat",
        ["Patience"] = "Timeouts",
        ["Recent"] = "LruCache",
        ["Vacancy"] = "CacheSlot",
        ["Shelf"] = "CacheGeneration",
        ["ReadyAnswer"] = "CachedResponse",
        ["Figures"] = "AggregateValues",
        ["Discretion"] = "LogRedaction",
        ["Asks"] = "FilterMetadata",
        ["Understood"] = "AcceptedParameters",
        ["Strays"] = "OrphanedRows",
        ["Moment"] = "Instant, PointInTime or Generation",
        ["ReleaseReader"] = "ReleaseVerifier",
        ["AggregateStore"] = "AggregateTable and RunLog",
    };

    /// <summary>What is wrong with a file, by its path from the root and its text; empty for a good one.</summary>
    public static IEnumerable<string> Violations(string path, string text)
    {
        var folders = path.Split('/')[..^1];
        foreach (var room in folders.SelectMany(folder => folder.Split('.')).Intersect(KindsOfRoom))
            yield return $"{path}: {room} is a kind, not a subject";

        var name = Path.GetFileNameWithoutExtension(path);
        if (path.EndsWith(".cs", StringComparison.Ordinal))
        {
            if (KindsOfFile.FirstOrDefault(kind => name.Length > kind.Length && name.EndsWith(kind, StringComparison.Ordinal)) is { } kind)
                yield return $"{path}: {kind} says nothing of what it does";
            if (text.AsSpan().Count('\n') is > LongestFile and var lines)
                yield return $"{path}: {lines} lines, {LongestFile} at most";
            foreach (var (index, line) in text.Split('\n').Index().Where(line => line.Item.Length > WidestLine))
                yield return $"{path}: line {index + 1} has {line.Length} characters, {WidestLine} at most";
            foreach (var declared in Declared().Matches(text).Select(match => match.Groups["name"].Value).Where(Words.ContainsKey).Distinct())
                yield return $"{path}: {declared} is called {Words[declared]}";
        }

        foreach (var (word, why) in Forbidden)
            if (text.Contains(word, StringComparison.Ordinal))
                yield return $"{path}: {word} ({why})";

        if (RegistryHost().Match(text) is { Success: true } host && name != "README")
            yield return $"{path}: {host.Value} (where packages come from is the machine's affair)";
    }

    /// <summary>The rooms that hold too many files of code, by the paths of all files.</summary>
    public static IEnumerable<string> CrowdedRooms(IEnumerable<string> paths) =>
        from path in paths
        where path.EndsWith(".cs", StringComparison.Ordinal)
        group path by Path.GetDirectoryName(path) into room
        where room.Count() > FullestRoom
        select $"{room.Key}: {room.Count()} files, {FullestRoom} at most";

    [GeneratedRegex(@"https?://(registry\.|api\.nuget\.org|[^\s""'<>]*(artifactory|nexus|npmjs\.org|pypi\.org))[^\s""'<>]*")]
    private static partial Regex RegistryHost();

    [GeneratedRegex(@"^\s*[\w ]*\b(class|record|struct|enum|interface)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
