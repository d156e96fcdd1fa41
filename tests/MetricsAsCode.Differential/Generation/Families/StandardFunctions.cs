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
        new("std of a set", 3, g => g.IsOf(Measured.Ratio) && !g.IsLeaf && RowAggregates.Entities(g).Any(), OfSet),
        new("std of a number", 3, g => g.IsOf(Measured.Ratio) && !g.IsLeaf, OfNumber),
        new("std of a column", 2, g => (g.IsOf(Measured.Ratio) || g.IsOf(Measured.Number)) && Columns(g).Any(), OfColumn),
    ];

    private static Gen<Term> OfSet(Goal goal) =>
        Gen.Elements(RowAggregates.Entities(goal).ToArray())
            .SelectMany(e => Make.FromOne(goal, "std of a set", ["churn({0})", "retention({0})", "dau_mau({0})"], goal.SetOf(e)));

    private static Gen<Term> OfNumber(Goal goal) => Make.Either(
        () => Gen.Elements(Measured.Count, Measured.Number, Measured.Money, Measured.Duration).SelectMany(u => Make.FromOne(goal, "std of a number", ["change({0})", "reduction({0})"], goal.Number(u))),
        () => Make.From(goal, "scale", "scale({0}, 0, 10)", goal.Number(Measured.Count)));

    private static IEnumerable<(SourceSpec Source, ColumnSpec Column)> Columns(Goal goal) =>
        RowAggregates.Sources(goal).SelectMany(s => s.Columns.Where(c => c.Kind is ScalarKind.Integer or ScalarKind.Decimal or ScalarKind.Number).Select(c => (s, c)));

    private static Gen<Term> OfColumn(Goal goal) =>
        from column in Gen.Elements(Columns(goal).ToArray())
        from text in Gen.Elements(goal.Unit == Measured.Ratio ? ["nps({0})", "csat({0})"] : new[] { "ces({0})", "aov({0})" })
        select Term.Of(goal.Sort, "std of a column", text, Term.Column(goal.Value(column.Column.Kind, column.Source).Sort, column.Column.Name)) with { Rows = column.Source.Name };
}
