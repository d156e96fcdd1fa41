using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Engines.Reference.Rows;
using MetricsAsCode.Engines.Reference.Tables;
using MetricsAsCode.Engines.Reference.Windows;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Reference.Sets;

/// <summary>The members of a set of entities in a context.</summary>
internal sealed class SetEvaluator
{
    private readonly WindowResolver windows;
    private readonly Dictionary<(EntitySet Set, Stretch Period), IReadOnlySet<Scalar>> unrestricted = [];

    public SetEvaluator(ReferenceData data, Instant asOf, WindowResolver windows)
    {
        this.windows = windows;
        Rows = new RowSelector(data, asOf, windows, this);
    }

    public RowSelector Rows { get; }

    /// <exception cref="NoValueException">A window has no stretch, or a number overflows in a condition.</exception>
    public IReadOnlySet<Scalar> Members(EntitySet set, Context context)
    {
        if (!context.Restrictions.IsEmpty)
            return new SetVisitor(Rows, windows, context).Visit(set);
        // Conditions ask for the same set for every row.
        if (!unrestricted.TryGetValue((set, context.Period), out var members))
            unrestricted[(set, context.Period)] = members = new SetVisitor(Rows, windows, context).Visit(set);
        return members;
    }
}
