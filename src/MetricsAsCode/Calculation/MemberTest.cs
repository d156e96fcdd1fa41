using System.Buffers;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Data;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation;

/// <summary>A set and the entity code of each row: whether the row's entity is in the set.</summary>
internal sealed class MemberTest(RowCodes codes, Bitmap members)
{
    public bool? Contains(int row) => codes.At(row) is >= 0 and var code ? members[code] : null;

    /// <summary>The rows of a block that are known to be in the set, or known not to be.</summary>
    public void Fill(int from, int to, bool isMember, Span<ulong> hits)
    {
        var entities = ArrayPool<int>.Shared.Rent(to - from);
        var found = entities.AsSpan(0, to - from);
        codes.Fill(from, found);
        MaskKernel.Members(found, members.Words, isMember, hits);
        ArrayPool<int>.Shared.Return(entities);
    }
}
