using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>MAC21xx: what one module takes over from another.</summary>
public static class ReuseErrors
{
    public static readonly DiagnosticDescriptor Counterparts = new(
        "MAC2101", Severity.Error, "A reference that is taken over could lead to several sources",
        "source tickets like support.tickets from csv \"t.csv\"", "source tickets like support.tickets from csv \"t.csv\" { agent_id text -> agents }");

    public static readonly DiagnosticDescriptor OtherType = new(
        "MAC2102", Severity.Error, "A column that is taken over is written again with another type",
        "source tickets like support.tickets from csv \"t.csv\" { ticket_id integer key }", "source tickets like support.tickets from csv \"t.csv\" { ticket_id text key from \"id\" }");

    public static Diagnostic ManyCounterparts(Location at, string source, string column, string target, IEnumerable<string> own) =>
        Counterparts.At(at, $"`{source}.{column}` refers to a source like `{target}`, and there are several: {NameErrors.Words(own)}. Write the column here, with `->` and the one that is meant.");

    public static Diagnostic TypeChanged(Location at, string column, string own, string other, string taken) =>
        OtherType.At(at, $"`{column}` is {taken} in `{other}`, not {own}. Write `{taken}`, or give the column another name.");
}
