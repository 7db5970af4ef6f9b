using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Plans.Observations;

/// <summary>The value of an indicator in an area and a year.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Area">Id of the place: <c>nantong</c>.</param>
/// <param name="Year">The year.</param>
/// <param name="Value">The value in the indicator's unit, 1 or 0 for a milestone reached or not; null when it is missing, and then
/// <paramref name="Status"/> says why.</param>
/// <param name="Unit">The unit of the value: that of the indicator.</param>
/// <param name="Status">SDMX observation status: <c>A</c> normal, <c>P</c> provisional, <c>O</c> missing … See
/// <see cref="ObservationStatus"/>.</param>
/// <param name="Source">Who published the value, or where in the plan it stands.</param>
/// <param name="Note">What else to know; null when nothing.</param>
public sealed record Observation(string Indicator, string Area, int Year, decimal? Value, Unit Unit, string Status, string Source, string? Note)
{
    /// <summary>Why there is no value: what its status means; null when there is one.</summary>
    public string? MissingReason => Value is null ? ObservationStatus.Find(Status)?.Label.En : null;
}

/// <summary>The SDMX code list CL_OBS_STATUS, and one code of this service: <c>R</c>, a value that others reported and the statistical office has not
/// confirmed.</summary>
/// <param name="Code">The code.</param>
/// <param name="Label">What it says.</param>
/// <param name="Missing">True when there is no value.</param>
public sealed record ObservationStatus(string Code, Label Label, bool Missing)
{
    /// <summary>Every code, in the order of the list.</summary>
    public static IReadOnlyList<ObservationStatus> All { get; } =
    [
        new("A", new("正常值", "Normal value"), false),
        new("B", new("时间序列中断", "Time series break"), false),
        new("D", new("定义不同", "Definition differs"), false),
        new("E", new("估计值", "Estimated value"), false),
        new("F", new("预测值", "Forecast value"), false),
        new("G", new("试验性数值", "Experimental value"), false),
        new("H", new("缺失：节假日", "Missing value; holiday or weekend"), true),
        new("I", new("插补值", "Imputed value"), false),
        new("K", new("已计入其他类别", "Data included in another category"), false),
        new("L", new("缺失：存在但未收集", "Missing value; data exist but were not collected"), true),
        new("M", new("缺失：不可能存在", "Missing value; data cannot exist"), true),
        new("N", new("不显著", "Not significant"), false),
        new("O", new("缺失值", "Missing value"), true),
        new("P", new("初步值", "Provisional value"), false),
        new("Q", new("缺失：不予公布", "Missing value; suppressed"), true),
        new(
            "R",
            new("据报道，未经统计机构核实（本服务自定）", "Reported by others, not confirmed by the statistical office (a code of this service)"),
            false
        ),
        new("S", new("罢工及其他特殊事件", "Strike and other special events"), false),
        new("U", new("可靠性低", "Low reliability"), false),
        new("V", new("未经核实", "Unvalidated value"), false),
        new("W", new("含其他类别数据", "Includes data from another category"), false),
    ];

    /// <summary>The status with a code; null when there is none.</summary>
    public static ObservationStatus? Find(string code) => All.FirstOrDefault(status => status.Code == code);
}
