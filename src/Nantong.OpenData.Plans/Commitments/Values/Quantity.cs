using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments.Values;

/// <summary>A number with its unit as the text prints it.</summary>
/// <param name="Span">From the number to the unit, with the bounding word behind it (以上).</param>
/// <param name="Value">The number; null for a range.</param>
/// <param name="From">Lower end of a range.</param>
/// <param name="To">Upper end of a range.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Class">What the unit does to the sentence; a bare number counts.</param>
/// <param name="Operator">How the number binds by what stands in the span itself.</param>
/// <param name="Bound">The bounding word in the span: 余, 以上, 左右; null when there is none.</param>
internal sealed record Quantity(
    TextSpan Span,
    decimal? Value,
    decimal? From,
    decimal? To,
    Unit Unit,
    UnitClass Class,
    QuantityOperator Operator,
    string? Bound
);
