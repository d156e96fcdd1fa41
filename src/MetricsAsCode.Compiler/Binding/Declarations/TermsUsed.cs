using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>
/// The names in a formula that a reader has to look up, and those in what they stand for:
/// 1. a <c>let</c> or a segment, unless a column of the rows that are read has the name;
/// 2. a function, unless it is of <c>std</c>, which its own page explains.
/// A bare word beside <c>=</c> or in a list is left out, since it is a value of a column there.
/// </summary>
internal sealed class TermsUsed
{
    private readonly List<TermSymbol> found = [];
    private readonly HashSet<Named> seen = [];
    private readonly HashSet<string> columns;

    private TermsUsed(IEnumerable<SourceSymbol> sources) => columns = [.. sources.SelectMany(s => s.Columns).Select(c => c.Name)];

    /// <summary>In reading order; what a term uses stands behind it.</summary>
    public static ImmutableArray<TermSymbol> In(ExpressionSyntax written, Measure body, ModuleNames module)
    {
        var terms = new TermsUsed(MeasureSources.Of(body));
        terms.Read(written, module);
        return [.. terms.found];
    }

    private void Read(ExpressionSyntax written, ModuleNames module)
    {
        foreach (var leaf in Leaves(written))
        {
            switch (leaf)
            {
                case NameExpression { Path: var path } when path.Parts.Length > 1 || !columns.Contains(path.Text):
                    Add(path, module.Find(path, out int used), used, module);
                    break;
                case CallExpression { Function: var function } when module.FindDefine(function) is { } define && !seen.Contains(define):
                    Add(define, define.Form, define.Written, module);
                    break;
            }
        }
    }

    private void Add(PathSyntax path, Named? named, int used, ModuleNames module)
    {
        string name = string.Join(".", path.Parts.Take(used).Select(p => p.Text));
        switch (named)
        {
            case NamedLet let when !seen.Contains(let):
                Add(let, name, let.Written, module);
                break;
            case NamedSegment segment when !seen.Contains(segment):
                Add(segment, name, segment.Written, module);
                break;
        }
    }

    private void Add(Named named, string name, (ExpressionSyntax Value, SyntaxTree Tree, ModuleNames Module) written, ModuleNames module)
    {
        seen.Add(named);
        if (written.Module.Name == ModuleNames.Library)
        {
            return;
        }

        found.Add(new TermSymbol(name, SourceForm.Of(written.Value, written.Tree)));
        // What another module calls its own is qualified by nobody here, and would read as one of this module's names.
        if (ReferenceEquals(written.Module, module))
        {
            Read(written.Value, module);
        }
    }

    private static IEnumerable<ExpressionSyntax> Leaves(ExpressionSyntax expression) => expression switch
    {
        NameExpression => [expression],
        ListExpression => [],
        BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } e => new[] { e.Left, e.Right }.Where(o => o is not NameExpression { Path.Parts.Length: 1 }).SelectMany(Leaves),
        CallExpression => ExpressionParts.Of(expression).SelectMany(Leaves).Prepend(expression),
        _ => ExpressionParts.Of(expression).SelectMany(Leaves),
    };
}
