using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>Names of metrics where only a metric may stand.</summary>
internal static class MetricReferences
{
    /// <summary>The metric; null when the path names none, which is reported.</summary>
    public static MetricSymbol? Find(PathSyntax path, Scope scope)
    {
        switch (scope.Module.Find(path, out int used))
        {
            case NamedMetric metric when used == path.Parts.Length:
                var symbol = metric.Bound(scope.At(path));
                return CalendarCheck.Fits(symbol.Body, path, scope) ? symbol : null;
            case NamedFunnel funnel:
                return funnel.Bound(scope.At(path)) is { } steps ? Members.Of(steps, path, used, scope) : null;
            case NamedCohort cohort:
                return cohort.Bound(scope.At(path)) is { } starts ? Members.Of(starts, path, used, scope) : null;
            case NamedParts parts:
                scope.Report(used < path.Parts.Length
                    ? MetricErrors.NoSuchPart(scope.At(path), parts.Name, path.Parts[used].Text, parts.PartNames)
                    : MetricErrors.NeedsPart(scope.At(path), parts.Name, parts.PartNames));
                return null;
            case null:
                scope.Report(NameErrors.NotDefined(scope.At(path), path.Text, scope.Module.ValueNames));
                return null;
            case NamedSource { Source: var source } when used < path.Parts.Length:
                scope.Report(source.Column(path.Parts[used].Text) is null
                    ? NameErrors.ColumnUnknown(scope.At(path.Parts[used]), source.Name, path.Parts[used].Text, source.Columns.Select(c => c.Name))
                    : NameErrors.IsSomethingElse(scope.At(path), path.Text, "a column", "a metric", "Name a metric that counts it or adds it up."));
                return null;
            case var other:
                scope.Report(NameErrors.IsSomethingElse(scope.At(path), path.Text, Sort(other), "a metric", "Name a metric."));
                return null;
        }
    }

    private static string Sort(Named named) => named switch
    {
        NamedSource => "a source",
        NamedRows => "rows",
        NamedSegment => "a segment",
        NamedMetric => "part of a metric",
        _ => "a `let`",
    };

    /// <summary>A column to break a metric down by: every source that the metric reads reaches it by exactly one way.</summary>
    public static ColumnSymbol? Dimension(PathSyntax path, MetricSymbol metric, Scope scope)
    {
        if (scope.Module.Find(path, out int parts) is NamedSegment segment && parts == path.Parts.Length)
        {
            segment.Meaning(scope.At(path));
            return segment.Symbol is { Column: var computed } && MeasureSources.Of(metric.Body).All(from => Reaches(from, computed.Source, path, scope)) ? computed : null;
        }

        if (scope.Module.Find(path, out int used) is not NamedSource { Source: var source } || used + 1 != path.Parts.Length)
        {
            scope.Report(path.Parts.Length == 1 && Suggestion.For(path.Text, scope.Module.SegmentNames) is not null
                ? NameErrors.NotDefined(scope.At(path), path.Text, scope.Module.SegmentNames)
                : path.Parts.Length == 1
                ? NameErrors.IsSomethingElse(scope.At(path), path.Text, "no path", "a dimension", "Write `SOURCE.column`, or a segment.")
                : NameErrors.NotDefined(scope.At(path.First), path.First.Text, scope.Module.ValueNames));
            return null;
        }

        if (source.Column(path.Last.Text) is not { } column)
        {
            scope.Report(NameErrors.ColumnUnknown(scope.At(path.Last), source.Name, path.Last.Text, source.Columns.Select(c => c.Name)));
            return null;
        }

        return MeasureSources.Of(metric.Body).All(from => Reaches(from, source, path, scope)) ? column : null;
    }

    /// <summary>The same where results are to be shown: a breakdown that misleads gets a warning.</summary>
    public static ColumnSymbol? Breakdown(PathSyntax path, MetricSymbol metric, Scope scope)
    {
        var by = Dimension(path, metric, scope);
        if (by is not null && BreakdownAdvice.Against(metric, by) is { } advice)
        {
            scope.Report(MetricErrors.NotOfTheEntity(scope.At(path), advice));
        }

        return by;
    }

    private static bool Reaches(SourceSymbol from, SourceSymbol to, PathSyntax path, Scope scope)
    {
        var ways = ReferencePaths.Between(from, to);
        if (ways.Length == 1)
        {
            return true;
        }

        scope.Report(ways.IsEmpty
            ? ReferencePaths.Reaches(to, from)
                ? NameErrors.WouldFanOut(scope.At(path), from.Name, to.Name)
                : NameErrors.Unreachable(scope.At(path), from.Name, to.Name)
            : NameErrors.ManyPaths(scope.At(path), from.Name, to.Name, ways.Select(w => string.Join(".", w.Select(c => c.Name)))));
        return false;
    }
}
