using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Calls of the module's own functions, and, inside of them, aggregates of a column that is a parameter.</summary>
internal static class Functions
{
    public static readonly Production[] Productions =
    [
        // Not of a leaf: a condition that a function is given may ask for a set, and that for another call.
        new("call of a function", 40, g => g is { Need: Need.Number, IsOpen: false, IsLeaf: false } && Of(g).Any(), Call),
        new("aggregate of a parameter", 12, g => g.Need == Need.Number && Parameters(g).Any(), Aggregate),
    ];

    private static IEnumerable<FunctionSpec> Of(Goal goal) => goal.Schema.Functions.Where(f => f.Result.Sort == goal.Sort && f.Sources.All(s => goal.Sources.Any(a => a.Name == s.Name)));

    private static Gen<Term> Call(Goal goal) =>
        from function in Gen.Elements(Of(goal).ToArray())
        from arguments in Gen.CollectToArray(function.Arguments.Select(a => Argument(goal, a)))
        select Term.Of(goal.Sort, $"call of a function ({string.Join(", ", function.Arguments.Select(a => a.Kind.Split(' ')[0]))})",
            $"{function.Name}({string.Join(", ", arguments.Select((_, i) => $"{{{i}}}"))})", arguments);

    private static Gen<Term> Argument(Goal goal, ArgumentSpec due)
    {
        if (due.Column is { } column)
            return Gen.Constant(Term.Leaf($"column {column}", "argument", column));
        var wanted = due.Goal with { Schema = goal.Schema, Depth = Math.Max(goal.Depth - 1, due.Goal.Need == Need.Value ? 1 : 0) };
        return due.Goal.Need == Need.Value
            ? Declarations.ConditionOf(wanted).Select(c => Term.Of("condition argument", "argument", "({0})", c) with { Rows = due.Goal.Source!.Name })
            : Grammar.Of(wanted);
    }

    private static IEnumerable<(ColumnParameter Parameter, string[] Calls)> Parameters(Goal goal) =>
        goal.Schema.Parameters.Select(p => (p, Calls(goal.Unit, p.Column.Kind))).Where(p => p.Item2.Length > 0);

    private static string[] Calls(Measured unit, ScalarKind kind) => (unit, kind) switch
    {
        (Measured.Count, ScalarKind.Integer) => ["count({0})", "distinct({0})", "sum({0})", "sum({0} where {0} > 2)"],
        (Measured.Count, _) => ["count({0})", "distinct({0})", "count({0} where {0} is known)"],
        (Measured.Ratio, ScalarKind.Boolean or ScalarKind.Duration or ScalarKind.Number) => ["share({0} where {0} is known)"],
        (Measured.Ratio, _) => ["share(count({0}) >= 2 per {0})", "share({0} where {0} is known)"],
        (Measured.Number, ScalarKind.Integer or ScalarKind.Decimal or ScalarKind.Number) or (Measured.Money, ScalarKind.Money) or (Measured.Duration, ScalarKind.Duration) =>
            ["avg({0})", "median({0})", "max({0})", "first({0})", "nth({0}, 2)", "avg({0} where {0} is known)"],
        (Measured.Date, ScalarKind.Date) or (Measured.Timestamp, ScalarKind.Timestamp) or (Measured.Text, ScalarKind.Text) => ["min({0})", "last({0})"],
        _ => [],
    };

    private static Gen<Term> Aggregate(Goal goal) =>
        from parameter in Gen.Elements(Parameters(goal).ToArray())
        from call in Gen.Elements(parameter.Calls)
        select Term.Of(goal.Sort, "aggregate of a parameter", call, Term.Leaf("parameter", "parameter", parameter.Parameter.Name));
}
