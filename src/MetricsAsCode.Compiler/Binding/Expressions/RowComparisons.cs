using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>Comparisons of row values. Opposite a closed column a bare word is one of its values.</summary>
internal static class RowComparisons
{
    public static RowExpression Bind(BinaryExpression expression, RowScope rows)
    {
        var (left, right) = BindSides(expression.Left, expression.Right, rows);
        if (left.IsError || right.IsError)
        {
            return RowExpression.Error;
        }

        var scope = rows.Scope;
        if ((BareNumber(expression.Left, left, right) ?? BareNumber(expression.Right, right, left)) is var (written, unit))
        {
            return scope.FailRow(TypeErrors.NeedsUnit(scope.At(written), written.Digits, unit.InWords, NumberLiterals.Offer(written.Digits, unit)));
        }

        if (left.Type.Kind == ScalarKind.Money && right.Type.Kind == ScalarKind.Money && left.Type.Currency != right.Type.Currency)
        {
            return scope.FailRow(TypeErrors.CurrenciesDiffer(scope.At(expression.OperatorSpan), left.Type.Currency!, right.Type.Currency!));
        }

        if ((OutOfRange(left, right, expression.Right, scope) ?? OutOfRange(right, left, expression.Left, scope)) is { } outside)
        {
            return scope.FailRow(outside);
        }

        return AreComparable(left, right, expression.Operator)
            ? new RowCompare(Operators.Comparison(expression.Operator), left, right)
            : scope.FailRow(TypeErrors.CannotCompare(scope.At(expression), Capital(RowBinder.An(left.Type)), RowBinder.An(right.Type)));
    }

    /// <summary>A value that stands opposite a column: a bare word is one of the values of a closed column, and is checked.</summary>
    public static RowExpression BindOpposite(ExpressionSyntax written, RowColumn? column, RowScope rows)
    {
        if (column is not { Column.IsClosed: true } || Word(written) is not { } word)
        {
            return column is { Type.Kind: ScalarKind.Text } && written is NameExpression name && IsUnknown(name, rows)
                ? rows.Scope.FailRow(NameErrors.NotDefinedWord(rows.Scope.At(name), name.Path.Text, column.Column.ToString(), rows.Source.Columns.Select(c => c.Name)))
                : RowBinder.Bind(written, rows);
        }

        return column.Column.Values.Contains(word)
            ? RowLiterals.OfText(word)
            : rows.Scope.FailRow(written is NameExpression && rows.Source.Column(word) is not null
                ? NameErrors.ValueUnknownButColumn(rows.Scope.At(written), column.Column.ToString(), word, $"{rows.Source.Name}.{word}")
                : NameErrors.ValueUnknown(rows.Scope.At(written), column.Column.ToString(), word, column.Column.Values));
    }

    /// <summary>The finding for a constant that no row of a column with a range can hold.</summary>
    public static Diagnostic? OutOfRange(RowExpression column, RowExpression constant, ExpressionSyntax written, Scope scope) =>
        column is RowColumn { Column: { } bounded } && constant is RowLiteral { Value: { Text: null, Number: var value } } && (value < bounded.Low || value > bounded.High)
            ? NameErrors.OutOfItsRange(scope.At(written), bounded.ToString(), scope.Tree.Text.Slice(written.Span), FormattableString.Invariant($"{bounded.Low}..{bounded.High}"))
            : null;

    /// <summary>A bare word or a text is read last, since the other side says what it may be; beside a side in error it is not looked at.</summary>
    private static (RowExpression Left, RowExpression Right) BindSides(ExpressionSyntax left, ExpressionSyntax right, RowScope rows)
    {
        bool wordFirst = left is TextExpression
            ? right is not TextExpression
            : left is NameExpression { Path: { Parts.Length: 1 } word } && rows.Source.Column(word.Text) is null
                && (RowPaths.TryColumn(right, rows) is { Column.IsClosed: true } || (IsUnknown(left, rows) && !IsBareWord(right)));
        var (first, second) = wordFirst ? (right, left) : (left, right);
        var bound = RowBinder.Bind(first, rows);
        var opposite = bound.IsError && IsBareWord(second) ? RowExpression.Error : BindOpposite(second, bound as RowColumn, rows);
        return wordFirst ? (opposite, bound) : (bound, opposite);
    }

    private static bool IsBareWord(ExpressionSyntax written) => written is NameExpression { Path.Parts.Length: 1 };

    private static string? Word(ExpressionSyntax written) => written switch
    {
        NameExpression { Path.Parts.Length: 1 } name => name.Path.Text,
        TextExpression text => text.Value,
        _ => null,
    };

    private static bool IsUnknown(ExpressionSyntax written, RowScope rows) =>
        written is NameExpression { Path: { Parts.Length: 1 } path } && path.Text != "as_of"
        && rows.Source.Column(path.Text) is null && !rows.Scope.Parameters.ContainsKey(path.Text) && rows.Scope.Module.Find(path, out _) is null;

    private static bool AreComparable(RowExpression left, RowExpression right, BinaryOperator operation)
    {
        var (l, r) = (left.Type, right.Type);
        return (l.IsTemporal && r.IsTemporal)
            || (RowUnits.Of(left).IsNumeric && RowUnits.Of(right).IsNumeric && SameDimension(left, right))
            || (l.Kind == r.Kind && (l.Kind != ScalarKind.Boolean || operation is BinaryOperator.Equal or BinaryOperator.NotEqual));
    }

    private static bool SameDimension(RowExpression left, RowExpression right)
    {
        var (l, r) = (RowUnits.Of(left), RowUnits.Of(right));
        return l == r || (l.IsDimensionless && r.IsDimensionless) || IsZero(left) || IsZero(right);
    }

    private static bool IsZero(RowExpression expression) => expression is RowLiteral { Value: { Kind: ScalarKind.Integer, Number: 0 } };

    private static (NumberExpression Written, Unit Unit)? BareNumber(ExpressionSyntax written, RowExpression bound, RowExpression other)
    {
        var unit = RowUnits.Of(other);
        return written is NumberExpression { Form: NumberForm.Plain } plain && !IsZero(bound) && (unit.Kind is UnitKind.Money or UnitKind.Duration)
            ? (plain, unit)
            : null;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
