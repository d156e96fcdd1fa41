using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>The type of a function of row values; null when it does not work on them.</summary>
internal static class RowCallTypes
{
    public static ScalarType? Of(ScalarFunction function, IReadOnlyList<RowExpression> arguments)
    {
        bool optional = arguments.Any(a => a.Type.IsOptional);
        var first = arguments[0].Type;
        return function switch
        {
            ScalarFunction.Coalesce => Common(arguments)?.Optional(arguments.All(a => a.Type.IsOptional)),
            ScalarFunction.Min or ScalarFunction.Max => Common(arguments) is { Kind: not (ScalarKind.Text or ScalarKind.Boolean) } type ? type.Optional(optional) : null,
            ScalarFunction.Lower => first.Kind == ScalarKind.Text ? ScalarType.Text.Optional(optional) : null,
            ScalarFunction.Contains or ScalarFunction.StartsWith or ScalarFunction.EndsWith =>
                arguments.All(a => a.Type.Kind == ScalarKind.Text) ? ScalarType.Boolean.Optional(optional) : null,
            ScalarFunction.Abs => first.IsNumeric || first.Kind is ScalarKind.Money or ScalarKind.Duration ? first : null,
            ScalarFunction.Round or ScalarFunction.Floor or ScalarFunction.Ceil =>
                !first.IsNumeric || !RowUnits.Of(arguments[0]).IsDimensionless ? null
                : first.Kind == ScalarKind.Number ? first
                : ScalarType.Integer.Optional(optional),
            ScalarFunction.Sqrt => null,
            ScalarFunction.Hour => first.Kind == ScalarKind.Timestamp ? ScalarType.Integer.Optional(optional) : null,
            ScalarFunction.Weekday => first.IsTemporal ? ScalarType.Integer.Optional(optional) : null,
            ScalarFunction.Date => first.IsTemporal ? ScalarType.Date.Optional(optional) : null,
            _ => throw new InvalidOperationException($"Unexpected function {function}."),
        };
    }

    private static ScalarType? Common(IReadOnlyList<RowExpression> arguments)
    {
        var seen = arguments[0];
        foreach (var argument in arguments.Skip(1))
        {
            if (RowTypes.Common(seen, argument) is not { } common)
            {
                return null;
            }

            seen = new RowCall(ScalarFunction.Coalesce, [seen, argument], common);
        }

        return seen.Type;
    }
}
