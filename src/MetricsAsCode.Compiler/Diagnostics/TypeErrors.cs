using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>MAC3xxx: types of columns and row expressions, units of numbers.</summary>
public static class TypeErrors
{
    public static readonly DiagnosticDescriptor UnknownType = new(
        "MAC3001", Severity.Error, "A type is not known",
        "order_id string key", "order_id text key");

    public static readonly DiagnosticDescriptor TypeMismatch = new(
        "MAC3002", Severity.Error, "Types do not fit each other",
        "let odd = orders where order_date = 5", "let odd = orders where order_date = 1998-05-05");

    public static readonly DiagnosticDescriptor UnitMismatch = new(
        "MAC3003", Severity.Error, "Units do not fit each other",
        "metric odd = revenue + churn_rate", "metric odd = revenue * churn_rate");

    public static readonly DiagnosticDescriptor BareNumber = new(
        "MAC3004", Severity.Error, "A plain number stands where a unit is due",
        "key result churn = churn_rate at most 20", "key result churn = churn_rate at most 20%");

    public static readonly DiagnosticDescriptor CurrencyMismatch = new(
        "MAC3005", Severity.Error, "Amounts of two currencies meet",
        "metric odd = sum(orders.freight) + 5 INR", "metric more = sum(orders.freight) + 5 USD");

    public static readonly DiagnosticDescriptor NoCurrency = new(
        "MAC3006", Severity.Error, "Money does not say its currency",
        "freight money", "freight money USD");

    public static readonly DiagnosticDescriptor AggregateInRow = new(
        "MAC3007", Severity.Error, "An aggregate stands inside a condition on rows",
        "let big = orders where freight > avg(orders.freight)", "metric mean = avg(orders.freight)");

    public static readonly DiagnosticDescriptor DueHere = new(
        "MAC3008", Severity.Error, "Something else is due here",
        "metric buyers = set(orders.customer_id)", "metric buyers = size(set(orders.customer_id))");

    public static readonly DiagnosticDescriptor ArgumentCount = new(
        "MAC3009", Severity.Error, "A function has another number of arguments",
        "metric odd = percentile(orders.freight)", "metric p90 = percentile(orders.freight, 90%)");

    public static readonly DiagnosticDescriptor NotAggregable = new(
        "MAC3010", Severity.Error, "An aggregate does not work on such values",
        "metric odd = sum(orders.ship_country)", "metric countries = distinct(orders.ship_country)");

    public static readonly DiagnosticDescriptor WrongDisplay = new(
        "MAC3011", Severity.Error, "A number cannot be shown that way",
        "metric revenue as percent = sum(orders.freight)", "metric revenue as money = sum(orders.freight)");

    public static readonly DiagnosticDescriptor AlwaysTrue = new(
        "MAC3012", Severity.Error, "A share over entities tests only that they exist",
        "metric odd = share(count(orders) >= 1 per customer_id)", "metric buyers = share(count(orders) >= 1 per customers)");

    public static readonly DiagnosticDescriptor StaticWithDated = new(
        "MAC3013", Severity.Error, "A source without time is aggregated although it refers to one with time",
        "source order_lines from csv \"lines.csv\" { order_id integer key -> orders }",
        "source order_lines from csv \"lines.csv\" { order_id integer key -> orders; time order_id.order_date }");

    public static readonly DiagnosticDescriptor LaterTime = new(
        "MAC3014", Severity.Warning, "A share tests a time that may lie after the data ends",
        "share(orders where shipped_date <= required_date)", "share(orders where shipped_date <= required_date among shipped_date is known)");

    public static readonly DiagnosticDescriptor BadDeclaration = new(
        "MAC3015", Severity.Error, "A column or product says something that cannot be",
        "rating integer in 5..1", "rating integer in 1..5");

    public static readonly DiagnosticDescriptor Misplaced = new(
        "MAC3016", Severity.Error, "A word stands where it has no meaning",
        "metric odd = sum(orders.freight each day)", "metric daily = avg(sum(orders.freight) each day)");

    public static readonly DiagnosticDescriptor NotYet = new(
        "MAC3017", Severity.Error, "This version cannot do that yet",
        "let open = tickets at end", "let open = tickets where closed_at is missing");

    public static readonly DiagnosticDescriptor UnknownZone = new(
        "MAC3018", Severity.Error, "A time zone is not known",
        "timezone \"Europe/Lissabon\"", "timezone \"Europe/Lisbon\"");

    public static readonly DiagnosticDescriptor TwoCalendars = new(
        "MAC3019", Severity.Error, "Two products with different calendars meet",
        "metric both = count(orders) + tokyo.orders_placed", "metric here = count(orders)");

    public static readonly DiagnosticDescriptor UnknownLocale = new(
        "MAC3020", Severity.Error, "A locale is not known",
        "locale \"en-INR\"", "locale \"en-IN\"");

    public static readonly DiagnosticDescriptor UnknownCurrency = new(
        "MAC3021", Severity.Error, "A currency is not known",
        "freight money UDS", "freight money USD");

    public static readonly DiagnosticDescriptor NothingToRead = new(
        "MAC3022", Severity.Error, "A source has no columns, or no file",
        "source orders from csv \"orders.csv\" { }", "source orders from csv \"orders.csv\" { order_id integer key }");

    public static Diagnostic CurrencyUnknown(Location at, string code, IEnumerable<string> known) =>
        UnknownCurrency.At(at, $"There is no currency `{code}`.{Suggestion.DidYouMean(code, known)} Write a code of ISO 4217, e.g. `USD`.");

    public static Diagnostic NoColumns(Location at, string source) =>
        NothingToRead.At(at, $"`{source}` declares no columns, and others are never read. Write each that is used as `NAME TYPE`.");

    public static Diagnostic NoFile(Location at, string source) =>
        NothingToRead.At(at, $"`{source}` does not say which file its rows are in. Write the path between the quotes.");

    public static Diagnostic NoTable(Location at, string source) =>
        NothingToRead.At(at, $"`{source}` does not say which table its rows are in. Write it between the quotes, e.g. `public.orders`.");

    public static Diagnostic LocaleUnknown(Location at, string locale, IEnumerable<string> known) =>
        UnknownLocale.At(at, $"The locale `{locale}` is not known.{Suggestion.DidYouMean(locale, known)} Write a language and a region, e.g. `en-IN` or `de-DE`.");

    public static Diagnostic ZoneUnknown(Location at, string zone, IEnumerable<string> known) =>
        UnknownZone.At(at, $"There is no time zone `{zone}`.{Suggestion.DidYouMean(zone, known)} Write a name of the IANA database, e.g. `Asia/Kolkata` or `UTC`.");

    public static Diagnostic CalendarsDiffer(Location at, string own, string other) =>
        TwoCalendars.At(at, $"`{other}` has another calendar than `{own}` (time zone, week or year), so its numbers would be of other periods here. Compute them in their own module.");

    public static Diagnostic TypeUnknown(Location at, string name, IEnumerable<string> known)
    {
        var types = known.ToArray();
        return UnknownType.At(at, $"There is no type `{name}`.{Suggestion.DidYouMean(name, types)} Types are {NameErrors.Words(types)}.");
    }

    public static Diagnostic CannotCompare(Location at, string left, string right) =>
        TypeMismatch.At(at, $"{left} cannot be compared with {right}. Compare values of one type.");

    public static Diagnostic CannotCalculate(Location at, string operation, string operand) =>
        TypeMismatch.At(at, $"`{operation}` does not work on {operand}.");

    public static Diagnostic CannotCalculate(Location at, string operation, string left, string right) =>
        TypeMismatch.At(at, $"`{operation}` does not work on {left} and {right}.");

    public static Diagnostic Expected(Location at, string due, string found) =>
        TypeMismatch.At(at, $"{due} is due here, not {found}.");

    public static Diagnostic UnitsDiffer(Location at, string operation, string left, string right, string remedy) =>
        UnitMismatch.At(at, $"`{operation}` does not work on {left} and {right}. {remedy}".TrimEnd());

    public static Diagnostic NeedsUnit(Location at, string written, string unit, string offer) =>
        BareNumber.At(at, $"`{written}` is a plain number, but {unit} is due. Write `{offer}`.");

    public static Diagnostic CurrenciesDiffer(Location at, string left, string right) =>
        CurrencyMismatch.At(at, $"An amount in {left} and one in {right} do not add up. Convert one of them first.");

    public static Diagnostic CurrencyMissing(Location at, string name) =>
        NoCurrency.At(at, $"`{name}` is money of no currency. Write `money USD`, or give the product a `currency`.");

    public static Diagnostic NoAggregateHere(Location at, string function) =>
        AggregateInRow.At(at, $"`{function}(…)` is one number over many rows, but a condition looks at one row at a time. Use `… per KEY` on a metric instead.");

    public static Diagnostic SomethingElseIsDue(Location at, string found, string due, string remedy) =>
        DueHere.At(at, $"This is {found}; {due} is due here. {remedy}");

    public static Diagnostic WrongArguments(Location at, string function, string form) =>
        ArgumentCount.At(at, $"`{function}` is written `{form}`.");

    public static Diagnostic CannotAggregate(Location at, string function, string type, string works) =>
        NotAggregable.At(at, $"`{function}` does not work on {type}; it works on {works}.");

    public static Diagnostic CannotShow(Location at, string display, string unit, string remedy) =>
        WrongDisplay.At(at, $"The formula gives {unit}, which cannot be shown as {display}. {remedy}");

    public static Diagnostic TestsOnlyExistence(Location at, string key) =>
        AlwaysTrue.At(at, $"Entities of `{key}` are those with such a row, so this share is always 100%. Name a source or a set behind `per` to count those without one too.");

    public static Diagnostic NeedsTime(Location at, string source, string dated, string offer) =>
        StaticWithDated.At(at, $"`{source}` has no time of its own, but refers to `{dated}`, which has. Add the member `time {offer}` to `{source}`.");

    public static Diagnostic TestsLaterTime(Location at, string column) =>
        LaterTime.At(at, $"`{column}` may be missing only because the data ends before it, and such rows count against the share. Add `among {column} is known`, or test `{column} is missing`.");

    public static Diagnostic CannotBe(Location at, string fact, string remedy) => BadDeclaration.At(at, $"{fact}. {remedy}.");

    public static Diagnostic NoMeaningHere(Location at, string word, string why) =>
        Misplaced.At(at, $"`{word}` has no meaning here: {why}.");

    public static Diagnostic NotSupportedYet(Location at, string what, string instead) =>
        NotYet.At(at, $"{what} cannot be compiled by this version yet. {instead}");
}
