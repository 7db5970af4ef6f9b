namespace Nantong.OpenData.Architecture.Infra;

/// <summary>A fact that needs the Bicep compiler; reported as skipped where the project has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute()
    {
        if (Bicep.Compiler is null)
            Skip = "The Bicep compiler of this project is a Linux x64 package: this machine is something else.";
    }
}
