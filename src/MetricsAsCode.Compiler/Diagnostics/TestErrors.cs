using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>MAC5xxx: tests and scorecards.</summary>
public static class TestErrors
{
    public static readonly DiagnosticDescriptor ColumnLeftOut = new(
        "MAC5001", Severity.Error, "A test's table leaves out a column that is read",
        "given orders\n  | order_id |\n  | 1        |\nexpect freight = 5 USD",
        "given orders\n  | order_id | freight | order_date |\n  | 1        | 5       | 1998-01-05 |\nexpect freight = 5 USD");

    public static readonly DiagnosticDescriptor GivenTwice = new(
        "MAC5002", Severity.Error, "A test gives something twice",
        "given orders\n  | order_id |\ngiven orders\n  | order_id |", "given orders\n  | order_id |");

    public static readonly DiagnosticDescriptor ExpectationUnfit = new(
        "MAC5003", Severity.Error, "An expectation does not fit what it is about",
        "expect growth.sales = on_track", "expect growth.sales status = on_track");

    public static readonly DiagnosticDescriptor EmptyTest = new(
        "MAC5004", Severity.Error, "A test expects nothing",
        "test \"nothing\" for 1998-Q1 { given orders\n | order_id | }", "test \"counts\" for 1998-Q1 { expect orders_placed = 0 }");

    public static readonly DiagnosticDescriptor ShownTwice = new(
        "MAC5005", Severity.Error, "A scorecard says something twice",
        "show objectives\nshow objectives", "show objectives");

    public static readonly DiagnosticDescriptor Unanchored = new(
        "MAC5006", Severity.Error, "A test's period is relative, and nothing says to which day",
        "test \"counts\" for this month { expect orders_placed = 0 }", "test \"counts\" for this month as of 1998-02-15 { expect orders_placed = 0 }");

    public static Diagnostic NeedsAsOf(Location at, string period) =>
        Unanchored.At(at, $"`{period}` is relative to the as-of, and that of a test is the end of its period unless it says one. Add `as of DATE`, or write the period out.");

    public static Diagnostic IsRead(Location at, string source, string column, string metric) =>
        ColumnLeftOut.At(at, $"`{metric}` reads `{source}.{column}`, which this table leaves out. Add the column.");

    public static Diagnostic Twice(Location at, string what) => GivenTwice.At(at, $"{what} stands here a second time. Keep one.");

    public static Diagnostic DoesNotFit(Location at, string fact, string remedy) => ExpectationUnfit.At(at, $"{fact}. {remedy}");

    public static Diagnostic OfAnotherUnit(Location at, string written, string found, string due, IReadOnlyList<string> offers) =>
        ExpectationUnfit.At(at, $"`{written}` is {found}, but {due} is expected here. {Sentence.Write(offers, due)}");

    public static Diagnostic ExpectsNothing(Location at, string label) =>
        EmptyTest.At(at, $"The test `{label}` expects nothing, so it cannot fail. Add an `expect`.");

    public static Diagnostic Repeated(Location at, string what) => ShownTwice.At(at, $"{what} stands here a second time. Remove one.");
}
