using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>The functions of <c>std</c>.</summary>
internal static class StandardFunctions
{
    public static readonly Production[] Productions =
    [
        new("std of a set", 3, g => g.IsOf(Measured.Ratio) && g is { IsLeaf: false, IsOpen: false } && RowAggregates.Entities(g).Any(), OfSet),
        new("std of a number", 3, g => g.IsOf(Measured.Ratio) && !g.IsLeaf, OfNumber),
        new("std of a column", 3, g => (g.IsOf(Measured.Ratio) || g.IsOf(Measured.Number) || g.IsOf(Measured.Money)) && Columns(g).Any(), OfColumn),
        new("repeat_rate", 2, g => g.IsOf(Measured.Ratio) && Keys(g).Any(), RepeatRate),
        new("wilson", 2, g => g.IsOf(Measured.Ratio) && !g.IsLeaf, g => Make.FromOne(g, "wilson", ["wilson({0}, {1})", "wilson_upper({0}, {1})"], g.Number(Measured.Count), g.Number(Measured.Count))),
        new("sqrt", 1, g => g.IsOf(Measured.Number) && !g.IsLeaf, g => Gen.Elements(Measured.Count, Measured.Number).SelectMany(u => Make.From(g, "sqrt", "sqrt({0})", g.Number(u)))),
    ];

    private static Gen<Term> OfSet(Goal goal) =>
        Gen.Elements(RowAggregates.Entities(goal).ToArray())
            .SelectMany(e => Make.FromOne(goal, "std of a set", goal.Sources.Any(s => s.IsMonthly) ? ["churn({0})", "retention({0})"] : ["churn({0})", "retention({0})", "dau_mau({0})"], goal.SetOf(e)));

    private static Gen<Term> OfNumber(Goal goal) => goal.IsOpen ? Scale(goal) : Make.Either(
        () => Gen.Elements(Measured.Count, Measured.Number, Measured.Money, Measured.Duration).SelectMany(u => Make.FromOne(goal, "std of a number", ["change({0})", "reduction({0})"], goal.Number(u))),
        () => Scale(goal));

    private static Gen<Term> Scale(Goal goal) => Make.FromOne(goal, "scale", ["scale({0}, 0, 10)", "scale({0}, 1, 5)", "scale({0}, 3, {1})"], goal.Number(Measured.Count), goal.Number(Measured.Count));

    private static IEnumerable<(SourceSpec Source, ColumnSpec Column)> Columns(Goal goal) =>
        RowAggregates.Sources(goal).SelectMany(s => s.Columns
            .Where(c => goal.Unit == Measured.Money ? c.Kind is ScalarKind.Money : c.Kind is ScalarKind.Integer or ScalarKind.Decimal or ScalarKind.Number).Select(c => (s, c)));

    private static IEnumerable<(SourceSpec Source, ColumnSpec Column)> Keys(Goal goal) =>
        RowAggregates.Sources(goal).SelectMany(s => s.Columns.Where(c => c.Kind is not (ScalarKind.Number or ScalarKind.Duration or ScalarKind.Boolean)).Select(c => (s, c)));

    private static Gen<Term> RepeatRate(Goal goal) =>
        from column in Gen.Elements(Keys(goal).ToArray())
        from state in States.InstantOf(goal, column.Source)
        select Call(goal, column, "repeat_rate", state);

    private static Term Call(Goal goal, (SourceSpec Source, ColumnSpec Column) column, string function, string state) =>
        Term.Of(goal.Sort, function, state.Length == 0 ? $"{function}({{0}})" : $"({function}({{0}}){state})", Term.Column(goal.Value(column.Column.Kind, column.Source).Sort, column.Column.Name)) with { Rows = column.Source.Name };

    private static Gen<Term> OfColumn(Goal goal) =>
        from column in Gen.Elements(Columns(goal).ToArray())
        from function in Gen.Elements(goal.Unit switch { Measured.Ratio => ["nps", "csat"], Measured.Money => ["aov"], _ => new[] { "ces", "aov" } })
        from state in States.InstantOf(goal, column.Source)
        select Call(goal, column, function, state);
}
