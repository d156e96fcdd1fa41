using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>A segment, bound when it is first asked for. Behind <c>where</c> its condition is bound anew for the rows at hand, like that of a <c>let</c>.</summary>
internal sealed class NamedSegment(SegmentDeclaration declaration, SyntaxTree tree, ModuleNames module) : Named(tree.At(declaration.Name))
{
    private Meaning? bound;

    /// <summary>Null until it is bound, and when it is in error.</summary>
    public SegmentSymbol? Symbol { get; private set; }

    /// <summary>The right side and where it stands.</summary>
    public (ExpressionSyntax Value, SyntaxTree Tree, ModuleNames Module) Written => (declaration.Value, tree, module);

    public override Named In(ModuleNames view) => new NamedSegment(declaration, tree, view);

    public Meaning Meaning(Location usedAt)
    {
        module.Session.Use($"{module.Name}.{declaration.Name.Text}");
        return bound ??= Once(usedAt);
    }

    private Meaning Once(Location usedAt) => module.Session.Once($"{module.Name}.{declaration.Name.Text}", usedAt, Bind, Expressions.Meaning.Error);

    private Meaning Bind()
    {
        var scope = new Scope(module, tree, module.Findings);
        if (declaration.Value is ErrorExpression)
        {
            return Expressions.Meaning.Error;
        }

        if (Conditions.SourceOf(declaration.Value, scope) is not { } source)
        {
            return scope.Fail(TypeErrors.SomethingElseIsDue(scope.At(declaration.Value), "no condition on rows of a source", "one", "Write e.g. `customers.city = \"Delhi\"`."));
        }

        var condition = RowBinder.BindCondition(declaration.Value, RowScope.Of(scope, source));
        if (condition.IsError)
        {
            return Expressions.Meaning.Error;
        }

        if (RowParts.All(condition).OfType<RowInSet>().FirstOrDefault() is { } test)
        {
            return scope.Fail(ReuseErrors.SegmentOfSet(scope.At(declaration.Value), test.Operand.Column.Name));
        }

        if (source.Column(declaration.Name.Text) is { } column)
        {
            return scope.Fail(NameErrors.DeclaredTwice(Location, declaration.Name.Text, column.Location));
        }

        var computed = new ColumnSymbol(source, declaration.Name.Text, condition.Type, Location)
        {
            Condition = condition,
            Formula = RowPrinter.Print(condition),
            Description = declaration.Description ?? declaration.Label?.Value,
        };
        Symbol = new SegmentSymbol(module.Name, declaration.Name.Text, declaration.Label?.Value, declaration.Description, computed, Location);
        return new ConditionMeaning(declaration.Value, scope);
    }
}
