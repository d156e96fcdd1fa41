using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>A funnel, bound when it is first asked for.</summary>
internal sealed class NamedFunnel(FunnelDeclaration declaration, SyntaxTree tree, ModuleNames module) : Named(tree.At(declaration.Name))
{
    private bool isBound;
    private FunnelSymbol? symbol;

    public override Named In(ModuleNames view) => new NamedFunnel(declaration, tree, view);

    /// <summary>The funnel; null when it is in error, which is reported.</summary>
    public FunnelSymbol? Bound(Location usedAt)
    {
        module.Session.Use($"{module.Name}.{declaration.Name.Text}");
        if (!isBound)
        {
            symbol = module.Session.Once<FunnelSymbol?>($"{module.Name}.{declaration.Name.Text}", usedAt, Bind, null);
            isBound = true;
        }

        return symbol;
    }

    private FunnelSymbol? Bind() => new FunnelBinder(declaration, new Scope(module, tree, module.Findings)).Bind();
}
