using MetricsAsCode.Compiler.Binding.Declarations;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>
/// <c>NAME(…)</c> outside of row expressions, in this order: a function of values (<c>min</c> and <c>max</c> with several arguments),
/// <c>set</c>, <c>size</c>, <c>share</c>, an aggregate, a define of the module or of <c>std</c>.
/// </summary>
internal static class Calls
{
    public static Meaning Bind(CallExpression call, Scope scope)
    {
        string name = call.Function.Text;
        if (ScalarFunctions.Find(name) is { } function && !(Aggregates.IsAggregate(name) && call.Arguments.Length < 2))
        {
            return Number(OfNumbers(call, function, scope));
        }

        if (Aggregates.Find(name) is { } aggregate)
        {
            return Number(AggregateBinder.Bind(call, aggregate, scope));
        }

        return name switch
        {
            "set" => SetOfRows(call, scope),
            "size" => Number(Size(call, scope)),
            "share" => Number(ShareBinder.Bind(call, scope)),
            _ when CohortOf(call, scope) is { } named => named.Bound(scope.At(call.Function)) is { } cohort ? CohortBinder.Retained(call, cohort, scope) : Meaning.Error,
            _ when MetricCalls.Named(call, scope) is { } metric => MetricCalls.Bind(call, metric, scope),
            _ when scope.Module.FindDefine(call.Function) is { } define => define.Expand(call, scope),
            _ => Unknown(call, scope),
        };
    }

    private static NamedCohort? CohortOf(CallExpression call, Scope scope) =>
        call.Function.Last.Text == "retained" && scope.Module.Find(call.Function, out int used) is NamedCohort cohort && used + 1 == call.Function.Parts.Length ? cohort : null;

    private static Meaning Number(Measure measure) => measure.Unit.IsError ? Meaning.Error : new NumberMeaning(measure);

    private static Measure OfNumbers(CallExpression call, ScalarFunctionInfo function, Scope scope)
    {
        if (call.Arguments.Length < function.Least || call.Arguments.Length > function.Most)
        {
            return scope.FailNumber(TypeErrors.WrongArguments(scope.At(call), function.Name, function.Form));
        }

        var arguments = new List<Measure>();
        foreach (var argument in call.Arguments)
        {
            if (Arguments.Extra(argument) is { } word)
            {
                return scope.FailNumber(TypeErrors.NoMeaningHere(scope.At(argument), word, $"`{function.Name}` with several arguments is no aggregate"));
            }

            arguments.Add(NumberBinder.BindNumber(argument.Value, scope));
        }

        return arguments.Any(a => a.Unit.IsError) ? Measure.Error : Call(call, function, arguments, scope);
    }

    private static Measure Call(CallExpression call, ScalarFunctionInfo function, List<Measure> arguments, Scope scope)
    {
        var whole = arguments[0];
        for (int i = 1; i < arguments.Count; i++)
        {
            if (UnitAlgebra.Common(whole, arguments[i]) is not { } unit)
            {
                return scope.FailNumber(NumberOperators.Mismatch(
                    scope, call.Function, function.Name, whole, call.Arguments[0].Value, arguments[i], call.Arguments[i].Value));
            }

            whole = new MeasureLiteral(1, unit, arguments[i] is MeasureLiteral { IsBare: true } && whole is MeasureLiteral { IsBare: true });
        }

        return CallUnits.Of(function.Function, whole.Unit) is { } result
            ? new CallMeasure(function.Function, arguments.ToEquatable(), result)
            : scope.FailNumber(TypeErrors.CannotAggregate(scope.At(call.Function), function.Name, whole.Unit.InWords, CallUnits.Operands(function.Function)));
    }

    private static Meaning SetOfRows(CallExpression call, Scope scope)
    {
        if (call.Arguments.Length != 1)
        {
            return scope.Fail(TypeErrors.WrongArguments(scope.At(call), "set", "set(ROWS.column)"));
        }

        if (RowsArgument.Bind(call.Arguments[0], "set", scope) is not { } argument)
        {
            return Meaning.Error;
        }

        return argument.Value is RowColumn column
            ? new SetMeaning(new SetOfRows(argument.Rows, column))
            : scope.Fail(TypeErrors.SomethingElseIsDue(
                scope.At(call.Arguments[0]), argument.Value is null ? "rows" : "a computed value", "a column", "Write `set(ROWS.column)`."));
    }

    private static Measure Size(CallExpression call, Scope scope)
    {
        if (call.Arguments.Length != 1)
        {
            return scope.FailNumber(TypeErrors.WrongArguments(scope.At(call), "size", "size(SET)"));
        }

        if (Arguments.Extra(call.Arguments[0]) is { } word)
        {
            return scope.FailNumber(TypeErrors.NoMeaningHere(scope.At(call.Arguments[0]), word, "`size` counts the members of a set"));
        }

        return SetOperators.BindSet(call.Arguments[0].Value, scope) is { } set ? new SizeMeasure(set) : Measure.Error;
    }

    /// <summary>Reports a function that there is not, or not here.</summary>
    public static Meaning Unknown(CallExpression call, Scope scope)
    {
        string name = call.Function.Text;
        return scope.Fail(
            RowNeighbours.IsOne(name) ? TypeErrors.NoMeaningHere(scope.At(call.Function), name, "it works on values of a row, inside an aggregate or behind `where`")
            : call.Function.Parts.Length == 2 && scope.Module.Other(call.Function.First.Text) is { } other ? NameErrors.NothingToCall(scope.At(call.Function.Last), other.Name, call.Function.Last.Text, other.Callable)
            : call.Function.Parts.Length > 1 ? NameErrors.FunctionUnknown(scope.At(call.Function), name, scope.Module.CallableElsewhere)
            : NameErrors.FunctionUnknown(scope.At(call.Function), name, Aggregates.Names.Concat(ScalarFunctions.Names).Concat(RowNeighbours.Names).Concat(scope.Module.DefineNames)));
    }
}
