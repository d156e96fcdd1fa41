using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>Functions of row values.</summary>
internal static class RowCalls
{
    public static RowExpression Bind(CallExpression call, RowScope rows)
    {
        var scope = rows.Scope;
        string name = call.Function.Text;
        if (RowNeighbours.IsOne(name))
        {
            return RowNeighbours.Bind(call, rows);
        }

        if (Function(call, scope) is not { } function)
        {
            return RowExpression.Error;
        }

        var arguments = call.Arguments.Select(a => BindArgument(a, rows)).ToArray();
        if (arguments.Any(a => a.IsError))
        {
            return RowExpression.Error;
        }

        if (arguments.Length < function.Least || arguments.Length > function.Most)
        {
            return scope.FailRow(TypeErrors.WrongArguments(scope.At(call), name, function.Form));
        }

        return RowCallTypes.Of(function.Function, arguments) is { } type
            ? new RowCall(function.Function, arguments.ToEquatable(), type)
            : scope.FailRow(arguments.Length > 1
                ? TypeErrors.CannotCalculate(scope.At(call), name, RowBinder.An(arguments[0].Type), RowBinder.An(arguments[1].Type))
                : TypeErrors.CannotCalculate(scope.At(call), name, RowBinder.An(arguments[0].Type)));
    }

    /// <summary>The function of row values that is called; null when it is none, which is reported.</summary>
    public static ScalarFunctionInfo? Function(CallExpression call, Scope scope)
    {
        string name = call.Function.Text;
        if (ScalarFunctions.Find(name) is not { } function || (Aggregates.IsAggregate(name) && call.Arguments.Length == 1))
        {
            scope.Report(Aggregates.IsKnown(name) || scope.Module.FindDefine(call.Function) is not null
                ? TypeErrors.NoAggregateHere(scope.At(call.Function), name)
                : NameErrors.FunctionUnknown(scope.At(call.Function), name, ScalarFunctions.Names.Concat(RowNeighbours.Names)));
            return null;
        }

        if (function.Function == ScalarFunction.Sqrt)
        {
            scope.Report(TypeErrors.NoMeaningHere(scope.At(call.Function), name, "it works on numbers of metrics, not on values of a row"));
            return null;
        }

        return function;
    }

    private static RowExpression BindArgument(ArgumentSyntax argument, RowScope rows) =>
        Arguments.Extra(argument) is { } word
            ? rows.Scope.FailRow(TypeErrors.NoMeaningHere(rows.Scope.At(argument), word, "this function looks at one row"))
            : RowBinder.Bind(argument.Value, rows);
}
