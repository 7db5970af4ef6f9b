namespace Nantong.OpenData.Server.Tests.Native;

/// <summary>A fact about the native executable; reported as skipped, with what is missing, where none can be built.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute() => Skip = Toolchain.Missing;
}
