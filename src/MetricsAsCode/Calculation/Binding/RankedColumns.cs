using System.Collections.Concurrent;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Binding;

/// <summary>Ranks by column, each made when it is first asked for.</summary>
internal sealed class RankedColumns
{
    private readonly ConcurrentDictionary<TextColumn, TextRanks> ranks = new();

    public TextRanks Of(TextColumn column) => ranks.GetOrAdd(column, static c => new TextRanks(c.Texts));
}
