using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.Data;

namespace MetricsAsCode.Tests.DuckDb;

/// <summary>Parquet files in a folder of their own, each written from a query.</summary>
internal sealed class ParquetFiles : IDisposable
{
    public Sandbox Sandbox { get; } = new();

    public ParquetFiles Write(string file, string query, string options = "")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Sandbox.At(file))!);
        using var database = Duck.Open();
        database.Execute($"COPY ({query}) TO {SqlText.Quote(Sandbox.At(file))} (FORMAT parquet{options})");
        return this;
    }

    public DataFrame Read(string file, params ColumnSchema[] columns) => ParquetFile.Read(Sandbox.At(file), new SourceSchema("data", columns));

    /// <summary>The values of the only column, as a CSV file would hold them.</summary>
    public string?[] Column(string query, ColumnSchema column)
    {
        var read = Write("one.parquet", query).Read("one.parquet", column)[column.Name];
        return [.. Enumerable.Range(0, read.Length).Select(read.Show)];
    }

    public IReadOnlyList<DataError> Errors(string file, params ColumnSchema[] columns) => Should.Throw<DataException>(() => Read(file, columns)).Errors;

    /// <summary>The only message about the only column.</summary>
    public string Refusal(string query, ColumnSchema column) => Write("one.parquet", query).Errors("one.parquet", column).ShouldHaveSingleItem().Message;

    public void Dispose() => Sandbox.Dispose();
}
