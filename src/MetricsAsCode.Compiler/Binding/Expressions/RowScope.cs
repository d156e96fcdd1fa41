using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>Where a row expression stands: the source whose rows it looks at, and the names those rows go by (the source's own, and that of a <c>let</c>).</summary>
internal sealed record RowScope(Scope Scope, SourceSymbol Source, ImmutableHashSet<string> Names)
{
    /// <summary>The rows named before the condition that is bound: what functions that look at other rows look at.</summary>
    public BoundRows Among { get; init; } = new(Source, default);

    public static RowScope Of(Scope scope, SourceSymbol source, params string[] names) => new(scope, source, [source.Name, .. names]);
}
