using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>A module without a product takes the calendar of the module that uses it; two products with different calendars do not meet in one number.</summary>
internal static class CalendarCheck
{
    /// <summary>Whether the calendars fit; it is reported when they do not.</summary>
    public static bool Fits(Measure body, SyntaxNode at, Scope scope)
    {
        var others = MeasureSources.Of(body).Select(s => scope.Module.Other(s.Module)).Distinct();
        if (others.FirstOrDefault(o => o is not null && Differ(o.Product, scope.Product)) is not { } other)
        {
            return true;
        }

        scope.Report(TypeErrors.CalendarsDiffer(scope.At(at), scope.Module.Name, other.Name));
        return false;
    }

    public static bool Differ(ProductSymbol left, ProductSymbol right) =>
        left.Location is not null && right.Location is not null
        && (left.TimeZone, left.WeekStart, left.YearStartMonth) != (right.TimeZone, right.WeekStart, right.YearStartMonth);
}
