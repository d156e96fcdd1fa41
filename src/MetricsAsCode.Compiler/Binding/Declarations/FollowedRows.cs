using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>Rows that a funnel or cohort follows over all times: they have a time, and neither a window nor a set decides which they are.</summary>
internal static class FollowedRows
{
    public static BoundRows? Bind(ExpressionSyntax expression, string what, Scope scope)
    {
        switch (NumberBinder.Bind(expression, scope))
        {
            case RowsMeaning { Rows: var rows }:
                return Check(rows, expression, what, scope) ? rows : null;
            case ErrorMeaning:
                return null;
            case var other:
                scope.Report(TypeErrors.SomethingElseIsDue(scope.At(expression), other.Sort, "rows", "Write `SOURCE where CONDITION`."));
                return null;
        }
    }

    public static bool Check(BoundRows rows, SyntaxNode at, string what, Scope scope)
    {
        var finding = rows.Time is null ? FunnelErrors.RowsWithoutTime(scope.At(at), what, rows.Source.Name)
            : rows.Steps.OfType<RowWindow>().Any() ? TypeErrors.NoMeaningHere(scope.At(at), "over", $"{char.ToLowerInvariant(what[0])}{what.Substring(1)} may lie in any period")
            : rows.Conditions.SelectMany(RowExpressions.SelfAndDescendants).OfType<RowInSet>().Any() ? FunnelErrors.RowsOfASet(scope.At(at), what)
            : null;
        if (finding is not null)
        {
            scope.Report(finding);
        }

        return finding is null;
    }
}
