using MetricsAsCode.Compiler.Binding;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>Which declaration a name in a definition means, by the rules of the binder and by what the binder found.</summary>
internal sealed class DeclaredNames
{
    private readonly HashSet<string> modules = new(StringComparer.Ordinal);
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private readonly HashSet<string> sources = new(StringComparer.Ordinal);
    private readonly HashSet<(string User, string Used)> uses;

    public DeclaredNames(BoundProgram program, IEnumerable<(ModuleSymbol Module, DeclarationSyntax Declaration)> declarations)
    {
        uses = [.. program.Uses];
        foreach (var (module, declaration) in declarations)
        {
            modules.Add(module.Name);
            if (declaration is DefineDeclaration)
            {
                named.Add($"{module.Name}.{declaration.Name.Text}()");
            }
            else if (declaration is SourceDeclaration or LetDeclaration or SegmentDeclaration or MetricDeclaration or FunnelDeclaration or CohortDeclaration)
            {
                named.Add($"{module.Name}.{declaration.Name.Text}");
                if (declaration is SourceDeclaration)
                {
                    sources.Add($"{module.Name}.{declaration.Name.Text}");
                }
            }
        }

        foreach (var part in program.Modules.SelectMany(m => m.Metrics).Where(m => m.PartOf is not null))
        {
            named.Add(part.QualifiedName);
        }
    }

    /// <summary>What the definition of <paramref name="user"/> names by a path: the declaration, and how many parts of the path are its name.</summary>
    /// <param name="user">A key; null for a declaration of which the binder keeps no account.</param>
    public (string Name, int Parts)? Find(string module, string? user, PathSyntax path)
    {
        string[] words = [.. path.Parts.Select(p => p.Text)];
        return Find(module, user, words, 0) ?? (modules.Contains(words[0]) ? Find(words[0], user, words, 1) : null);
    }

    public string? Function(string module, string? user, PathSyntax path)
    {
        string name = path.Parts.Length == 1 ? $"{module}.{path.Text}()" : $"{path.Text}()";
        return named.Contains(name) && IsUse(user, name) ? name : null;
    }

    private (string Name, int Parts)? Find(string module, string? user, string[] words, int first)
    {
        foreach (int count in new[] { 2, 1 }.Where(c => words.Length >= first + c))
        {
            string name = string.Join(".", words.Skip(first).Take(count).Prepend(module));
            if (named.Contains(name) && IsUse(user, name))
            {
                return (name, first + count);
            }
        }

        return null;
    }

    private bool IsUse(string? user, string name) => user is null || sources.Contains(name) || uses.Contains((user, name));
}
