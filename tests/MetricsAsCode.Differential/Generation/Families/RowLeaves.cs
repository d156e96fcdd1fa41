using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Columns, own and along references, and constants.</summary>
internal static class RowLeaves
{
    public static readonly Production[] Productions =
    [
        new("column", 12, g => g.Need == Need.Value && Columns(g, 0).Any(), g => Pick(g, 0)),
        new("column along a reference", 4, g => g.Need == Need.Value && Columns(g, 2).Any(p => p.Steps > 0), g => Pick(g, 2)),
        new("constant", 3, g => g.Need == Need.Value && g.Kind is not (ScalarKind.Timestamp or ScalarKind.Boolean), Constant),
        new("as_of", 1, g => g is { Need: Need.Value, Kind: ScalarKind.Timestamp }, g => Gen.Constant(Term.Leaf(g.Sort, "as_of", "as_of"))),
        new("truth", 1, g => g is { Need: Need.Value, Kind: ScalarKind.Boolean } && !Columns(g, 0).Any(), IsKnown),
    ];

    public static IEnumerable<ColumnPath> Columns(Goal goal, int steps) => goal.Schema.Paths(goal.Source!, steps).Where(p => p.Column.Kind == goal.Kind);

    /// <summary>The text of a constant of a kind.</summary>
    public static Gen<string> ConstantOf(ScalarKind kind, string currency) => kind switch
    {
        ScalarKind.Integer => Gen.Frequency((9, Gen.Choose(0, 12).Select(Number)), (1, Gen.Elements("9007199254740993", "9223372036854775807", "1_000_000"))),
        ScalarKind.Number or ScalarKind.Decimal => Gen.Elements("0.5", "1.25", "2.0", "0.001", "3.14159", "1000.75", "0.1"),
        ScalarKind.Money => Gen.Elements("0.01", "1", "2.50", "10", "99.999", "1000").Select(d => $"{d} {currency}"),
        ScalarKind.Duration => Gen.Elements("0 days", "1 day", "2 hours", "90 seconds", "30 days", "1.5 hours", "3 weeks"),
        ScalarKind.Date => Gen.Elements("2026-01-01", "2026-03-08", "2026-03-29", "2026-04-01", "2026-02-28", "2025-12-31"),
        ScalarKind.Text => Cells.Text.Select(Texts.Quote),
        _ => throw new InvalidOperationException($"There is no constant of {kind}."),
    };

    private static Gen<Term> Pick(Goal goal, int steps) =>
        Gen.Elements(Columns(goal, steps).Where(p => steps == 0 || p.Steps > 0).ToArray()).Select(p => Term.Column(goal.Sort, p.Text));

    private static Gen<Term> Constant(Goal goal) => ConstantOf(goal.Kind, goal.Schema.Product.Money).Select(c => Term.Leaf(goal.Sort, "constant", c));

    private static Gen<Term> IsKnown(Goal goal) => Gen.Elements(goal.Source!.Columns.AsEnumerable())
        .Select(c => Term.Of(goal.Sort, "is known", "{0} is known", Term.Column(goal.Value(c.Kind).Sort, c.Name)));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
