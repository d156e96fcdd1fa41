using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation;

/// <summary>What a block asks of the engine: one table with all that its references lead to.</summary>
internal interface IRowTables
{
    long AsOf { get; }

    DataFrame Table(scoped ReadOnlySpan<string> references);

    ReadOnlySpan<int> Link(scoped ReadOnlySpan<string> references);

    int DateOf(long microseconds);

    long StartOf(int date);

    int HourOf(long microseconds);
}
