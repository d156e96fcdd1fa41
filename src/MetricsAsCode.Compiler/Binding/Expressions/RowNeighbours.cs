using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary><c>since_previous(t by a, b back n)</c> and <c>until_next(…)</c>: the time to a neighbouring row.</summary>
internal static class RowNeighbours
{
    private const decimal Furthest = 1_000_000;

    public static readonly string[] Names = ["since_previous", "until_next"];

    public static bool IsOne(string function) => Names.Contains(function, StringComparer.Ordinal);

    public static RowExpression Bind(CallExpression call, RowScope rows)
    {
        var scope = rows.Scope;
        string name = call.Function.Text;
        if (call.Arguments.Length != 1)
        {
            return scope.FailRow(TypeErrors.WrongArguments(scope.At(call), name, $"{name}(t by a, b)"));
        }

        var argument = call.Arguments[0];
        if (Arguments.Extra(argument) is "among" or "per" or "each")
        {
            return scope.FailRow(TypeErrors.NoMeaningHere(scope.At(argument), Arguments.Extra(argument)!, $"`{name}` looks at neighbouring rows: `{name}(t by a, b)`"));
        }

        var time = RowBinder.Bind(argument.Value, rows);
        var by = argument.By.Select(path => Column(path, rows)).ToArray();
        int? back = argument.Back is null ? 1 : Back(argument.Back, scope);
        if (time.IsError || by.Any(b => b is null) || back is not { } count || !IsSteady(rows.Among, name, call, scope))
        {
            return RowExpression.Error;
        }

        return time is RowColumn { Type.IsTemporal: true } column
            ? new RowNeighbour(name == "until_next", column, by.Select(b => b!).ToEquatable(), count, rows.Among.Ever)
            : scope.FailRow(TypeErrors.Expected(scope.At(argument.Value), "A date or timestamp column", time is RowColumn ? RowBinder.An(time.Type) : "something computed"));
    }

    /// <summary>In an argument the neighbours are the rows left after its <c>where</c>, which is bound after the value.</summary>
    public static RowExpression LookAmong(this RowExpression value, BoundRows before, BoundRows after, Func<string, RowExpression> fail)
    {
        var moved = before == after ? value : new Moved(before.Ever, after.Ever).Visit(value);
        bool isSteady = ReferenceEquals(moved, value) || moved.SelfAndDescendants().OfType<RowNeighbour>().All(n => !AsksSets(n.Among));
        return isSteady ? moved : fail("The rows left after this `where`");
    }

    private static RowColumn? Column(PathSyntax path, RowScope rows)
    {
        switch (RowPaths.Bind(path, rows))
        {
            case { IsError: true }:
                return null;
            case RowColumn column:
                return column;
            default:
                rows.Scope.Report(TypeErrors.Expected(rows.Scope.At(path), "A column", "something computed"));
                return null;
        }
    }

    private static int? Back(NumberExpression written, Scope scope)
    {
        if (written.Form == NumberForm.Plain && Constants.Value(written) is >= 1 and <= Furthest and var count && count == decimal.Truncate(count))
        {
            return (int)count;
        }

        scope.Report(TypeErrors.Expected(scope.At(written), "A count of rows from 1 to 1,000,000", $"`{scope.Tree.Text.Slice(written.Span)}`"));
        return null;
    }

    /// <summary>Which rows are neighbours must not change with the period.</summary>
    private static bool IsSteady(BoundRows among, string name, CallExpression call, Scope scope)
    {
        if (!AsksSets(among))
        {
            return true;
        }

        scope.Report(FunnelErrors.RowsOfASet(scope.At(call), $"The rows among which `{name}` looks"));
        return false;
    }

    private static bool AsksSets(BoundRows rows) => rows.Conditions.SelectMany(RowExpressions.SelfAndDescendants).OfType<RowInSet>().Any();

    private sealed class Moved(BoundRows before, BoundRows after) : RowRewriter
    {
        protected override RowExpression Derived(RowDerived node) => node is RowNeighbour neighbour && neighbour.Among == before ? neighbour with { Among = after } : node;
    }
}
