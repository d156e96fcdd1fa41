using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation;

/// <summary>A set and the entity code of each row: whether the row's entity is in the set.</summary>
internal sealed class MemberTest(RowCodes codes, Bitmap members)
{
    public bool? Contains(int row) => codes.At(row) is >= 0 and var code ? members[code] : null;
}
