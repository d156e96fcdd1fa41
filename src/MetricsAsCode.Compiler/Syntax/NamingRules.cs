using System.Collections.Immutable;
using System.Text;
using MetricsAsCode.Compiler.Diagnostics;

namespace MetricsAsCode.Compiler.Syntax;

/// <summary>Names that are declared are snake_case; others are warned about, with the form to write.</summary>
internal static class NamingRules
{
    public static void Check(Identifier? module, ImmutableArray<DeclarationSyntax> declarations, Reading reading)
    {
        foreach (var name in declarations.SelectMany(Declared).Concat(module is null ? [] : [module]))
        {
            string snake = SnakeCase(name.Text);
            if (!string.Equals(name.Text, snake, StringComparison.Ordinal))
            {
                reading.Report(name.Span, at => SyntaxErrors.NotSnakeCase(at, name.Text, snake));
            }
        }
    }

    private static IEnumerable<Identifier> Declared(DeclarationSyntax declaration) => declaration switch
    {
        SourceDeclaration source => source.Members.OfType<ColumnSyntax>().Select(c => c.Name).Prepend(source.Name),
        DefineDeclaration define => define.Parameters.Select(p => p.Name).Prepend(define.Name),
        ObjectiveDeclaration objective => objective.Members.OfType<KeyResultSyntax>().Select(k => k.Name).Prepend(objective.Name),
        FunnelDeclaration funnel => funnel.Steps.Select(s => s.Name).Prepend(funnel.Name),
        MetricDeclaration metric => metric.Parts.Select(p => p.Name).Prepend(metric.Name),
        JourneyDeclaration journey => journey.Stages.Select(s => s.Name),
        _ => [declaration.Name],
    };

    /// <summary><c>CustomerID</c> becomes <c>customer_id</c>: an underscore goes before a capital that follows a small letter or begins a word.</summary>
    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            snake.Append(startsWord ? "_" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }
}
