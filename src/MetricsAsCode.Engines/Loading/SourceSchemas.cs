using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;

namespace MetricsAsCode.Engines.Loading;

/// <summary>The contracts of a plan's sources in the runtime's terms.</summary>
internal static class SourceSchemas
{
    /// <summary>The contract of a source, under the name that the plan calls it by.</summary>
    public static SourceSchema Of(Plan plan, SourceSymbol source) => Of(source, plan.NameOf);

    /// <summary>The contract of a source, under a name by which data errors call it.</summary>
    public static SourceSchema Of(SourceSymbol source, Func<SourceSymbol, string> nameOf) =>
        new(nameOf(source), [.. source.Columns.Select(c => Column(c, nameOf))])
        {
            Lifetime = source.Lifetime is { } life ? new LifetimeSchema(life.From.Name, life.To.Name, life.IsThrough) : null,
        };

    private static ColumnSchema Column(ColumnSymbol column, Func<SourceSymbol, string> nameOf) => new(column.Name, new ColumnType(Kind(column.Type.Kind), column.Type.Scale, column.Type.Currency))
    {
        IsKey = column.IsKey,
        IsOptional = column.Type.IsOptional,
        IsTime = column.IsTime,
        FileName = column.FileName,
        Zone = column.Zone,
        References = column.References is { } target ? nameOf(target) : null,
        AllowedTexts = column.IsClosed ? column.Values : null,
        Low = column.Low,
        High = column.High,
    };

    private static ColumnKind Kind(ScalarKind kind) => kind switch
    {
        ScalarKind.Text => ColumnKind.Text,
        ScalarKind.Integer => ColumnKind.Integer,
        ScalarKind.Number => ColumnKind.Number,
        ScalarKind.Decimal => ColumnKind.Decimal,
        ScalarKind.Boolean => ColumnKind.Boolean,
        ScalarKind.Date => ColumnKind.Date,
        ScalarKind.Timestamp => ColumnKind.Timestamp,
        ScalarKind.Duration => ColumnKind.Duration,
        ScalarKind.Money => ColumnKind.Money,
        _ => throw new InvalidOperationException($"There is no column of kind {kind}."),
    };
}
