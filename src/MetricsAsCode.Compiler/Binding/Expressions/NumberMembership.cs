using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary><c>csat in 80%..90%</c> and <c>first(orders.channel) in [app, web]</c>.</summary>
internal static class NumberMembership
{
    public static Measure Bind(InExpression expression, Scope scope)
    {
        var bound = expression.Choices switch
        {
            ListExpression list => OfList(expression.Operand, list, scope),
            RangeExpression range => OfRange(expression, range, scope),
            var other => scope.FailNumber(TypeErrors.SomethingElseIsDue(scope.At(other), "a name", "a list or a range", "A number is in `[a, b]` or `a..b`.")),
        };
        return bound.Unit.IsError || !expression.IsNegated ? bound : new NotMeasure(bound);
    }

    /// <summary>One constant of a list beside an operand; null when it does not fit, which is reported.</summary>
    public static Literal? Choice(ExpressionSyntax item, Measure operand, Scope scope)
    {
        if (operand.Unit.Kind == UnitKind.Text)
        {
            return TextChoice(item, operand, scope);
        }

        var bound = NumberBinder.BindNumber(item, scope);
        if (bound is MeasureLiteral literal && UnitAlgebra.Common(operand, bound) is not null)
        {
            return Literal.Of(literal.Value, literal.Text, literal.Unit);
        }

        if (!bound.Unit.IsError)
        {
            scope.Report(bound is MeasureLiteral
                ? NumberOperators.Mismatch(scope, item, "in", operand, item, bound, item)
                : TypeErrors.Expected(scope.At(item), "A constant", "something computed"));
        }

        return null;
    }

    private static Measure OfList(ExpressionSyntax written, ListExpression list, Scope scope)
    {
        var operand = NumberBinder.BindNumber(written, scope);
        if (operand.Unit.IsError)
        {
            return operand;
        }

        var choices = list.Items.Select(i => Choice(i, operand, scope)).ToArray();
        return choices.Contains(null) ? Measure.Error : new InMeasure(operand, choices.Select(c => c!).ToEquatable());
    }

    private static Measure OfRange(InExpression expression, RangeExpression range, Scope scope)
    {
        var low = NumberOperators.Binary(new(BinaryOperator.GreaterOrEqual, expression.Operand.Span, expression.Operand, range.Low), scope);
        var high = NumberOperators.Binary(new(BinaryOperator.LessOrEqual, expression.Operand.Span, expression.Operand, range.High), scope);
        return low.Unit.IsError || high.Unit.IsError ? Measure.Error : new LogicMeasure(IsOr: false, low, high);
    }

    private static Literal? TextChoice(ExpressionSyntax item, Measure operand, Scope scope)
    {
        string? text = item switch
        {
            TextExpression t => t.Value,
            NameExpression { Path.Parts.Length: 1 } n => n.Path.Text,
            _ => null,
        };
        if (text is null)
        {
            scope.Report(TypeErrors.Expected(scope.At(item), "A text", "something else"));
            return null;
        }

        if (ClosedColumn(operand) is { } column && !column.Values.Contains(text))
        {
            scope.Report(NameErrors.ValueUnknown(scope.At(item), column.ToString(), text, column.Values));
            return null;
        }

        return new Literal(ScalarKind.Text, 0, text);
    }

    /// <summary>The closed column whose values a text aggregate keeps.</summary>
    private static ColumnSymbol? ClosedColumn(Measure measure) => measure switch
    {
        AggregateMeasure { Value: RowColumn { Column: { IsClosed: true } column } } => column,
        WindowMeasure m => ClosedColumn(m.Operand),
        EveryMeasure m => ClosedColumn(m.Operand),
        MetricMeasure m => ClosedColumn(m.Metric.Body),
        _ => null,
    };
}
