using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Shared;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>One column and what may stand in it.</summary>
internal static class ColumnBinder
{
    private const int MostDigits = 18;

    private static readonly Dictionary<string, ScalarKind> Types = new(StringComparer.Ordinal)
    {
        ["text"] = ScalarKind.Text,
        ["integer"] = ScalarKind.Integer,
        ["number"] = ScalarKind.Number,
        ["decimal"] = ScalarKind.Decimal,
        ["boolean"] = ScalarKind.Boolean,
        ["date"] = ScalarKind.Date,
        ["timestamp"] = ScalarKind.Timestamp,
        ["duration"] = ScalarKind.Duration,
        ["money"] = ScalarKind.Money,
    };

    public static ColumnSymbol Bind(ColumnSyntax column, SourceSymbol source, Scope scope)
    {
        var found = TypeOf(column, scope);
        bool known = found is not null;
        var type = found ?? ScalarType.Text;
        var symbol = new ColumnSymbol(source, column.Name.Text, type.Optional(column.Type.IsOptional), scope.At(column.Name))
        {
            Description = column.Description,
            IsError = !known,
            IsKey = column.IsKey,
            IsTime = column.IsTime,
            FileName = column.From?.Value,
            Zone = Zone(column, type, scope),
        };
        if (column.IsKey && column.Type.IsOptional)
        {
            scope.Report(TypeErrors.CannotBe(scope.At(column.Type), "A key is never missing", "Remove the `?`"));
        }

        if (known)
        {
            BindChoices(column, symbol, scope);
        }

        return symbol;
    }

    /// <summary>The type; null when it is missing or in error, which is reported.</summary>
    private static ScalarType? TypeOf(ColumnSyntax column, Scope scope)
    {
        var written = column.Type;
        if (written.Name.IsMissing)
        {
            return null;
        }

        if (!Types.TryGetValue(written.Name.Text, out var kind))
        {
            scope.Report(TypeErrors.TypeUnknown(scope.At(written.Name), written.Name.Text, Types.Keys));
            return null;
        }

        if (written.Scale is { } scale && (scale is < 0 or > MostDigits || kind is not (ScalarKind.Decimal or ScalarKind.Money)))
        {
            scope.Report(kind is ScalarKind.Decimal or ScalarKind.Money
                ? TypeErrors.CannotBe(scope.At(written), $"{scale} digits behind the point cannot be kept", $"Write 0 to {MostDigits}")
                : TypeErrors.CannotBe(scope.At(written), $"`{written.Name.Text}` has no digits to count", "Write `decimal(n)` for an exact number"));
        }

        return kind switch
        {
            ScalarKind.Money => Money(column, scope),
            ScalarKind.Decimal when written.Scale is null => Unscaled(written, scope),
            ScalarKind.Decimal => ScalarType.Decimal(written.Scale!.Value),
            _ => new ScalarType(kind),
        };
    }

    private static ScalarType Unscaled(TypeSyntax written, Scope scope)
    {
        scope.Report(TypeErrors.CannotBe(scope.At(written), "A decimal says how many digits it has behind the point", "Write e.g. `decimal(2)`"));
        return ScalarType.Decimal(0);
    }

    private static ScalarType? Money(ColumnSyntax column, Scope scope)
    {
        if (column.Type.Currency is { } written && !CurrencyCodes.Exists(written.Text))
        {
            scope.Report(TypeErrors.CurrencyUnknown(scope.At(written), written.Text, CurrencyCodes.Names));
            return null;
        }

        if ((column.Type.Currency?.Text ?? scope.Module.Currency) is not { } currency)
        {
            scope.Report(TypeErrors.CurrencyMissing(scope.At(column.Type), column.Name.Text));
            return null;
        }

        return ScalarType.Money(currency, column.Type.Scale ?? Currencies.MinorDigits(currency));
    }

    private static string? Zone(ColumnSyntax column, ScalarType type, Scope scope)
    {
        if (column.Zone is { } zone && type.Kind != ScalarKind.Timestamp)
        {
            scope.Report(TypeErrors.NoMeaningHere(scope.At(zone), "zone", $"only a timestamp has one, and this is {RowBinder.An(type)}"));
            return null;
        }

        return column.Zone is null ? null : ProductBinder.ZoneName(column.Zone, scope);
    }

    private static void BindChoices(ColumnSyntax column, ColumnSymbol symbol, Scope scope)
    {
        switch (column.In)
        {
            case ListExpression list when symbol.Type.Kind == ScalarKind.Text:
                symbol.Values = [.. list.Items.Select(i => Word(i, scope)).Where(w => w is not null).Select(w => w!).Distinct(StringComparer.Ordinal)];
                break;
            case ListExpression list:
                scope.Report(TypeErrors.CannotBe(scope.At(list), $"A list of values closes text, and `{column.Name.Text}` is {RowBinder.An(symbol.Type)}", "Write a range, e.g. `in 1..5`"));
                break;
            case RangeExpression range when symbol.Type.IsNumeric || symbol.Type.Kind == ScalarKind.Money:
                BindRange(range, symbol, scope);
                break;
            case RangeExpression range:
                scope.Report(TypeErrors.CannotBe(scope.At(range), $"A range bounds numbers, and `{column.Name.Text}` is {RowBinder.An(symbol.Type)}", "Write a list, e.g. `in [a, b]`"));
                break;
        }
    }

    private static void BindRange(RangeExpression range, ColumnSymbol symbol, Scope scope)
    {
        (symbol.Low, symbol.High) = (End(range.Low, scope), End(range.High, scope));
        if (symbol.Low > symbol.High)
        {
            var text = scope.Tree.Text;
            scope.Report(ObjectiveErrors.UpsideDown(scope.At(range), text.Slice(range.Low.Span), text.Slice(range.High.Span)));
        }
    }

    private static decimal? End(ExpressionSyntax written, Scope scope)
    {
        var bound = NumberBinder.BindNumber(written, scope);
        if (bound is MeasureLiteral literal && (literal.Unit.IsNumeric || literal.Unit.IsTemporal))
        {
            return literal.Value;
        }

        if (!bound.Unit.IsError)
        {
            scope.Report(TypeErrors.Expected(scope.At(written), "A plain number", bound is MeasureLiteral ? bound.Unit.InWords : "something computed"));
        }

        return null;
    }

    private static string? Word(ExpressionSyntax item, Scope scope)
    {
        switch (item)
        {
            case NameExpression { Path.Parts.Length: 1 } name:
                return name.Path.Text;
            case TextExpression text:
                return text.Value;
            case ErrorExpression:
                return null;
            default:
                scope.Report(TypeErrors.Expected(scope.At(item), "A word or a text in quotes", "something else"));
                return null;
        }
    }
}
