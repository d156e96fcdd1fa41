using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>A <c>let</c>, bound when it is first asked for: rows, a set, a number, or a condition on rows.</summary>
internal sealed class NamedLet(LetDeclaration declaration, SyntaxTree tree, ModuleNames module) : Named(tree.At(declaration.Name))
{
    private Meaning? bound;

    public string Name => declaration.Name.Text;

    public bool IsUsed { get; private set; }

    /// <summary>The right side and where it stands.</summary>
    public (ExpressionSyntax Value, SyntaxTree Tree, ModuleNames Module) Written => (declaration.Value, tree, module);

    /// <summary>What it stands for, once all is bound.</summary>
    public LetSymbol Symbol => new(Name, Location)
    {
        Rows = (Bind(Location) as RowsMeaning)?.Rows,
        Set = (Bind(Location) as SetMeaning)?.Set,
        Number = (Bind(Location) as NumberMeaning)?.Measure,
    };

    public Meaning Meaning(Location usedAt)
    {
        IsUsed = true;
        module.Session.Use($"{module.Name}.{Name}");
        return Bind(usedAt);
    }

    public override Named In(ModuleNames view) => new NamedLet(declaration, tree, view);

    /// <summary>Binds it without counting as a use.</summary>
    public Meaning Bind(Location at) => bound ??= module.Session.Once($"{module.Name}.{Name}", at, BindValue, Expressions.Meaning.Error);

    private Meaning BindValue()
    {
        var scope = new Scope(module, tree, module.Findings);
        if (Conditions.SourceOf(declaration.Value, scope) is { } source)
        {
            var condition = RowBinder.BindCondition(declaration.Value, RowScope.Of(scope, source));
            return condition.IsError ? Expressions.Meaning.Error : new ConditionMeaning(declaration.Value, scope);
        }

        var meaning = NumberBinder.Bind(declaration.Value, scope);
        return meaning is ValuesMeaning
            ? scope.Fail(TypeErrors.SomethingElseIsDue(scope.At(declaration.Value), "a column", "rows, a set, a number or a condition", "Name the rows here, and the column where they are used."))
            : meaning;
    }
}
