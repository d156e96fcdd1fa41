using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Engines.Reference.Measures;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>Values of rows and names of entities with all their digits; durations as people read them.</summary>
internal static class CellText
{
    public static string? Of(Scalar? value, ScalarKind kind) => value switch
    {
        null => null,
        NumberScalar when kind == ScalarKind.Duration => DisplayFormat.Write(ResultValues.Of(value), Values.Unit.Duration),
        _ => ResultValues.Of(value).ToString(),
    };

    public static string Name(Scalar entity) => GroupText.Of(entity);
}
