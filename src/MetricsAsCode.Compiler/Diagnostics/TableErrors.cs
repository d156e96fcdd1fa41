using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>MAC31xx: the cells of tables that are written in definitions, of sources and of tests.</summary>
public static class TableErrors
{
    public static readonly DiagnosticDescriptor WrongCell = new(
        "MAC3101", Severity.Error, "A cell of a table does not fit its column",
        "| day        |\n| 2026-02-30 |", "| day        |\n| 2026-02-28 |");

    public static readonly DiagnosticDescriptor EmptyCell = new(
        "MAC3102", Severity.Error, "A cell of a table is empty where its column may not be missing",
        "| id | name |\n|    | ann  |", "| id | name |\n| 1  | ann  |");

    public static readonly DiagnosticDescriptor KeyTwice = new(
        "MAC3103", Severity.Error, "Two rows of a table have one key",
        "| id |\n| 1  |\n| 1  |", "| id |\n| 1  |\n| 2  |");

    public static readonly DiagnosticDescriptor ColumnsLeftOut = new(
        "MAC3104", Severity.Error, "A literal table leaves out columns of its source",
        "source regions from table { name text key; head text }\n| name |", "source regions from table { name text key; head text }\n| name | head |");

    public static Diagnostic DoesNotFit(Location at, string value, string column, string type, string remedy) =>
        WrongCell.At(at, $"`{value}` does not fit `{column}`, which is {type}. {remedy}");

    public static Diagnostic OutOfRange(Location at, string value, string column, string range) =>
        WrongCell.At(at, $"`{value}` does not fit `{column}`, which lies in {range}. Change the value, or the range.");

    public static Diagnostic Empty(Location at, string column, bool isKey) =>
        EmptyCell.At(at, isKey
            ? $"`{column}` is a key, and a key is never missing. Fill the cell."
            : $"`{column}` may not be missing. Fill the cell, or declare the type with `?`.");

    public static Diagnostic SameKey(Location at, string key, int line) =>
        KeyTwice.At(at, FormattableString.Invariant($"The key `{key}` stands in line {line} already. Give each row its own."));

    public static Diagnostic LeavesOut(Location at, string source, IEnumerable<string> columns) =>
        ColumnsLeftOut.At(at, $"The table leaves out {NameErrors.Words(columns)} of `{source}`. Add what is missing, with empty cells where a value may be missing.");
}
