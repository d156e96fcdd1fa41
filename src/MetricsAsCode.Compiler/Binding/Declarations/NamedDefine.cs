using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>A typed function, expanded where it is called. What is wrong inside it for these arguments is reported at the call.</summary>
internal sealed class NamedDefine(DefineDeclaration declaration, SyntaxTree tree, ModuleNames module) : Named(tree.At(declaration.Name))
{
    private static readonly string[] AllKinds = ["set", "rows", "number", "column", "condition"];

    /// <summary>The declaration as written in its own module; null for that one itself.</summary>
    private NamedDefine? origin;

    private bool? isSound;

    /// <summary>The name with its parameters.</summary>
    public string Form => $"{declaration.Name.Text}({string.Join(", ", declaration.Parameters.Select(p => $"{p.Name.Text} {p.Kind.Text}"))})";

    /// <summary>What each parameter takes.</summary>
    public ImmutableArray<string> Kinds => [.. declaration.Parameters.Select(p => p.Kind.Text)];

    /// <summary>The body and where it stands.</summary>
    public (ExpressionSyntax Value, SyntaxTree Tree, ModuleNames Module) Written => (declaration.Body, tree, module);

    public new NamedDefine In(ModuleNames view) => new(declaration, tree, view) { origin = origin ?? this };

    public Meaning Expand(CallExpression call, Scope scope)
    {
        module.Session.Use($"{module.Name}.{declaration.Name.Text}()");
        if (call.Arguments.Length != declaration.Parameters.Length)
        {
            return scope.Fail(TypeErrors.WrongArguments(scope.At(call), declaration.Name.Text, Form));
        }

        var parameters = ImmutableDictionary.CreateBuilder<string, Meaning>(StringComparer.Ordinal);
        for (int i = 0; i < call.Arguments.Length; i++)
        {
            parameters[declaration.Parameters[i].Name.Text] = BindArgument(declaration.Parameters[i], call.Arguments[i], scope);
        }

        return parameters.Values.Any(p => p is ErrorMeaning) || !IsSound()
            ? Meaning.Error
            : module.Session.Once($"{module.Name}.{declaration.Name.Text}()", scope.At(call.Function), () => BindBody(call, parameters.ToImmutable(), scope), Meaning.Error);
    }

    /// <summary>Checks the declaration itself: known kinds, each name once.</summary>
    public void Check(Scope scope)
    {
        var seen = new Dictionary<string, Identifier>(StringComparer.Ordinal);
        foreach (var parameter in declaration.Parameters)
        {
            if (!parameter.Kind.IsMissing && !AllKinds.Contains(parameter.Kind.Text))
            {
                scope.Report(NameErrors.WordUnknown(scope.At(parameter.Kind), parameter.Kind.Text, AllKinds));
            }

            if (seen.TryGetValue(parameter.Name.Text, out var first))
            {
                scope.Report(NameErrors.DeclaredTwice(scope.At(parameter.Name), parameter.Name.Text, scope.At(first)));
            }

            seen[parameter.Name.Text] = parameter.Name;
        }
    }

    /// <summary>Whether the body is without mistakes as far as can be told before a call; they are reported once, where they stand.</summary>
    public bool IsSound()
    {
        if (origin is not null)
        {
            return origin.IsSound();
        }

        if (isSound is { } known)
        {
            return known;
        }

        isSound = true;
        if (Circle([this]) is { } circle)
        {
            circle.ForEach(d => d.isSound = false);
            module.Session.Findings.Add(NameErrors.LeadsBack(Location, circle.Append(this).Select(d => d.QualifiedName)));
            return false;
        }

        var found = new DiagnosticBag();
        module.Session.Once(QualifiedName, Location, () => Run(found), false);
        module.Session.Findings.AddRange(found.InOrder());
        return (isSound = !found.HasErrors).Value;
    }

    private string QualifiedName => $"{module.Name}.{declaration.Name.Text}()";

    private bool Run(DiagnosticBag found)
    {
        DefineCheck.Run(declaration, new Scope(module, tree, found));
        return true;
    }

    /// <summary>The functions that call each other in a circle which begins with the first of some; null when there is none.</summary>
    private ImmutableList<NamedDefine>? Circle(ImmutableList<NamedDefine> way)
    {
        foreach (var next in ExpressionPaths.Functions(declaration.Body).Select(module.FindDefine).Where(d => d is not null).Select(d => d!).Distinct())
        {
            if (ReferenceEquals(next, way[0]))
            {
                return way;
            }

            if (!way.Contains(next) && next.Circle(way.Add(next)) is { } circle)
            {
                return circle;
            }
        }

        return null;
    }

    private Meaning BindBody(CallExpression call, ImmutableDictionary<string, Meaning> parameters, Scope scope)
    {
        var inside = new Scope(module, tree, new DiagnosticBag()) { Parameters = parameters };
        var meaning = NumberBinder.Bind(declaration.Body, inside);
        foreach (var finding in inside.Findings.InOrder().Where(f => f.IsError))
        {
            scope.Report(NameErrors.InsideDefine(scope.At(call), declaration.Name.Text, finding.Message));
        }

        return meaning;
    }

    private static Meaning BindArgument(ParameterSyntax parameter, ArgumentSyntax argument, Scope scope)
    {
        if (Arguments.Extra(argument) is { } word)
        {
            return scope.Fail(TypeErrors.NoMeaningHere(scope.At(argument), word, "it belongs to aggregates; write it inside one"));
        }

        if (parameter.Kind.Text == "condition" && Conditions.SourceOf(argument.Value, scope) is not null)
        {
            return new ConditionMeaning(argument.Value, scope);
        }

        var meaning = NumberBinder.Bind(argument.Value, scope);
        return meaning is ErrorMeaning || Fits(parameter, meaning)
            ? CheckColumns(parameter, argument, meaning, scope)
            : scope.Fail(TypeErrors.SomethingElseIsDue(
                scope.At(argument), meaning.Sort, $"{(parameter.Kind.Text == "rows" ? "rows" : "a " + parameter.Kind.Text)} for `{parameter.Name.Text}`", Remedy(parameter)));
    }

    private static bool Fits(ParameterSyntax parameter, Meaning meaning) => parameter.Kind.Text switch
    {
        "set" => meaning is SetMeaning,
        "rows" => meaning is RowsMeaning,
        "number" => meaning is NumberMeaning,
        "column" => meaning is ValuesMeaning,
        "condition" => meaning is ConditionMeaning,
        _ => true,
    };

    private static string Remedy(ParameterSyntax parameter) => parameter.Kind.Text switch
    {
        "set" => "Write `set(ROWS.column)`.",
        "rows" => "Name a source.",
        "column" => "Write `ROWS.column`.",
        "condition" => "Write a test of a column.",
        _ => "Write an aggregate or a metric.",
    };

    /// <summary>Rows must have the columns that the parameter asks for.</summary>
    private static Meaning CheckColumns(ParameterSyntax parameter, ArgumentSyntax argument, Meaning meaning, Scope scope)
    {
        if (meaning is not RowsMeaning { Rows.Source: var source } || parameter.With.IsDefaultOrEmpty)
        {
            return meaning;
        }

        foreach (var due in parameter.With)
        {
            if (source.Column(due.Name.Text) is not { } column)
            {
                return scope.Fail(NameErrors.ColumnUnknown(scope.At(argument), source.Name, due.Name.Text, source.Columns.Select(c => c.Name)));
            }

            if (!string.Equals(column.Type.Kind.ToString(), due.Type.Name.Text, StringComparison.OrdinalIgnoreCase))
            {
                return scope.Fail(TypeErrors.Expected(scope.At(argument), $"`{due.Name.Text}` as {due.Type.Name.Text}", RowBinder.An(column.Type)));
            }
        }

        return meaning;
    }
}
