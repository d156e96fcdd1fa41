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

    public static readonly DiagnosticDescriptor SourceMissing = new(
        "MAC2103", Severity.Error, "A metric of another module still reads that module's own rows",
        "metric cost = support.cost_per_ticket(tickets = queue)", "metric cost = support.cost_per_ticket(tickets = queue, costs = spending)");

    public static readonly DiagnosticDescriptor DoesNotWork = new(
        "MAC2104", Severity.Error, "A metric does not work over these sources",
        "metric csat = support.csat(surveys = ratings)", "source ratings like support.surveys from csv \"r.csv\"\nmetric csat = support.csat(surveys = ratings)");

    public static readonly DiagnosticDescriptor NoSources = new(
        "MAC2105", Severity.Error, "A metric is called without saying over which sources",
        "metric csat = support.csat(ratings)", "metric csat = support.csat(surveys = ratings)");

    public static readonly DiagnosticDescriptor PeriodInSegment = new(
        "MAC2106", Severity.Error, "A segment depends on the period",
        "segment loyal = orders.customer_id in active", "let of_loyal = orders.customer_id in active");

    public static Diagnostic SegmentOfSet(Location at, string column) =>
        PeriodInSegment.At(at, $"`{column} in …` depends on the period, and a row is of a segment or not whatever the period. Name the condition with `let`, which may stand behind `where`.");

    public static Diagnostic StillReads(Location at, string metric, string source) =>
        SourceMissing.At(at, $"`{metric}` also reads `{source}`, for which nothing is given. Add `{source} = SOURCE`.");

    public static Diagnostic InsideMetric(Location at, string metric, string why) =>
        DoesNotWork.At(at, $"`{metric}` does not work over these sources: {why}");

    public static Diagnostic ColumnLacks(Location at, string metric, string source, string column, string type, string? found) =>
        DoesNotWork.At(at, found is null
            ? $"`{metric}` reads the column `{column}` ({type}), which `{source}` does not have. Declare `{source}` like the source it stands for, or add the column."
            : $"`{metric}` reads `{column}` as {type}, and in `{source}` it is {found}. Give it that type.");

    public static Diagnostic SaysNoSources(Location at, string metric, IEnumerable<string> sources) =>
        NoSources.At(at, $"A metric is called with what stands for its sources: `{metric}({string.Join(", ", sources.Select(s => s + " = …"))})`. Name rows behind each `=`.");

    public static Diagnostic ManyCounterparts(Location at, string source, string column, string target, IEnumerable<string> own) =>
        Counterparts.At(at, $"`{source}.{column}` refers to a source like `{target}`, and there are several: {NameErrors.Words(own)}. Write the column here, with `->` and the one that is meant.");

    public static Diagnostic TypeChanged(Location at, string column, string own, string other, string taken) =>
        OtherType.At(at, $"`{column}` is {taken} in `{other}`, not {own}. Write `{taken}`, or give the column another name.");
}
