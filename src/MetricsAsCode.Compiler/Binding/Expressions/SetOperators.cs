using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary><c>A union B</c>, <c>A intersect B</c>, <c>A except B</c>.</summary>
internal static class SetOperators
{
    public static Meaning Bind(BinaryExpression expression, Scope scope)
    {
        var left = BindSet(expression.Left, scope);
        var right = BindSet(expression.Right, scope);
        if (left is null || right is null)
        {
            return Meaning.Error;
        }

        return RowMembership.SameEntity(left.Entity, right.Entity)
            ? new SetMeaning(new SetCombination(Operators.Set(expression.Operator), left, right))
            : scope.Fail(TypeErrors.UnitsDiffer(
                scope.At(expression.OperatorSpan), Operators.Sign(expression.Operator), $"a set of `{left.Entity}`", $"one of `{right.Entity}`",
                "Both sides must hold the same entity: let their columns refer to one source."));
    }

    /// <summary>Binds what must be a set; null when it is none, which is reported.</summary>
    public static EntitySet? BindSet(ExpressionSyntax expression, Scope scope)
    {
        switch (NumberBinder.Bind(expression, scope))
        {
            case SetMeaning set:
                return set.Set;
            case ErrorMeaning:
                return null;
            case var other:
                scope.Report(TypeErrors.SomethingElseIsDue(scope.At(expression), other.Sort, "a set", "Write `set(ROWS.column)`."));
                return null;
        }
    }
}
