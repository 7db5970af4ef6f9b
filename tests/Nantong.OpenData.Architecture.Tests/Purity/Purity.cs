using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Nantong.OpenData.Architecture.Purity;

/// <summary>Reads what a compiled assembly calls, and finds what a pure one must not: the clock, the disk, chance, the console, the machine, the
/// network, the culture.</summary>
internal static class Purity
{
    // A whole type or namespace, whatever is called on it.
    private static readonly string[] Types =
    [
        "System.Console",
        "System.Random",
        "System.Diagnostics.Stopwatch",
        "System.Diagnostics.Process",
        "System.AppDomain",
        "System.IO.File",
        "System.IO.FileInfo",
        "System.IO.FileStream",
        "System.IO.FileSystemInfo",
        "System.IO.Directory",
        "System.IO.DirectoryInfo",
        "System.IO.DriveInfo",
        "System.Security.Cryptography.RandomNumberGenerator",
        "System.Threading.Timer",
        "System.Threading.PeriodicTimer",
    ];

    private static readonly string[] Namespaces = ["System.Net", "System.Runtime.InteropServices", "Microsoft.Win32"];

    // Single members of types that are pure otherwise.
    private static readonly string[] Members =
    [
        "System.DateTime.get_Now",
        "System.DateTime.get_UtcNow",
        "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
        "System.TimeProvider.get_System",
        "System.TimeZoneInfo.get_Local",
        "System.Guid.NewGuid",
        "System.Guid.CreateVersion7",
        "System.IO.Path.GetTempPath",
        "System.IO.Path.GetTempFileName",
        "System.IO.Path.GetRandomFileName",
        "System.IO.Path.GetFullPath",
        "System.AppContext.get_BaseDirectory",
        "System.Threading.Thread.Sleep",
        "System.Threading.Tasks.Task.Delay",
        "System.Globalization.CultureInfo.get_CurrentCulture",
        "System.Globalization.CultureInfo.get_CurrentUICulture",
        "System.Globalization.RegionInfo.get_CurrentRegion",
        "System.String.ToLower()",
        "System.String.ToUpper()",
        "System.Char.ToLower(1)",
        "System.Char.ToUpper(1)",
    ];

    // Written in the culture of the machine when called without one.
    private static readonly string[] Formatted =
    [
        "System.Int32",
        "System.Int64",
        "System.Decimal",
        "System.Double",
        "System.Single",
        "System.DateTime",
        "System.DateTimeOffset",
        "System.DateOnly",
        "System.TimeOnly",
        "System.TimeSpan",
    ];

    /// <summary>The forbidden members that an assembly refers to, in order; empty for a pure one.</summary>
    public static IReadOnlyList<string> Violations(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata
                .MemberReferences.Select(handle => Read(metadata, metadata.GetMemberReference(handle)))
                .Where(IsForbidden)
                .Select(call => call.ToString())
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsForbidden(Call call) =>
        Types.Contains(call.Type)
        // The compiler itself lays a list out as a span where a method takes one.
        || (
            Namespaces.Any(name => call.Namespace == name || call.Namespace.StartsWith(name + ".", StringComparison.Ordinal))
            && call
                is not { Type: "System.Runtime.InteropServices.MemoryMarshal", Member: "CreateSpan" or "CreateReadOnlySpan" }
                    and not { Type: "System.Runtime.InteropServices.CollectionsMarshal", Member: "SetCount" or "AsSpan" }
        ) // what the compiler makes of a list in brackets
        // The compiler itself asks for the thread in every iterator.
        || (call.Type == "System.Environment" && call.Member != "get_CurrentManagedThreadId")
        || Members.Contains($"{call.Type}.{call.Member}")
        || Members.Contains(call.Parameters == 0 ? $"{call.Type}.{call.Member}()" : $"{call.Type}.{call.Member}({call.Parameters})")
        || (Formatted.Contains(call.Type) && call is { Member: "ToString", Parameters: 0 } or { Member: "Parse", Parameters: 1 });

    private static Call Read(MetadataReader metadata, MemberReference member)
    {
        var (space, type) = member.Parent.Kind switch
        {
            HandleKind.TypeReference => Name(metadata, metadata.GetTypeReference((TypeReferenceHandle)member.Parent)),
            _ => ("", ""), // a generic type or one of the assembly itself
        };
        return new(space, space.Length == 0 ? type : $"{space}.{type}", metadata.GetString(member.Name), ParameterCount(metadata, member));
    }

    private static (string Namespace, string Type) Name(MetadataReader metadata, TypeReference type) =>
        (metadata.GetString(type.Namespace), metadata.GetString(type.Name));

    private static int ParameterCount(MetadataReader metadata, MemberReference member)
    {
        if (member.GetKind() == MemberReferenceKind.Field)
            return 0;
        var signature = metadata.GetBlobReader(member.Signature);
        if (signature.ReadSignatureHeader().IsGeneric)
            signature.ReadCompressedInteger();
        return signature.ReadCompressedInteger();
    }

    private sealed record Call(string Namespace, string Type, string Member, int Parameters)
    {
        public override string ToString() => $"{Type}.{Member}";
    }
}
