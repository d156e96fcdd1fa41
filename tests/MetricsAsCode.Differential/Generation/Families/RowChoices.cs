using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary><c>if</c>, <c>coalesce</c>, and <c>min</c> and <c>max</c> of several values.</summary>
internal static class RowChoices
{
    public static readonly Production[] Productions =
    [
        new("row if", 2, g => Makes(g) && g.Kind != ScalarKind.Boolean, g => Make.From(g, "row if", "(if {0} then {1} else {2})", g.Condition(), g.Deeper, g.Deeper)),
        new("row coalesce", 2, g => Makes(g) && g.Kind != ScalarKind.Boolean, g => Make.From(g, "row coalesce", "coalesce({0}, {1})", g.Deeper, g.Deeper)),
        new("row min max", 2, g => Makes(g) && g.Kind is not (ScalarKind.Boolean or ScalarKind.Text), g => Make.FromOne(g, "row min max", ["min({0}, {1})", "max({0}, {1})"], g.Deeper, g.Deeper)),
    ];

    private static bool Makes(Goal goal) => goal is { Need: Need.Value, IsLeaf: false };
}
