using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Declarations;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>Where an expression stands: its file, its module's names, the parameters of the define that it belongs to, and where findings go.</summary>
internal sealed record Scope(ModuleNames Module, SyntaxTree Tree, DiagnosticBag Findings)
{
    public ImmutableDictionary<string, Meaning> Parameters { get; init; } = ImmutableDictionary<string, Meaning>.Empty;

    public ProductSymbol Product => Module.Product;

    public Location At(SyntaxNode node) => Tree.At(node);

    public Location At(TextSpan span) => new(Tree.Text, span);

    public void Report(Diagnostic finding) => Findings.Add(finding);

    /// <summary>Reports and stands for the error.</summary>
    public Meaning Fail(Diagnostic finding)
    {
        Report(finding);
        return Meaning.Error;
    }

    public Measure FailNumber(Diagnostic finding)
    {
        Report(finding);
        return Measure.Error;
    }

    public RowExpression FailRow(Diagnostic finding)
    {
        Report(finding);
        return RowExpression.Error;
    }

    /// <summary>The same scope with findings thrown away, to try a reading.</summary>
    public Scope Silent() => this with { Findings = new DiagnosticBag() };
}
