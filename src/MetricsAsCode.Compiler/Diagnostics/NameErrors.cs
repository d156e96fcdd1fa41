using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>MAC2xxx: names, and how they reach each other.</summary>
public static class NameErrors
{
    public static readonly DiagnosticDescriptor Undefined = new(
        "MAC2001", Severity.Error, "A name is not defined",
        "metric average = revenu / count(orders)", "metric average = revenue / count(orders)");

    public static readonly DiagnosticDescriptor Duplicate = new(
        "MAC2002", Severity.Error, "A name is declared twice",
        "let big = orders where freight > 5 USD\nlet big = orders", "let big = orders where freight > 5 USD\nlet every = orders");

    public static readonly DiagnosticDescriptor Cycle = new(
        "MAC2003", Severity.Error, "A definition leads back to itself",
        "metric a = b\nmetric b = a", "metric a = count(orders)\nmetric b = a");

    public static readonly DiagnosticDescriptor NoColumn = new(
        "MAC2004", Severity.Error, "A source has no such column",
        "metric freight = sum(orders.frieght)", "metric freight = sum(orders.freight)");

    public static readonly DiagnosticDescriptor NotAValue = new(
        "MAC2005", Severity.Error, "A text is not one of a column's values",
        "let done = orders where status = deliverd", "let done = orders where status = delivered");

    public static readonly DiagnosticDescriptor FanOut = new(
        "MAC2006", Severity.Error, "One row would meet many",
        "metric cost = sum(orders.freight * order_lines.quantity)", "metric cost = sum(order_lines.quantity * orders.freight)");

    public static readonly DiagnosticDescriptor NoPath = new(
        "MAC2007", Severity.Error, "No reference leads from one source to the other",
        "metric odd = count(customers where visits.page = \"home\")", "metric odd = count(visits where page = \"home\")");

    public static readonly DiagnosticDescriptor AmbiguousPath = new(
        "MAC2008", Severity.Error, "Several references lead from one source to the other",
        "count(flights where airports.country = \"NO\")", "count(flights where departure_id.country = \"NO\")");

    public static readonly DiagnosticDescriptor UnknownFunction = new(
        "MAC2009", Severity.Error, "A function is not defined",
        "metric customers = distint(orders.customer_id)", "metric customers = distinct(orders.customer_id)");

    public static readonly DiagnosticDescriptor WrongSort = new(
        "MAC2010", Severity.Error, "A name stands for something else than is due here",
        "metric customers = size(orders)", "metric customers = size(set(orders.customer_id))");

    public static readonly DiagnosticDescriptor Unused = new(
        "MAC2011", Severity.Warning, "A `let` is never used",
        "let big = orders where freight > 5 USD", "let big = orders where freight > 5 USD\nmetric big_orders = count(big)");

    public static readonly DiagnosticDescriptor NotAReference = new(
        "MAC2012", Severity.Error, "A column refers to no other source",
        "count(orders where ship_country.name = \"Norway\")", "count(orders where customer_id.country = \"Norway\")");

    public static readonly DiagnosticDescriptor UnknownWord = new(
        "MAC2013", Severity.Error, "A word is not one of those that may stand here",
        "week starts moonday", "week starts monday");

    public static readonly DiagnosticDescriptor BadReference = new(
        "MAC2014", Severity.Error, "A reference needs a source with one key column of its type",
        "customer_id integer -> customers", "customer_id text -> customers");

    public static readonly DiagnosticDescriptor InDefine = new(
        "MAC2015", Severity.Error, "A function does not work on these arguments",
        "metric odd = change(first(orders.ship_country))", "metric growth = change(count(orders))");

    public static readonly DiagnosticDescriptor OutsideRange = new(
        "MAC2016", Severity.Error, "A number lies outside a column's range",
        "let best = surveys where rating = 6", "let best = surveys where rating = 5");

    public static readonly DiagnosticDescriptor UnusedParameter = new(
        "MAC2017", Severity.Error, "A parameter of a function is never used",
        "define per_buyer(x number, y number) = x / size(buyers)", "define per_buyer(x number) = x / size(buyers)");

    public static Diagnostic NotDefined(Location at, string name, IEnumerable<string> known) =>
        Undefined.At(at, $"`{name}` is not defined.{Suggestion.DidYouMean(name, known)}");

    /// <summary>A column's name where no rows are at hand.</summary>
    public static Diagnostic NeedsRows(Location at, string name, IEnumerable<string> columns) =>
        Undefined.At(at, $"`{name}` is a column, and no rows are named here. Write {Words(columns, "or")}.");

    /// <summary>A bare word beside an open text column, most likely a text without its quotes.</summary>
    public static Diagnostic NotDefinedWord(Location at, string name, string column, IEnumerable<string> known) =>
        Undefined.At(at, $"`{name}` is neither a column nor defined.{Suggestion.DidYouMean(name, known)} A text that `{column}` may hold stands in quotes: `\"{name}\"`.");

    public static Diagnostic DeclaredTwice(Location at, string name, Location first) =>
        Duplicate.At(at, $"`{name}` is declared already, in {Place(first)}. Give one of them another name.");

    public static Diagnostic GivenTwice(Location at, string name) =>
        Duplicate.At(at, $"`{name}` is given already. Give each source once.");

    public static Diagnostic LeadsBack(Location at, IEnumerable<string> cycle) =>
        Cycle.At(at, $"The definition leads back to itself: {string.Join(" -> ", cycle.Select(n => $"`{n}`"))}. Write one of them without the other.");

    public static Diagnostic ColumnUnknown(Location at, string source, string name, IEnumerable<string> columns)
    {
        var known = columns.ToArray();
        return NoColumn.At(at, $"`{source}` has no column `{name}`.{Suggestion.DidYouMean(name, known) switch { "" => $" It has {Words(known)}.", var s => s }}");
    }

    public static Diagnostic ValueUnknown(Location at, string column, string value, IEnumerable<string> values)
    {
        var known = values.ToArray();
        return NotAValue.At(at, $"`{column}` never holds `{value}`.{Suggestion.DidYouMean(value, known) switch { "" => $" It holds {Words(known)}.", var s => s }}");
    }

    public static Diagnostic OutOfItsRange(Location at, string column, string value, string range) =>
        OutsideRange.At(at, $"`{column}` lies in {range}, so `{value}` is never one of its values. Write a number of that range, or mend the range.");

    /// <summary>A bare word beside a closed column is one of its values, also where another column has that name.</summary>
    public static Diagnostic ValueUnknownButColumn(Location at, string column, string value, string other) =>
        NotAValue.At(at, $"`{column}` never holds `{value}`: a bare word beside it is one of its values. Write `{other}` for the column of that name.");

    public static Diagnostic WouldFanOut(Location at, string from, string to) =>
        FanOut.At(at, $"One row of `{from}` meets many rows of `{to}`, so values of `{to}` cannot be read for it. Start from `{to}`, which reaches `{from}` by reference.");

    public static Diagnostic Unreachable(Location at, string from, string to) =>
        NoPath.At(at, $"No reference leads from `{from}` to `{to}`. Declare one with `-> {to}` on a column of `{from}`.");

    public static Diagnostic ManyPaths(Location at, string from, string to, IEnumerable<string> paths) =>
        AmbiguousPath.At(at, $"Several references lead from `{from}` to `{to}`: {Words(paths)}. Write the one that is meant.");

    public static Diagnostic FunctionUnknown(Location at, string name, IEnumerable<string> known) =>
        UnknownFunction.At(at, $"There is no function `{name}`.{Suggestion.DidYouMean(name, known)}");

    /// <summary>Something of another module that is called like a function: one of its functions, or a metric over own sources.</summary>
    public static Diagnostic NothingToCall(Location at, string module, string name, IEnumerable<string> known)
    {
        var all = known.OrderBy(k => k, StringComparer.Ordinal).ToArray();
        string remedy = Suggestion.DidYouMean(name, all) is { Length: > 0 } near ? near : all.Length > 0 ? $" It has {Words(all)}." : " It has none.";
        return UnknownFunction.At(at, $"`{module}` has no function or metric `{name}`.{remedy}");
    }

    public static Diagnostic IsSomethingElse(Location at, string name, string isA, string due, string remedy) =>
        WrongSort.At(at, $"`{name}` is {isA}; {due} is due here. {remedy}");

    public static Diagnostic NeverUsed(Location at, string name) =>
        Unused.At(at, $"`{name}` is never used. Use it or remove it.");

    public static Diagnostic ParameterUnused(Location at, string name, string function) =>
        UnusedParameter.At(at, $"`{name}` is never used in `{function}`, so what is handed over for it would be ignored. Use it or remove it.");

    public static Diagnostic RefersToNothing(Location at, string column) =>
        NotAReference.At(at, $"`{column}` refers to no other source, so nothing can follow it. Declare `-> SOURCE` on it, or name the column itself.");

    public static Diagnostic WordUnknown(Location at, string word, IEnumerable<string> allowed)
    {
        var known = allowed.ToArray();
        return UnknownWord.At(at, $"`{word}` is not known here.{Suggestion.DidYouMean(word, known)} It may be {Words(known, "or")}.");
    }

    public static Diagnostic CannotRefer(Location at, string column, string target, string why) =>
        BadReference.At(at, $"`{column}` cannot refer to `{target}`: {why}.");

    public static Diagnostic InsideDefine(Location at, string function, string why) =>
        InDefine.At(at, $"`{function}` does not work on these arguments: {why}");

    internal static string Place(Location at) => FormattableString.Invariant($"{at.Text.Path}({at.Start.Line},{at.Start.Column})");

    /// <summary>`a`, `b` and `c`, at most a dozen.</summary>
    internal static string Words(IEnumerable<string> words, string joiner = "and")
    {
        var all = words.ToArray();
        var shown = all.Take(12).Select(w => $"`{w}`").ToArray();
        if (all.Length > shown.Length)
        {
            return FormattableString.Invariant($"{string.Join(", ", shown)} {joiner} {all.Length - shown.Length} more");
        }

        return shown.Length <= 1 ? string.Concat(shown) : $"{string.Join(", ", shown.Take(shown.Length - 1))} {joiner} {shown[shown.Length - 1]}";
    }
}
