using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>MAC6xxx: values from other rows, funnels and cohorts.</summary>
public static class FunnelErrors
{
    public static readonly DiagnosticDescriptor SetMovesWithPeriod = new(
        "MAC6001", Severity.Error, "Rows that are looked at across all times are filtered by a set, which belongs to a period",
        "let regular = orders where customer_id in buyers\nmetric gap = avg(since_previous(regular.order_date by customer_id))",
        "let open = orders where shipped_date is missing\nmetric gap = avg(since_previous(open.order_date by customer_id))");

    public static readonly DiagnosticDescriptor FollowedWithoutTime = new(
        "MAC6002", Severity.Error, "Rows are followed through time, but have none",
        "funnel tour by customers within 1 day { step seen = customers\n step bought = orders }",
        "funnel tour by customers within 1 day { step joined = customers dated joined_on\n step bought = orders }");

    public static readonly DiagnosticDescriptor EntityUnreachable = new(
        "MAC6003", Severity.Error, "The rows of a step or return do not belong to the entity that is followed",
        "funnel tour by events.session_id within 1 day { step seen = events\n step bought = orders }",
        "funnel tour by customers within 1 day { step seen = events\n step bought = orders }");

    public static readonly DiagnosticDescriptor TooFewSteps = new(
        "MAC6004", Severity.Error, "A funnel has fewer than two steps",
        "funnel checkout by events.session_id within 1 day { step cart = events }",
        "funnel checkout by events.session_id within 1 day { step cart = events where name = add_to_cart\n step paid = events where name = order_placed }");

    public static readonly DiagnosticDescriptor MemberUnknown = new(
        "MAC6005", Severity.Error, "A funnel or cohort has no such member",
        "metric paid = checkout.payed.rate", "metric paid = checkout.paid.rate");

    public static readonly DiagnosticDescriptor TriangleUnfit = new(
        "MAC6006", Severity.Error, "A funnel or cohort is shown as it cannot be",
        "show joiners by quarter", "show joiners by month");

    public static Diagnostic RowsWithoutTime(Location at, string what, string source) =>
        FollowedWithoutTime.At(at, $"{what} have no time: `{source}` is static. Give the source a `time`, or write `{source} dated COLUMN`.");

    public static Diagnostic EntityOutOfReach(Location at, string source, string entity) =>
        EntityUnreachable.At(at, $"`{source}` does not reach `{entity}`. Name behind `by` a source that all rows refer to.");

    public static Diagnostic OneStep(Location at, string funnel) =>
        TooFewSteps.At(at, $"The funnel `{funnel}` has fewer than two steps. Add another `step`.");

    /// <param name="members">All that there are.</param>
    /// <param name="offers">Those to name where none is near.</param>
    public static Diagnostic NoMember(Location at, string name, IEnumerable<string> members, IEnumerable<string> offers)
    {
        string near = Suggestion.DidYouMean(name, members);
        return MemberUnknown.At(at, $"`{name}` is not a member.{(near.Length > 0 ? near : $" There are e.g. {NameErrors.Words(offers)}.")}");
    }

    public static Diagnostic CannotShow(Location at, string fact, string remedy) => TriangleUnfit.At(at, $"{fact}. {remedy}.");

    public static Diagnostic RowsOfASet(Location at, string rows) =>
        SetMovesWithPeriod.At(at, $"{rows} are filtered by a set, which changes with the period. Filter them by columns.");
}
