using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>What stands before <c>done</c>: rows with a time, so that the first of them is the milestone.</summary>
internal static class Milestones
{
    /// <summary>The count of the rows; the error when they are none, which is reported.</summary>
    public static Measure Bind(ExpressionSyntax written, Scope scope)
    {
        switch (NumberBinder.Bind(written, scope))
        {
            case RowsMeaning { Rows: { Time: null } rows } when rows.Source.Lifetime is null:
                return scope.FailNumber(ObjectiveErrors.HasNoTime(scope.At(written), rows.Source.Name));
            case RowsMeaning { Rows: { Steps: var steps } rows } when !steps.OfType<RowWindow>().Any():
                return new AggregateMeasure(AggregateKind.Count, rows, null, null, Unit.Count);
            case RowsMeaning:
                return scope.FailNumber(TypeErrors.NoMeaningHere(scope.At(written), "over", "a milestone looks from the objective's start to the as-of"));
            case ErrorMeaning:
                return Measure.Error;
            case var other:
                return scope.FailNumber(TypeErrors.SomethingElseIsDue(scope.At(written), other.Sort, "a source of rows", "Write e.g. `launches where status = live done`."));
        }
    }
}
