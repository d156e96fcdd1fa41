using System.Text;
using MetricsAsCode.Data;

namespace MetricsAsCode.Tests.Data;

/// <summary>Reads CSV given as text, in the fewest words.</summary>
internal static class Csv
{
    public static DataFrame Read(string text, params ColumnSchema[] columns) => Read(Encoding.UTF8.GetBytes(text), columns);

    public static DataFrame Read(byte[] bytes, params ColumnSchema[] columns) =>
        CsvFile.Read(new MemoryStream(bytes), "data.csv", new SourceSchema("data", columns));

    /// <summary>Reads through a buffer of a few bytes, so that its end falls everywhere.</summary>
    public static DataFrame ReadInSteps(byte[] bytes, params ColumnSchema[] columns) =>
        CsvFile.Read(new MemoryStream(bytes), "data.csv", new SourceSchema("data", columns), null, bufferSize: 4, CancellationToken.None);

    public static IReadOnlyList<DataError> Errors(string text, params ColumnSchema[] columns) => Errors(Encoding.UTF8.GetBytes(text), columns);

    public static IReadOnlyList<DataError> Errors(byte[] bytes, params ColumnSchema[] columns) => Should.Throw<DataException>(() => Read(bytes, columns)).Errors;

    public static string Error(string text, params ColumnSchema[] columns) => Errors(text, columns).ShouldHaveSingleItem().ToString();

    public static string Error(byte[] bytes, params ColumnSchema[] columns) => Errors(bytes, columns).ShouldHaveSingleItem().ToString();

    /// <summary>The only value of a one-column file; null when it is missing.</summary>
    public static T? Value<T>(string cell, ColumnSchema column) where T : unmanaged => Read($"{column.Name}\n{cell}\n", column).Values<T>(column.Name).Maybe(0);

    /// <summary>The message about the only cell of a one-column file.</summary>
    public static string Refusal(string cell, ColumnSchema column) => Errors($"{column.Name}\n{cell}\n", column).ShouldHaveSingleItem().Message;

    public static ColumnSchema Text(string name) => Of(name, ColumnKind.Text);

    public static ColumnSchema Integer(string name) => Of(name, ColumnKind.Integer);

    public static ColumnSchema Of(string name, ColumnKind kind, int scale = 0) => new(name, new ColumnType(kind, scale));

    /// <summary>The texts of a column, null where missing.</summary>
    public static string?[] Texts(this DataFrame frame, string name, int rows)
    {
        frame.RowCount.ShouldBe(rows);
        return [.. Enumerable.Range(0, rows).Select(frame.Texts(name).Text)];
    }
}
