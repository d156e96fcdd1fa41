using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Symbols;

/// <summary>
/// A <c>let</c>: rows, a set or a number under a name. Formulas hold what it stands for, not its name; what is equal to it can be called by it again.
/// All three are null for a condition, which is bound anew wherever it is used.
/// </summary>
public sealed record LetSymbol(string Name, Location Location)
{
    public BoundRows? Rows { get; init; }

    public EntitySet? Set { get; init; }

    public Measure? Number { get; init; }
}
