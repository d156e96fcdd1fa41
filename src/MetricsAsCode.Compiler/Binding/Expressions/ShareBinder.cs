using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary><c>share(rows where c among base)</c> and <c>share(condition per key)</c>.</summary>
internal static class ShareBinder
{
    private const string Form = "share(ROWS where CONDITION)";

    public static Measure Bind(CallExpression call, Scope scope)
    {
        if (call.Arguments.Length != 1)
        {
            return scope.FailNumber(TypeErrors.WrongArguments(scope.At(call), "share", Form));
        }

        var argument = call.Arguments[0];
        return argument.Per is not null ? PerBinder.Share(argument, scope) : OverRows(argument, scope);
    }

    private static Measure OverRows(ArgumentSyntax argument, Scope scope)
    {
        if (argument.Each is not null || !argument.By.IsDefaultOrEmpty)
        {
            return scope.FailNumber(TypeErrors.NoMeaningHere(scope.At(argument), Arguments.Extra(argument)!, $"a share over rows is written `{Form}`"));
        }

        var (head, conditions) = RowsArgument.Peel(argument.Value);
        if (RowsArgument.Head(head, "share", scope) is not { } start)
        {
            return Measure.Error;
        }

        string? name = Postfix.NameOf(head);
        var rows = WithKnownValue(start);
        var numerator = RowsArgument.Filter(start.Rows, conditions, name, scope);
        var among = argument.Among is null ? rows : Postfix.Filter(rows, argument.Among, scope, name);
        if (numerator is null || among is null || !RowsArgument.CheckTime(rows, scope, argument))
        {
            return Measure.Error;
        }

        if (conditions.IsEmpty)
        {
            return scope.FailNumber(TypeErrors.WrongArguments(scope.At(argument), "share", Form));
        }

        var condition = numerator.Conditions.Skip(start.Rows.Conditions.Count()).Aggregate((l, r) => new RowLogic(IsOr: false, l, r));
        WarnOfLaterTimes(rows, condition, argument, scope);
        return new ShareMeasure(among, condition);
    }

    /// <summary>A share of a column is a share of the rows where it is known.</summary>
    private static BoundRows WithKnownValue(RowsAndValue start) => start.Value is { Type.IsOptional: true } value
        ? start.Rows.Then(new RowFilter(new RowNot(new RowIsMissing(value))))
        : start.Rows;

    /// <summary>A time that may be missing because the data ends before it makes a share grow with time alone.</summary>
    private static void WarnOfLaterTimes(BoundRows rows, RowExpression condition, ArgumentSyntax argument, Scope scope)
    {
        var all = condition.SelfAndDescendants().ToArray();
        var compared = all.OfType<RowCompare>().SelectMany(c => c.SelfAndDescendants()).OfType<RowColumn>()
            .FirstOrDefault(c => c is { Type: { IsTemporal: true, IsOptional: true }, References.Count: 0 } && !IsTimeOf(rows, c));
        if (compared is null || all.OfType<RowIsMissing>().Any() || all.OfType<RowAsOf>().Any())
        {
            return;
        }

        bool named = argument.Among is not null
            && ExpressionPaths.In(argument.Among).Any(p => string.Equals(p.Last.Text, compared.Column.Name, StringComparison.Ordinal) || p.Text is "as_of");
        if (!named)
        {
            scope.Report(TypeErrors.TestsLaterTime(scope.At(argument), compared.Column.Name));
        }
    }

    private static bool IsTimeOf(BoundRows rows, RowColumn column) =>
        rows.Steps.OfType<RowDated>().LastOrDefault() is { } dated ? dated.Time == column
        : rows.Source.Time is { Length: 1 } time && ReferenceEquals(time[0], column.Column);
}
