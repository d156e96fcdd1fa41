using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>MAC7xxx: sources beside the tables of a database.</summary>
public static class DatabaseErrors
{
    public static readonly DiagnosticDescriptor NoTable = new(
        "MAC7001", Severity.Error, "A database has no table for a source",
        "source order from csv \"orders.csv\" { order_id text key }", "source orders from csv \"orders.csv\" { order_id text key }");

    public static readonly DiagnosticDescriptor NoColumn = new(
        "MAC7002", Severity.Error, "A table has no such column",
        "coupon text?", "coupon text? from \"coupon_code\"");

    public static readonly DiagnosticDescriptor OtherType = new(
        "MAC7003", Severity.Error, "A table's type does not hold the declared one",
        "rating integer", "rating number");

    public static readonly DiagnosticDescriptor ValueUnfit = new(
        "MAC7004", Severity.Error, "A table has values that the declaration does not allow",
        "status text in [placed, delivered]", "status text in [placed, delivered, cancelled]");

    public static readonly DiagnosticDescriptor ValueMissing = new(
        "MAC7005", Severity.Error, "A table misses values that must be there",
        "coupon text", "coupon text?");

    public static readonly DiagnosticDescriptor KeyTwice = new(
        "MAC7006", Severity.Error, "A key stands in more than one row",
        "order_id text key", "order_id text key\nproduct_id text key");

    public static readonly DiagnosticDescriptor Dangling = new(
        "MAC7007", Severity.Error, "A reference leads to rows that are not there",
        "customer_id text -> customers", "customer_id text");

    public static Diagnostic HasNoTable(Location at, string table, IEnumerable<string> tables, string otherwise) =>
        NoTable.At(at, $"The database has no table `{table}`.{Remedy(table, tables, " " + otherwise)}");

    public static Diagnostic HasNoColumn(Location at, string table, string column, IEnumerable<string> columns) =>
        NoColumn.At(at, $"The table `{table}` has no column `{column}`.{Remedy(column, columns, " Write `from \"NAME\"` after the type if it is called otherwise.")}");

    public static Diagnostic HasOtherType(Location at, string column, string stored, string declared, string remedy) =>
        OtherType.At(at, $"`{column}` is {stored} in the table where the source declares {declared}.{remedy}");

    public static Diagnostic HasOtherValues(Location at, string column, long rows, string first, string allowed) =>
        ValueUnfit.At(at, $"{Values(rows)} of `{column}` {(rows == 1 ? "is" : "are")} not {allowed}, the first `{first}`. Mend the table or the declaration.");

    public static Diagnostic Misses(Location at, string column, long rows, string type) =>
        ValueMissing.At(at, $"{Rows(rows)} no `{column}`. Declare it `{type}?`, or mend the table.");

    public static Diagnostic StandsTwice(Location at, string key, long keys, string first) =>
        KeyTwice.At(at, FormattableString.Invariant($"The key `{key}` is not unique: {(keys == 1 ? "one value stands" : $"{keys} values stand")} in several rows, the first `{first}`. Mend the table, or declare what makes its rows unique."));

    public static Diagnostic LeadsNowhere(Location at, string column, string target, long rows, string first) =>
        Dangling.At(at, $"{Values(rows)} of `{column}` {(rows == 1 ? "refers" : "refer")} to no row of `{target}`, the first `{first}`. Add the rows it refers to, or mend the table.");

    private static string Rows(long count) => FormattableString.Invariant($"{count} {(count == 1 ? "row has" : "rows have")}");

    private static string Values(long count) => FormattableString.Invariant($"{count} value{(count == 1 ? "" : "s")}");

    private static string Remedy(string written, IEnumerable<string> there, string otherwise) =>
        Suggestion.DidYouMean(written, there) is { Length: > 0 } near ? near : otherwise;
}
