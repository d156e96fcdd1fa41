using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>MAC4xxx: objectives and key results.</summary>
public static class ObjectiveErrors
{
    public static readonly DiagnosticDescriptor Direction = new(
        "MAC4001", Severity.Error, "A target goes against what is better",
        "key result churn = churn_rate increase by 20%", "key result churn = churn_rate decrease by 20%");

    public static readonly DiagnosticDescriptor NoChange = new(
        "MAC4002", Severity.Error, "A target starts where it ends",
        "key result repeat = repeat_rate from 50% to 50%", "key result repeat = repeat_rate from 50% to 60%");

    public static readonly DiagnosticDescriptor RangeReversed = new(
        "MAC4003", Severity.Error, "A range is upside down",
        "key result load = load_rate between 90% and 80%", "key result load = load_rate between 80% and 90%");

    public static readonly DiagnosticDescriptor NotConstant = new(
        "MAC4004", Severity.Error, "A target is not a constant",
        "key result sales = revenue at least revenue", "key result sales = revenue at least 1_000 USD");

    public static readonly DiagnosticDescriptor ChangeForm = new(
        "MAC4005", Severity.Error, "A change is neither relative nor of the metric's unit",
        "key result sales = revenue increase by 500", "key result sales = revenue increase by 10%");

    public static readonly DiagnosticDescriptor BadWeight = new(
        "MAC4006", Severity.Error, "A weight or threshold is out of its range",
        "key result sales = revenue increase by 10% weight 0", "key result sales = revenue increase by 10% weight 2");

    public static readonly DiagnosticDescriptor Empty = new(
        "MAC4007", Severity.Error, "An objective has no key result",
        "objective growth \"Grow\" { owner \"sales\" }", "objective growth \"Grow\" { key result sales = revenue increase by 10% }");

    public static readonly DiagnosticDescriptor NoAim = new(
        "MAC4008", Severity.Error, "A key result measures nothing",
        "key result bot \"Chatbot takes half\"", "key result bot \"Chatbot takes half\" { need bot_share at least 50%; need bot_csat at least 90% }");

    public static readonly DiagnosticDescriptor TwoAims = new(
        "MAC4009", Severity.Error, "A key result has a target of its own and needs besides",
        "key result bot = bot_share at least 50% { need bot_csat at least 90% }", "key result bot { need bot_share at least 50%; need bot_csat at least 90% }");

    public static readonly DiagnosticDescriptor Timeless = new(
        "MAC4010", Severity.Error, "A milestone is looked for among rows without time",
        "key result launch = countries where code = \"PT\" done", "key result launch = launches where country = \"PT\" done");

    public static readonly DiagnosticDescriptor OtherUnit = new(
        "MAC4011", Severity.Error, "A target has another unit than what is measured",
        "key result sales = revenue at least 50%", "key result sales = revenue at least 50_000 USD");

    public static readonly DiagnosticDescriptor BaselineNotBefore = new(
        "MAC4012", Severity.Error, "A baseline is not before the period that is judged",
        "objective growth during 1998-Q1 { key result sales = revenue increase by 10% versus 1998-Q2 }",
        "objective growth during 1998-Q1 { key result sales = revenue increase by 10% versus 1997-Q1 }");

    public static Diagnostic IsNoBaseline(Location at, string versus, string during) =>
        BaselineNotBefore.At(at, $"`{versus}` does not end before `{during}` begins, so nothing can have changed since. Name an earlier period.");

    /// <summary>The same of an objective that is judged in the period of a scorecard.</summary>
    public static Diagnostic IsNoBaselineHere(Location at, string keyResult, string period) =>
        BaselineNotBefore.At(at, $"The baseline of `{keyResult}` does not end before `{period}` begins, in which this scorecard judges it. Give its objective a period with `during`, or name an earlier baseline.");

    public static Diagnostic OfAnotherUnit(Location at, string written, string found, string measured, string due, IReadOnlyList<string> offers) =>
        OtherUnit.At(at, $"The target `{written}` is {found}, but {measured} is {due}. {Sentence.Write(offers, due)}");

    public static Diagnostic AimsAtNothing(Location at, string name) =>
        NoAim.At(at, $"`{name}` says neither what is measured nor what it needs. Write `= METRIC TARGET` behind it, or a block of `need METRIC TARGET`.");

    public static Diagnostic AimsTwice(Location at, string name) =>
        TwoAims.At(at, $"`{name}` has a target already. Make that one a `need` as well, and leave out what stands behind `=`.");

    public static Diagnostic HasNoTime(Location at, string source) =>
        Timeless.At(at, $"The rows of `{source}` have no time, so it is not known when one of them was done. Write `dated COLUMN` behind them.");

    public static Diagnostic AgainstBetter(Location at, string metric, string better, string target) =>
        Direction.At(at, $"`{metric}` is better {better}, but the target asks for {target}. Turn the target round, or mend `better`.");

    public static Diagnostic StartsWhereItEnds(Location at, string level) =>
        NoChange.At(at, $"The target goes from `{level}` to the same, so no progress can be measured. Name two levels.");

    public static Diagnostic UpsideDown(Location at, string low, string high) =>
        RangeReversed.At(at, $"`{low}` is not below `{high}`. Write the smaller one first.");

    public static Diagnostic MustBeConstant(Location at) =>
        NotConstant.At(at, "A target is a plain level, e.g. `60%`, `500 USD` or `3 hours`. Write it as a number.");

    public static Diagnostic NeedsPercentOr(Location at, string written, string unit, string offer) =>
        ChangeForm.At(at, $"`by {written}` does not say what it is relative to. Write a share of the baseline, e.g. `by 10%`, or {(offer.Length == 0 ? "both ends: `from A to B`" : $"a step in {unit}, e.g. `by {offer}`")}.");

    public static Diagnostic OutOfRange(Location at, string what, string range) =>
        BadWeight.At(at, $"{what} lies outside {range}.");

    public static Diagnostic NoKeyResults(Location at, string name) =>
        Empty.At(at, $"`{name}` has no key result, so it cannot be scored. Add `key result NAME \"…\" = METRIC TARGET`.");
}
