using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Aggregates over rows.</summary>
internal static class RowAggregates
{
    private static readonly string[] OfAny = ["min({0}", "max({0}", "first({0}", "last({0}", "nth({0}, 2", "nth({0}, 3"];

    private static readonly string[] OfNumbers =
        ["avg({0}", "median({0}", "stddev({0}", "percentile({0}, 90%", "percentile({0}, 12.5%", "percentile_disc({0}, 75%", "percentile_disc({0}, 0%", .. OfAny];

    private static readonly ScalarKind[] Kinds =
    [
        ScalarKind.Text, ScalarKind.Integer, ScalarKind.Number, ScalarKind.Decimal, ScalarKind.Money, ScalarKind.Date, ScalarKind.Timestamp, ScalarKind.Duration, ScalarKind.Boolean,
    ];

    public static readonly Production[] Productions =
    [
        new("count(rows)", 6, g => g.IsOf(Measured.Count) && Sources(g).Any(), Count),
        new("count(value)", 2, g => g.IsOf(Measured.Count) && Sources(g).Any(), CountValues),
        new("distinct", 3, g => g.IsOf(Measured.Count) && Sources(g).Any(), Distinct),
        new("sum(integer)", 3, g => g.IsOf(Measured.Count) && Sources(g).Any(), g => Over(g, ["sum({0}"], ScalarKind.Integer)),
        new("size", 4, g => g.IsOf(Measured.Count) && Entities(g).Any(), Size),
        new("aggregate of numbers", 8, g => g.IsOf(Measured.Number) && Sources(g).Any(), OfPlain),
        new("aggregate of money", 8, g => g.IsOf(Measured.Money) && Sources(g).Any(), g => Dimensioned(g, ScalarKind.Money)),
        new("aggregate of durations", 8, g => g.IsOf(Measured.Duration) && Sources(g).Any(), g => Dimensioned(g, ScalarKind.Duration)),
        new("aggregate of text", 4, g => g.IsOf(Measured.Text) && Sources(g).Any(), g => Over(g, OfAny, ScalarKind.Text)),
        new("aggregate of dates", 4, g => g.IsOf(Measured.Date) && Sources(g).Any(), g => Over(g, OfAny, ScalarKind.Date)),
        new("aggregate of timestamps", 4, g => g.IsOf(Measured.Timestamp) && Sources(g).Any(), g => Over(g, OfAny, ScalarKind.Timestamp)),
    ];

    public static IEnumerable<SourceSpec> Sources(Goal goal) => goal.Sources.Where(s => RowSelections.CanBeAggregated(goal.Schema, s));

    /// <summary>The entities that a set over the sources at hand can hold.</summary>
    public static IEnumerable<Entity> Entities(Goal goal) =>
        Sources(goal).SelectMany(s => s.Columns.Where(c => c.Kind is ScalarKind.Text or ScalarKind.Integer).Select(c => goal.Schema.EntityOf(s, c))).Distinct();

    public static bool IsOf(this Goal goal, Measured unit) => goal.Need == Need.Number && goal.Unit == unit;

    private static Gen<SourceSpec> Pick(Goal goal) => Gen.Elements(Sources(goal).ToArray());

    // Where no column of the kind is in reach only constants would be aggregated.
    private static Gen<SourceSpec> Pick(Goal goal, ScalarKind kind)
    {
        SourceSpec[] all = [.. Sources(goal)], with = [.. all.Where(s => goal.Schema.Paths(s).Any(p => p.Column.Kind == kind))];
        return Gen.Elements(with.Length > 0 ? with : all);
    }

    private static Gen<Term> Count(Goal goal) => Pick(goal).SelectMany(s => Make.From(goal, "count(rows)", "count({0})", goal.RowsOf(s)));

    private static Gen<Term> CountValues(Goal goal) =>
        Gen.Elements(ScalarKind.Integer, ScalarKind.Number, ScalarKind.Money, ScalarKind.Text, ScalarKind.Timestamp, ScalarKind.Date, ScalarKind.Duration).SelectMany(kind => Over(goal, ["count({0}"], kind));

    private static Gen<Term> Distinct(Goal goal) => Gen.Frequency(
        (2, DistinctColumn(goal)),
        (1, Gen.Elements(Kinds).SelectMany(kind => Over(goal, ["distinct({0}"], kind))));

    private static Gen<Term> DistinctColumn(Goal goal) =>
        from source in Pick(goal)
        from path in Gen.Elements(goal.Schema.Paths(source).ToArray())
        let column = Term.Column(goal.Value(path.Column.Kind, source).Sort, path.Text)
        from term in Filtered(goal, source, "distinct", "distinct({0}", column)
        select term;

    private static Gen<Term> Size(Goal goal) =>
        Gen.Elements(Entities(goal).ToArray()).SelectMany(e => Make.From(goal, "size", "size({0})", goal.SetOf(e)));

    private static Gen<Term> OfPlain(Goal goal) => Make.Either(
        () => Gen.Elements(ScalarKind.Integer, ScalarKind.Number, ScalarKind.Decimal).SelectMany(kind => Over(goal, OfNumbers, kind)),
        () => Gen.Elements(ScalarKind.Number, ScalarKind.Decimal).SelectMany(kind => Over(goal, ["sum({0}"], kind)));

    // What is over or times a plain number is kept as a binary double but is still money or a duration.
    private static Gen<Term> Dimensioned(Goal goal, ScalarKind kind) =>
        from source in Pick(goal, kind)
        from call in Gen.Elements(OfNumbers.Append("sum({0}").Append("sum({0}").ToArray())
        from divided in Make.OneIn(6)
        from divisor in Gen.Elements(ScalarKind.Integer, ScalarKind.Number)
        from value in divided && !goal.IsLeaf
            ? Make.From(goal.Value(kind, source), $"{kind} / {divisor}", "({0} / {1})", goal.Value(kind, source), goal.Value(divisor, source))
            : Value(goal, kind, source)
        from term in Filtered(goal, source, Name(call), call, value)
        select term;

    private static Gen<Term> Over(Goal goal, string[] calls, ScalarKind kind) =>
        from source in Pick(goal, kind)
        from call in Gen.Elements(calls)
        from value in Value(goal, kind, source)
        from term in Filtered(goal, source, $"{Name(call)} of {kind}", call, value)
        select term;

    /// <summary>A value that names its rows; what names no column gets one.</summary>
    private static Gen<Term> Value(Goal goal, ScalarKind kind, SourceSpec source)
    {
        var wanted = goal.Value(kind, source) with { AllowsSets = true };
        string named = kind == ScalarKind.Boolean ? "({0} is known or {1})" : "if {0} is missing then {1} else {1}";
        return Grammar.Of(wanted).Select(v => v.HasColumn ? v : Term.Of(wanted.Sort, "row if", named, Term.Column(goal.Value(source.Columns[0].Kind, source).Sort, source.Columns[0].Name), v));
    }

    private static Gen<Term> Filtered(Goal goal, SourceSpec source, string production, string call, Term value) =>
        from tail in Gen.Frequency((4, Gen.Constant(0)), (4, Gen.Constant(1)), (1, Gen.Constant(2)), (goal.IsOpen ? 0 : 2, Gen.Constant(3)))
        from named in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from term in (goal.IsLeaf ? 0 : tail) switch
        {
            0 => Gen.Constant(Term.Of(goal.Sort, production, call + ")", value)),
            1 => Where(goal, source, production, call, value),
            2 => source.IsDated && !goal.IsOpen && value.Production == "column"
                ? Windows.Any.Select(w => Term.Of(goal.Sort, production, call.Replace("{0}", $"{{0}} over {w}", StringComparison.Ordinal) + ")", value))
                : Where(goal, source, production, call, value),
            _ => Dated(goal, source, production, call, value),
        }
        from rows in !named || term.Production != production ? Gen.Constant(source.Name) : value.Production == "column" ? Gen.OneOf(Name(goal, source), Filtered(goal, source)) : Name(goal, source)
        from state in IsPlaced(term, rows, source) ? Gen.Constant("") : States.InstantOf(goal, source)
        select (state.Length == 0 ? term : term with { Text = $"({term.Text}{state})", Production = $"aggregate{state}" }) with { Rows = rows };

    // `sum((orders where …).amount)`
    private static Gen<string> Filtered(Goal goal, SourceSpec source) =>
        Grammar.Of(goal.RowsOf(source) with { Depth = 1 }).Select(rows => rows.ToString() is var text && text.StartsWith('(') ? text : source.Name);

    // Rows with a name of their own say themselves at which time they are read.
    private static bool IsPlaced(Term term, string rows, SourceSpec source) => rows != source.Name || term.Production.EndsWith(" dated", StringComparison.Ordinal);

    private static Gen<string> Name(Goal goal, SourceSpec source) =>
        Gen.Elements(goal.Schema.Names.Where(n => n.Sort == goal.RowsOf(source).Sort).Select(n => n.Name).DefaultIfEmpty(source.Name).ToArray());

    // `first(orders.amount dated shipped_at)`: the order is that of the other time.
    private static Gen<Term> Dated(Goal goal, SourceSpec source, string production, string call, Term value)
    {
        ColumnPath[] times = [.. RowSelections.Times(goal.Schema, source)];
        if (times.Length == 0 || value.Production != "column")
            return Where(goal, source, production, call, value);
        return from time in Gen.Elements(times)
               from condition in Grammar.Of(goal.Condition(source) with { AllowsSets = true })
               from text in Gen.Elements("{0} dated {1}", "{0} dated {1} where {2}")
               select Term.Of(goal.Sort, $"{production} dated", call.Replace("{0}", text, StringComparison.Ordinal) + ")",
                   value, Term.Leaf(goal.Value(time.Column.Kind, source).Sort, "time", time.Text), condition);
    }

    // The filter stands behind the value, before a parameter.
    private static Gen<Term> Where(Goal goal, SourceSpec source, string production, string call, Term value) =>
        Grammar.Of(goal.Condition(source) with { AllowsSets = true })
            .Select(c => Term.Of(goal.Sort, production, call.Replace("{0}", "{0} where {1}", StringComparison.Ordinal) + ")", value, c));

    private static string Name(string call) => call[..call.IndexOf('(', StringComparison.Ordinal)];
}
