using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Engines.Reference.Rows;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>What is shown of a row.</summary>
internal sealed record SampleColumn(string Heading, RowExpression Value);

/// <summary>Shows some of the rows: keys, time, group, what the filters and the value read, and the value itself.</summary>
/// <param name="most">How many rows of each kind.</param>
internal sealed class RowSampler(ReferenceEngine engine, IReadOnlyDictionary<string, DataFrame> frames, string module, int most)
{
    public IReadOnlyList<SampleColumn> Columns(Reading reading, Context context)
    {
        var source = reading.Rows.Source;
        var keys = source.Keys.Where(engine.Data.Has).Select(Own);
        var time = RowSelector.TimeOf(reading.Rows) is { } column ? [column] : Array.Empty<RowColumn>();
        var end = reading.Rows is { IsState: true, Source.Lifetime: { } life } ? [Own(life.To)] : Array.Empty<RowColumn>();
        var groups = context.Restrictions.OfType<GroupRestriction>().Select(g => g.PathFrom(source));
        var parts = reading.Rows.Conditions.Append(reading.Condition).Append(reading.Value).OfType<RowExpression>().ToList();
        var read = parts.SelectMany(RowParts.All).SelectMany(part => Read(part, source));
        var entity = reading.Entity is { } whose ? [whose] : Array.Empty<RowColumn>();
        var value = reading.Value is { } computed ? [computed] : Array.Empty<RowExpression>();
        return [.. keys.Concat(time).Concat(end).Concat(groups).Concat(entity).Concat(read).Concat(value).Distinct().Select(e => new SampleColumn(RowPrinter.Print(e), e)).DistinctBy(c => c.Heading)];
    }

    public RowSample Sample(string title, IReadOnlyList<int> rows, IReadOnlyList<SampleColumn> columns, BoundRows bound, RowEvaluator values)
    {
        var frame = FrameOf(bound.Source);
        var lines = InOrder(rows, bound, values).Take(most)
            .Select(row => new SampledRow(frame.LineOf(row), [.. columns.Select(c => CellText.Of(Safely.Value(values, c.Value, row), c.Value.Type.Kind))]));
        return new RowSample(title, rows.Count, [.. lines]);
    }

    /// <summary>Stored columns; and values that follow from other rows, which no one can work out from the row alone, with what they read of this row.</summary>
    private static IEnumerable<RowExpression> Read(RowExpression part, SourceSymbol source) => part switch
    {
        RowColumn column => [column],
        RowInSet test => [test.Operand],
        RowDerived derived => [.. derived.Inputs.SelectMany(RowParts.All).OfType<RowColumn>().Where(c => ReferenceEquals(Origin(c), source)), derived],
        _ => [],
    };

    private static SourceSymbol Origin(RowColumn column) => column.References.IsEmpty ? column.Column.Source : column.References[0].Column.Source;

    private IEnumerable<int> InOrder(IReadOnlyList<int> rows, BoundRows bound, RowEvaluator values)
    {
        var time = RowSelector.TimeOf(bound);
        var inOrder = rows.OrderBy(row => time is null ? null : engine.Data.TimeOf(time, row));
        foreach (var key in bound.Source.Keys.Where(engine.Data.Has))
            inOrder = inOrder.ThenBy(row => values.Evaluate(Own(key), row), ScalarOrder.Instance);
        return inOrder;
    }

    private DataFrame FrameOf(SourceSymbol source) =>
        frames[string.Equals(source.Module, module, StringComparison.Ordinal) ? source.Name : source.QualifiedName];

    private static RowColumn Own(ColumnSymbol column) => new([], column, column.Type);
}
