using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>A table of a database that stands for a source, where no view can give it the names and types that statements take it for.</summary>
/// <param name="Name">The table as it stands in statements.</param>
/// <param name="Columns">Its columns with these types, by the alias of the table.</param>
public sealed record SqlTable(string Name, IReadOnlyDictionary<ColumnSymbol, Func<string, string>> Columns);
