using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>What follows a number, a set or rows: windows, filters, another time.</summary>
internal static class Postfix
{
    public static Meaning Window(WindowExpression expression, Scope scope)
    {
        var operand = NumberBinder.Bind(expression.Operand, scope);
        var window = new WindowStep(expression.Window.Form, expression.Window.Count, expression.Window.Grain?.Grain);
        return operand switch
        {
            ErrorMeaning => operand,
            _ when window.IsState => State(operand, window, expression, scope),
            NumberMeaning m => new NumberMeaning(new WindowMeasure(m.Measure, window)),
            SetMeaning m => new SetMeaning(new SetWindow(m.Set, window)),
            RowsMeaning m => new RowsMeaning(m.Rows.Then(new RowWindow(window))),
            ValuesMeaning m => m with { Rows = m.Rows.Then(new RowWindow(window)) },
            _ => scope.Fail(TypeErrors.NoMeaningHere(scope.At(expression.Window), "over", "a window follows a number, a set or rows")),
        };
    }

    /// <summary><c>at start</c>, <c>at end</c>: moved inwards to the rows that are read.</summary>
    private static Meaning State(Meaning operand, WindowStep window, WindowExpression expression, Scope scope)
    {
        var push = new StatePush(window);
        var pushed = operand switch
        {
            NumberMeaning m => new NumberMeaning(push.Rewrite(m.Measure)),
            SetMeaning m => new SetMeaning(push.RewriteSet(m.Set)),
            RowsMeaning m => new RowsMeaning(push.Push(m.Rows)),
            ValuesMeaning m => m with { Rows = push.Push(m.Rows) },
            _ => operand,
        };
        var at = scope.At(expression.Window);
        return !push.Found ? scope.Fail(TypeErrors.NoMeaningHere(at, "at", "it follows a number, a set or rows"))
            : push.Moved is { } why ? scope.Fail(StateErrors.MovedAlready(at, window.ToString(), why))
            : push.WithoutLifetime is { } source ? scope.Fail(StateErrors.HasNoLifetime(at, source.Name, window.ToString()))
            : pushed;
    }

    /// <summary><c>(orders where status = delivered).amount</c></summary>
    public static Meaning Column(ColumnOfExpression expression, Scope scope)
    {
        if (RowsOf(expression, scope) is not { } rows)
        {
            return Meaning.Error;
        }

        var column = RowPaths.ColumnOf(rows.Source, expression.Column, RowScope.Of(scope, rows.Source));
        return column.IsError ? Meaning.Error : new ValuesMeaning(rows, column);
    }

    /// <summary>The rows in the parentheses; null when it is something else, which is reported.</summary>
    public static BoundRows? RowsOf(ColumnOfExpression expression, Scope scope)
    {
        switch (NumberBinder.Bind(expression.Rows, scope))
        {
            case RowsMeaning { Rows: var rows }:
                return rows;
            case ErrorMeaning:
                return null;
            case var other:
                scope.Report(TypeErrors.SomethingElseIsDue(scope.At(expression.Rows), other.Sort, "a source, or rows of one,", "Only rows have columns."));
                return null;
        }
    }

    /// <summary>Rows are filtered; on a number or set every aggregate in it is, before its own filters.</summary>
    public static Meaning Where(WhereExpression expression, Scope scope)
    {
        switch (NumberBinder.Bind(expression.Operand, scope))
        {
            case RowsMeaning m:
                return Filter(m.Rows, expression.Condition, scope, NameOf(expression.Operand)) is { } rows ? new RowsMeaning(rows) : Meaning.Error;
            case ValuesMeaning m:
                return Filter(m.Rows, expression.Condition, scope, NameOf(expression.Operand)) is { } filtered ? m with { Rows = filtered } : Meaning.Error;
            case NumberMeaning m:
                var push = new FilterPush(source => RowBinder.BindCondition(expression.Condition, RowScope.Of(scope, source)));
                var pushed = push.Rewrite(m.Measure);
                return push.Failed ? Meaning.Error
                    : push.Filtered ? new NumberMeaning(pushed)
                    : scope.Fail(TypeErrors.NoMeaningHere(scope.At(expression.Condition), "where", "what stands before it is a constant, which has no rows"));
            case SetMeaning m:
                var pushSet = new FilterPush(source => RowBinder.BindCondition(expression.Condition, RowScope.Of(scope, source)));
                var set = pushSet.RewriteSet(m.Set);
                return pushSet.Failed ? Meaning.Error : new SetMeaning(set);
            case ErrorMeaning m:
                return m;
            case var other:
                return scope.Fail(TypeErrors.NoMeaningHere(scope.At(expression.Condition), "where", $"it follows rows, sets and numbers, not {other.Sort}"));
        }
    }

    public static Meaning Dated(DatedExpression expression, Scope scope)
    {
        var operand = NumberBinder.Bind(expression.Operand, scope);
        if (operand is not (RowsMeaning or ValuesMeaning))
        {
            return operand is ErrorMeaning ? operand : scope.Fail(TypeErrors.NoMeaningHere(scope.At(expression.Time), "dated", $"it follows rows, not {operand.Sort}"));
        }

        var rows = operand is RowsMeaning r ? r.Rows : ((ValuesMeaning)operand).Rows;
        if (rows.IsState)
        {
            return scope.Fail(TypeErrors.NoMeaningHere(scope.At(expression.Time), "dated", "the rows are those that live at one instant, whatever their time"));
        }

        var time = RowPaths.Bind(expression.Time, RowScope.Of(scope, rows.Source, NameOf(expression.Operand) ?? rows.Source.Name));
        if (time is not RowColumn { Type.IsTemporal: true } column)
        {
            return time.IsError ? Meaning.Error : scope.Fail(TypeErrors.Expected(scope.At(expression.Time), "A date or timestamp column", RowBinder.An(time.Type)));
        }

        var dated = rows.Then(new RowDated(column));
        return operand is RowsMeaning ? new RowsMeaning(dated) : ((ValuesMeaning)operand) with { Rows = dated };
    }

    /// <summary>The rows with a further condition; null when that is in error.</summary>
    public static BoundRows? Filter(BoundRows rows, ExpressionSyntax condition, Scope scope, string? name)
    {
        var bound = RowBinder.BindCondition(condition, RowScope.Of(scope, rows.Source, name ?? rows.Source.Name) with { Among = rows });
        return bound.IsError ? null : rows.Then(new RowFilter(bound));
    }

    /// <summary>The name that rows go by, if they are written as one.</summary>
    public static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        NameExpression e => e.Path.First.Text,
        ParenthesizedExpression e => NameOf(e.Inner),
        ColumnOfExpression e => NameOf(e.Rows),
        WindowExpression e => NameOf(e.Operand),
        WhereExpression e => NameOf(e.Operand),
        DatedExpression e => NameOf(e.Operand),
        _ => null,
    };
}
