using MetricsAsCode.Compiler.Binding.Declarations;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>Binds expressions that stand for a number, a set or rows: the right sides of metrics and lets.</summary>
internal static class NumberBinder
{
    public static Meaning Bind(ExpressionSyntax expression, Scope scope) => expression switch
    {
        ErrorExpression => Meaning.Error,
        ParenthesizedExpression e => Bind(e.Inner, scope),
        NameExpression e => Names.Bind(e.Path, scope),
        ColumnOfExpression e => Postfix.Column(e, scope),
        NumberExpression e => Number(NumberLiterals.Of(e, scope)),
        PeriodExpression e => Constants.Day(e.Period) is { } day
            ? Number(new MeasureLiteral(day, Unit.Date))
            : scope.Fail(TypeErrors.Expected(scope.At(e), "A number", "a period")),
        UnaryExpression e => Number(NumberOperators.Unary(e, scope)),
        BinaryExpression { Operator: BinaryOperator.Union or BinaryOperator.Except or BinaryOperator.Intersect } e => SetOperators.Bind(e, scope),
        BinaryExpression e => Number(NumberOperators.Binary(e, scope)),
        InExpression e => Number(NumberMembership.Bind(e, scope)),
        IsExpression e => Number(NumberOperators.Is(e, scope)),
        IfExpression e => Number(NumberOperators.If(e, scope)),
        CallExpression e => Calls.Bind(e, scope),
        WindowExpression e => Postfix.Window(e, scope),
        WhereExpression e => Postfix.Where(e, scope),
        DatedExpression e => Postfix.Dated(e, scope),
        OffsetExpression e => scope.Fail(TypeErrors.NoMeaningHere(scope.At(e), Grains.Singular(e.Grain), "it belongs to a cohort: `COHORT.retained(days 1..30)`")),
        TextExpression e => Number(new MeasureLiteral(0, Unit.Text, Text: e.Value)),
        BooleanExpression e => Number(new MeasureLiteral(e.Value ? 1 : 0, Unit.Condition)),
        _ => scope.Fail(TypeErrors.SomethingElseIsDue(scope.At(expression), "a list", "a number, a set or rows", "Lists stand behind `in`.")),
    };

    /// <summary>Binds what must be a number (or condition, text, date) per period.</summary>
    public static Measure BindNumber(ExpressionSyntax expression, Scope scope) => Bind(expression, scope) switch
    {
        NumberMeaning number => number.Measure,
        ErrorMeaning => Measure.Error,
        SetMeaning => scope.FailNumber(TypeErrors.SomethingElseIsDue(scope.At(expression), "a set", "a number", "Write `size(…)` for the count of its members.")),
        RowsMeaning => scope.FailNumber(TypeErrors.SomethingElseIsDue(scope.At(expression), "rows", "a number", "Write `count(…)` for how many there are.")),
        ValuesMeaning => scope.FailNumber(TypeErrors.SomethingElseIsDue(scope.At(expression), "a column", "a number", "Write an aggregate, e.g. `sum(…)`.")),
        var other => scope.FailNumber(TypeErrors.SomethingElseIsDue(scope.At(expression), other.Sort, "a number", "Use it behind `where`.")),
    };

    private static Meaning Number(Measure measure) => measure.Unit.IsError ? Meaning.Error : new NumberMeaning(measure);
}
