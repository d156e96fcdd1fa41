using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>
/// Whose rows a funnel or cohort follows: <c>by events.session_id</c>, or <c>by customers</c> for the key of a source that all rows refer to.
/// Other sources must reach the entity by exactly one way.
/// </summary>
internal sealed class EntityOf
{
    private readonly PathSyntax written;
    private readonly SourceSymbol source;
    private readonly RowColumn column;

    private EntityOf(PathSyntax written, SourceSymbol source, RowColumn column) => (this.written, this.source, this.column) = (written, source, column);

    public ColumnSymbol Entity => column.Column.Entity;

    /// <summary>The entity; null when the path names none, which is reported.</summary>
    /// <param name="isFiltered">Whether rows that are only some of their source's may be named, since they are what is followed.</param>
    public static EntityOf? Bind(PathSyntax by, Scope scope, bool isFiltered = false)
    {
        switch (Names.Bind(by, scope))
        {
            case ValuesMeaning { Rows: var rows, Value: RowColumn column }:
                return new EntityOf(by, rows.Source, column);
            case RowsMeaning { Rows: var rows } when rows.Source.Keys.Count() == 1 && (isFiltered || !rows.Conditions.Any()):
                var key = rows.Source.Keys.Single();
                return new EntityOf(by, rows.Source, new RowColumn(default, key, key.Type));
            case ErrorMeaning:
                return null;
            case var other:
                scope.Report(TypeErrors.SomethingElseIsDue(
                    scope.At(by), other is RowsMeaning ? "some rows, or not one key column" : other.Sort, "a column, or a source with one key column", "Write `by SOURCE.column`."));
                return null;
        }
    }

    /// <summary>The column by which rows of a source belong to the entity; null when there is not exactly one, which is reported.</summary>
    public RowColumn? From(SourceSymbol rows, SyntaxNode at, Scope scope)
    {
        if (ReferenceEquals(rows, source))
        {
            return column;
        }

        var ways = ReferencePaths.ToEntity(rows, Entity);
        if (ways.Length == 1)
        {
            return ways[0];
        }

        scope.Report(ways.IsEmpty
            ? FunnelErrors.EntityOutOfReach(scope.At(at), rows.Name, written.Text)
            : NameErrors.ManyPaths(scope.At(at), rows.Name, Entity.Source.Name, ways.Select(w => string.Join(".", w.References.Select(r => r.Column.Name).Append(w.Column.Name)))));
        return null;
    }
}
