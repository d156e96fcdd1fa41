using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>MAC304x: rows with a lifetime, rows that stand for a whole month, samples.</summary>
public static class StateErrors
{
    public static readonly DiagnosticDescriptor NoLifetime = new(
        "MAC3040", Severity.Error, "A state is asked of rows without a lifetime",
        "metric open = count(orders at end)", "source orders from csv \"orders.csv\" { valid from placed_on to shipped_on }");

    public static readonly DiagnosticDescriptor NoState = new(
        "MAC3041", Severity.Error, "Rows with a lifetime are aggregated without saying at which time",
        "metric mrr = sum(subscriptions.amount)", "metric mrr = sum(subscriptions.amount) at end");

    public static readonly DiagnosticDescriptor StateComesFirst = new(
        "MAC3042", Severity.Error, "A state is asked of what another window moves already",
        "metric mrr = sum(subscriptions.amount) over previous at end", "metric mrr = sum(subscriptions.amount) at end over previous");

    public static readonly DiagnosticDescriptor NoTimeToRead = new(
        "MAC3043", Severity.Error, "A reference to rows with a lifetime is followed by rows without time",
        "count(contacts where accounts.plan = pro)", "count(tickets where accounts.plan = pro)");

    public static readonly DiagnosticDescriptor Finer = new(
        "MAC3044", Severity.Error, "Rows that stand for a whole month are asked for a shorter time",
        "metric daily = avg(sum(costs.amount) each day)", "metric monthly = avg(sum(costs.amount) each month)");

    public static readonly DiagnosticDescriptor NotAsked = new(
        "MAC3045", Severity.Error, "Rows of a sample do not say which row was asked",
        "source surveys from csv \"surveys.csv\" { customer text; sample of orders via customer }",
        "source surveys from csv \"surveys.csv\" { order_id integer -> orders; sample of orders via order_id }");

    public static readonly DiagnosticDescriptor MovedFromInstant = new(
        "MAC3046", Severity.Error, "A set in a condition is moved from the instant at which rows are read",
        "metric kept = count(accounts where account_id in set(accounts.account_id) at start) at end",
        "metric kept = size((set(accounts.account_id) at end) intersect (set(accounts.account_id) at start))");

    public static Diagnostic MovesFromAnInstant(Location at, string source, string window) =>
        MovedFromInstant.At(at, $"The rows of `{source}` are read at one instant, from which `{window}` leads nowhere. Combine sets instead: `size((SET at end) intersect (SET {window}))`.");

    public static Diagnostic SaysNotWhoWasAsked(Location at, string column, string asked, string? why) =>
        NotAsked.At(at, $"`{column}` does not say which row of `{asked}` was asked: {why ?? $"it neither refers to `{asked}` nor has the name of a column there"}. Name a column declared `-> {asked}`, or one of the same name and type as in `{asked}`.");

    public static Diagnostic HasNoLifetime(Location at, string source, string window) =>
        NoLifetime.At(at, $"`{source}` has no lifetime, so it has no state `{window}`. Add `valid from START to END` to the source, or write `over ever` for all rows up to then.");

    public static Diagnostic SaysNoState(Location at, string source) =>
        NoState.At(at, $"The rows of `{source}` come and go, so a number over them is of one instant. Write `at end` or `at start` behind it, or `dated COLUMN` to count by a time.");

    public static Diagnostic MovedAlready(Location at, string window, string why) =>
        StateComesFirst.At(at, $"`{window}` says which rows are read, and {why}. Write it directly behind the aggregate or set: `… {window} over previous`.");

    public static Diagnostic NoTime(Location at, string source, string target) =>
        NoTimeToRead.At(at, $"`{source}` has no time here, so it is not known which row of `{target}` its reference means. Write `dated COLUMN` behind `{source}`.");

    public static Diagnostic IsFiner(Location at, string source, string grain, string asked) =>
        Finer.At(at, $"A row of `{source}` stands for a whole {grain}, so there is no value for {asked}. Ask by {grain} or longer.");
}
