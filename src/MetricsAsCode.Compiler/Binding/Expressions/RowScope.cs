using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>Where a row expression stands: the source whose rows it looks at, and the names those rows go by (the source's own, and that of a <c>let</c>).</summary>
internal sealed record RowScope(Scope Scope, SourceSymbol Source, ImmutableHashSet<string> Names)
{
    public static RowScope Of(Scope scope, SourceSymbol source, params string[] names) => new(scope, source, [source.Name, .. names]);
}
