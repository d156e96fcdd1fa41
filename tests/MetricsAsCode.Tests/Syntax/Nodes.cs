using System.Collections;
using System.Reflection;
using System.Text;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Syntax;

/// <summary>Walks any syntax by its constructor's parameters, so that no kind of node is forgotten.</summary>
internal static class Nodes
{
    public static IEnumerable<SyntaxNode> Children(SyntaxNode node) => Parts(node).SelectMany(p => Items(p.Value)).OfType<SyntaxNode>();

    public static IEnumerable<SyntaxNode> All(SyntaxTree tree) => tree.Declarations.SelectMany(WithDescendants);

    /// <summary>The tree without places.</summary>
    public static string Dump(SyntaxTree tree)
    {
        var text = new StringBuilder(tree.Module?.Text).Append('\n');
        foreach (var declaration in tree.Declarations)
        {
            Dump(declaration, text);
            text.Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<SyntaxNode> WithDescendants(SyntaxNode node) => Children(node).SelectMany(WithDescendants).Prepend(node);

    private static void Dump(object? value, StringBuilder text)
    {
        if (value is SyntaxNode node)
        {
            text.Append('(').Append(node.GetType().Name);
            foreach (var part in Parts(node))
            {
                text.Append(' ');
                Dump(part.Value, text);
            }

            text.Append(')');
        }
        else if (value is IEnumerable list and not string)
        {
            text.Append('[');
            foreach (object? item in list)
            {
                Dump(item, text);
            }

            text.Append(']');
        }
        else
        {
            text.Append(value ?? "null");
        }
    }

    private static IEnumerable<object?> Items(object? value) => value is IEnumerable list and not string ? list.Cast<object?>() : [value];

    private static IEnumerable<(string Name, object? Value)> Parts(SyntaxNode node)
    {
        var type = node.GetType();
        var parameters = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Single().GetParameters();
        return parameters.Where(p => p.ParameterType != typeof(TextSpan)).Select(p => (p.Name!, type.GetProperty(p.Name!)!.GetValue(node)));
    }
}
