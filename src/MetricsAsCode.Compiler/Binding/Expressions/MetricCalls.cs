using MetricsAsCode.Compiler.Binding.Declarations;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

// 1. `support.csat(surveys = ratings)` binds the metric, and all lets, metrics and functions that it uses, anew with `surveys` standing for those rows.
// 2. What the given sources refer to stands for the source that it is like, so references need not be named.
// 3. The columns that the metric reads are there by name and type; whatever else does not work is reported at the call.
// 4. None of the other module's own rows are left: numbers over its rows and over others do not mix unseen.

/// <summary>A metric over other sources than its own.</summary>
internal static class MetricCalls
{
    /// <summary>The metric that a call names; null when it names none, or when the arguments rather are those of a function.</summary>
    public static NamedMetric? Named(CallExpression call, Scope scope) =>
        scope.Module.Find(call.Function, out int used) is NamedMetric metric && used == call.Function.Parts.Length
        && (scope.Module.FindDefine(call.Function) is null || (call.Arguments.Length > 0 && call.Arguments.All(a => Given(a) is not null)))
            ? metric
            : null;

    public static Meaning Bind(CallExpression call, NamedMetric metric, Scope scope)
    {
        var owner = scope.Module.Other(metric.Symbol.Module)!;
        if (metric.Bound(scope.At(call.Function)).Unit.IsError)
        {
            return Meaning.Error;
        }

        if (owner.Product.Location is not null && CalendarCheck.Differ(owner.Product, scope.Product))
        {
            return scope.Fail(TypeErrors.CalendarsDiffer(scope.At(call), scope.Module.Name, owner.Name));
        }

        return GivenRows(call, metric, owner, scope) is { } given ? Over(call, metric, owner, given, scope) : Meaning.Error;
    }

    private static Meaning Over(CallExpression call, NamedMetric metric, ModuleNames owner, Dictionary<string, BoundRows> given, Scope scope)
    {
        AddReferences(given, owner);
        var view = ViewOf(owner, given, scope);
        int before = view.Findings.Count;
        var path = new PathSyntax([.. metric.Symbol.Name.Split('.').Select(n => new Identifier(n, false, call.Function.Last.Span))], call.Function.Last.Span);
        var symbol = ((NamedMetric)view.Find(path, out _)!).Bound(scope.At(call.Function));
        if (view.Findings.Count > before)
        {
            foreach (var finding in view.Findings.InOrder().Where(f => f.IsError))
            {
                scope.Report(ReuseErrors.InsideMetric(scope.At(call), metric.Symbol.QualifiedName, finding.Message));
            }
        }

        if (symbol.Unit.IsError)
        {
            return Meaning.Error;
        }

        bool isOther = !string.Equals(owner.Name, scope.Module.Name, StringComparison.Ordinal);
        var left = MeasureSources.Of(symbol.Body).FirstOrDefault(s => isOther && s.Module == owner.Name && s.Table is null && !given.Values.Any(g => ReferenceEquals(g.Source, s)));
        return left is null ? new NumberMeaning(new MetricMeasure(symbol)) : scope.Fail(ReuseErrors.StillReads(scope.At(call), metric.Symbol.QualifiedName, left.Name));
    }

    /// <summary>What stands for each source, by its name; null when anything is wrong, which is reported.</summary>
    private static Dictionary<string, BoundRows>? GivenRows(CallExpression call, NamedMetric metric, ModuleNames owner, Scope scope)
    {
        var given = new Dictionary<string, BoundRows>(StringComparer.Ordinal);
        bool isSound = call.Arguments.Length > 0;
        if (!isSound)
        {
            scope.Report(ReuseErrors.SaysNoSources(scope.At(call), call.Function.Text, SourcesOf(metric)));
        }

        foreach (var argument in call.Arguments)
        {
            isSound &= AddGiven(argument, given, call, metric, owner, scope);
        }

        return isSound ? given : null;
    }

    private static bool AddGiven(
        ArgumentSyntax argument, Dictionary<string, BoundRows> given, CallExpression call, NamedMetric metric, ModuleNames owner, Scope scope)
    {
        if (Given(argument) is not var (name, written))
        {
            scope.Report(ReuseErrors.SaysNoSources(scope.At(argument), call.Function.Text, SourcesOf(metric)));
            return false;
        }

        if (owner.Sources.FirstOrDefault(s => s.Name == name.Text) is not { } source)
        {
            scope.Report(NameErrors.NotDefined(scope.At(name), name.Text, owner.Sources.Select(s => s.Name)));
            return false;
        }

        if (given.ContainsKey(name.Text))
        {
            scope.Report(NameErrors.GivenTwice(scope.At(name), name.Text));
            return false;
        }

        switch (NumberBinder.Bind(written, scope))
        {
            case RowsMeaning { Rows: var rows }:
                given.Add(name.Text, rows);
                return HasColumns(rows.Source, source, metric.Symbol, scope, argument);
            case ErrorMeaning:
                return false;
            case var other:
                scope.Report(TypeErrors.SomethingElseIsDue(scope.At(written), other.Sort, $"rows for `{name.Text}`", "Name a source, or a `let` of rows."));
                return false;
        }
    }

    private static bool HasColumns(SourceSymbol given, SourceSymbol due, MetricSymbol metric, Scope scope, ArgumentSyntax argument)
    {
        bool isSound = true;
        if (due.Lifetime is not null && given.Lifetime is null)
        {
            isSound = false;
            scope.Report(StateErrors.HasNoLifetime(scope.At(argument), given.Name, "at end"));
        }

        var times = given.Time is null ? [] : due.Time ?? [];
        foreach (var column in MetricColumns.Of(metric.Body).Where(c => ReferenceEquals(c.Source, due) && !times.Contains(c)).OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            var found = given.Column(column.Name);
            if (found is { IsError: true } || found?.Type.Kind == column.Type.Kind)
            {
                continue;
            }

            isSound = false;
            string? type = found is null ? null : RowBinder.An(found.Type);
            scope.Report(ReuseErrors.ColumnLacks(scope.At(argument), metric.QualifiedName, given.Name, column.Name, RowBinder.An(column.Type), type));
        }

        return isSound;
    }

    private static void AddReferences(Dictionary<string, BoundRows> given, ModuleNames owner)
    {
        var reached = new List<SourceSymbol>(given.Values.Select(r => r.Source));
        for (int i = 0; i < reached.Count; i++)
        {
            reached.AddRange(reached[i].Columns.Select(c => c.References).Where(r => r is not null && !reached.Contains(r)).Select(r => r!).Distinct());
        }

        foreach (var source in owner.Sources.Where(s => !given.ContainsKey(s.Name)).ToArray())
        {
            var like = reached.Where(r => SourceMembers.IsLike(r, source)).Distinct().ToArray();
            if (like.Length == 1)
            {
                given.Add(source.Name, new BoundRows(like[0], []));
            }
        }
    }

    private static ModuleNames ViewOf(ModuleNames owner, Dictionary<string, BoundRows> given, Scope scope)
    {
        var named = given.ToDictionary(g => g.Key, g => Stand(g.Value), StringComparer.Ordinal);
        var product = owner.Product.Location is null ? scope.Product : owner.Product;
        ModuleNames New() => owner.Over(named, product, new DiagnosticBag());
        if (given.Values.Any(r => !r.Steps.IsEmpty))
        {
            return New();
        }

        string key = $"{scope.Module.Name}: {owner.Name}({string.Join(", ", given.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} = {g.Value.Source.QualifiedName}"))})";
        var views = scope.Module.Session.Views;
        return views.TryGetValue(key, out var view) ? view : views[key] = New();
    }

    private static Named Stand(BoundRows rows) => rows.Steps.IsEmpty ? new NamedSource(rows.Source) : new NamedRows(rows, rows.Source.Location);

    private static IEnumerable<string> SourcesOf(NamedMetric metric) =>
        MeasureSources.Of(metric.Symbol.Body).Where(s => s.Module == metric.Symbol.Module).Select(s => s.Name);

    private static (Identifier Name, ExpressionSyntax Rows)? Given(ArgumentSyntax argument) => Arguments.Extra(argument) is null ? Given(argument.Value) : null;

    /// <summary><c>surveys = ratings</c>, or with a filter behind it.</summary>
    private static (Identifier Name, ExpressionSyntax Rows)? Given(ExpressionSyntax written) => written switch
    {
        BinaryExpression { Operator: BinaryOperator.Equal, Left: NameExpression { Path: { Parts.Length: 1 } name } } equal => (name.First, equal.Right),
        WhereExpression where when Given(where.Operand) is var (name, rows) => (name, new WhereExpression(rows, where.Condition)),
        _ => null,
    };
}
