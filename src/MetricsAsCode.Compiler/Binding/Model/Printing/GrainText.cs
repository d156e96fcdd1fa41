using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Model.Printing;

internal static class GrainText
{
    public static string Of(Grain grain) => grain.ToString().ToLowerInvariant();
}
