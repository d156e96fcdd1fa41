using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>Rows and what is taken from each of them; no value for <c>count(rows)</c>.</summary>
internal sealed record RowsAndValue(BoundRows Rows, RowExpression? Value);

/// <summary>
/// The argument of an aggregate over rows: <c>ROWS</c>, <c>ROWS.x</c> or an expression in which the first name of rows says whose columns the bare names are;
/// then <c>where</c> and <c>among</c>.
/// </summary>
internal static class RowsArgument
{
    public static RowsAndValue? Bind(ArgumentSyntax argument, string function, Scope scope)
    {
        if (MisplacedClause(argument) is { } word)
        {
            scope.Report(TypeErrors.NoMeaningHere(scope.At(argument), word, $"`{function}` here is over rows, not over numbers"));
            return null;
        }

        if (argument.Among is not null)
        {
            scope.Report(TypeErrors.NoMeaningHere(scope.At(argument.Among), "among", $"only `share` has rows among which it counts; restrict those of `{function}` with `where`"));
            return null;
        }

        var (head, conditions) = Peel(argument.Value);
        if (Head(head, function, scope) is not { } start)
        {
            return null;
        }

        var rows = Filter(start.Rows, conditions, Postfix.NameOf(head) ?? FirstRows(head, scope)?.Name, scope);
        if (rows is null || !CheckTime(rows, scope, argument))
        {
            return null;
        }

        var value = start.Value?.LookAmong(start.Rows, rows, what => scope.FailRow(FunnelErrors.RowsOfASet(scope.At(argument), what)));
        return value is { IsError: true } ? null : new RowsAndValue(rows, value);
    }

    /// <summary>The expression below its outermost <c>where</c>s, and those in the order written.</summary>
    public static (ExpressionSyntax Head, ImmutableArray<ExpressionSyntax> Conditions) Peel(ExpressionSyntax expression)
    {
        var conditions = ImmutableArray<ExpressionSyntax>.Empty;
        while (expression is WhereExpression where)
        {
            conditions = conditions.Insert(0, where.Condition);
            expression = where.Operand;
        }

        return (expression, conditions);
    }

    /// <summary>Rows, or a value of rows, before any <c>where</c>; null when it is neither, which is reported.</summary>
    public static RowsAndValue? Head(ExpressionSyntax head, string function, Scope scope)
    {
        if (Postfix.NameOf(head) is not null || head is ColumnOfExpression or ParenthesizedExpression { Inner: not (BinaryExpression or UnaryExpression or IfExpression or InExpression or IsExpression) })
        {
            switch (NumberBinder.Bind(head, scope))
            {
                case RowsMeaning m:
                    return new RowsAndValue(m.Rows, null);
                case ValuesMeaning m:
                    return new RowsAndValue(m.Rows, m.Value);
                case ErrorMeaning:
                    return null;
                case var other:
                    scope.Report(TypeErrors.SomethingElseIsDue(scope.At(head), other.Sort, "rows or a column of rows", Remedy(other, function)));
                    return null;
            }
        }

        if (FirstRows(head, scope) is not { Rows: var rows, Name: var name })
        {
            return NoRows(head, function, scope);
        }

        var value = RowBinder.Bind(head, RowScope.Of(scope, rows.Source, name) with { Among = rows });
        return value.IsError ? null : new RowsAndValue(rows, value);
    }

    public static BoundRows? Filter(BoundRows rows, IEnumerable<ExpressionSyntax> conditions, string? name, Scope scope)
    {
        var filtered = rows;
        bool failed = false;
        foreach (var condition in conditions)
        {
            var next = Postfix.Filter(filtered, condition, scope, name);
            failed |= next is null;
            filtered = next ?? filtered;
        }

        return failed ? null : filtered;
    }

    /// <summary>A static source that refers to a dated one would count in every period: that is never meant.</summary>
    public static bool CheckTime(BoundRows rows, Scope scope, SyntaxNode at)
    {
        bool dated = rows.Source.Time is not null || rows.Source.Lifetime is not null || rows.Steps.OfType<RowDated>().Any();
        var reference = dated ? null : rows.Source.Columns.FirstOrDefault(c => c.References?.Time is not null);
        if (reference is null)
        {
            return true;
        }

        string offer = string.Join(".", reference.References!.Time!.Value.Select(c => c.Name).Prepend(reference.Name));
        scope.Report(TypeErrors.NeedsTime(scope.At(at), rows.Source.Name, reference.References.Name, offer));
        return false;
    }

    /// <summary>The first rows that are named in a value, in reading order, and the name that they go by: by a path, or in parentheses before a column.</summary>
    private static (BoundRows Rows, string Name)? FirstRows(ExpressionSyntax expression, Scope scope)
    {
        foreach (var naming in ExpressionPaths.NamingRows(expression))
        {
            if (naming is ColumnOfExpression { Rows: var written } of)
            {
                return Postfix.RowsOf(of, scope.Silent()) is { } inside ? (inside, Postfix.NameOf(written) ?? inside.Source.Name) : null;
            }

            if (RowsNamedBy(((NameExpression)naming).Path, scope) is { } named)
            {
                return named;
            }
        }

        return null;
    }

    /// <summary>By the shortest start of a path that names rows.</summary>
    private static (BoundRows Rows, string Name)? RowsNamedBy(PathSyntax path, Scope scope)
    {
        for (int length = 1; length <= Math.Min(2, path.Parts.Length); length++)
        {
            var start = new PathSyntax([.. path.Parts.Take(length)], path.Parts[0].Span.To(path.Parts[length - 1].Span));
            if (Names.Bind(start, scope.Silent()) is RowsMeaning { Rows: var rows })
            {
                return (rows, start.First.Text);
            }
        }

        return null;
    }

    private static RowsAndValue? NoRows(ExpressionSyntax head, string function, Scope scope)
    {
        var meaning = NumberBinder.Bind(head, scope);
        if (meaning is not ErrorMeaning)
        {
            scope.Report(TypeErrors.SomethingElseIsDue(scope.At(head), meaning.Sort, "rows or a column of rows", Remedy(meaning, function)));
        }

        return null;
    }

    private static string Remedy(Meaning meaning, string function) => meaning switch
    {
        NumberMeaning => $"Say over what: `{function}(… per KEY)` or `{function}(… each day)`.",
        SetMeaning => "Write `size(SET)` for the count of its members.",
        _ => $"Write `{Aggregates.Find(function)?.Form ?? function + "(ROWS)"}`.",
    };

    private static string? MisplacedClause(ArgumentSyntax argument) => Arguments.Extra(argument) is "by" or "back" or "per" or "each" ? Arguments.Extra(argument) : null;
}
