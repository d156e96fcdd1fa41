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
            return Compute(set, context);
        // Conditions ask for the same set for every row.
        if (!unrestricted.TryGetValue((set, context.Period), out var members))
            unrestricted[(set, context.Period)] = members = Compute(set, context);
        return members;
    }

    private IReadOnlySet<Scalar> Compute(EntitySet set, Context context) => set switch
    {
        SetOfRows rows => KnownValues(rows, context),
        SetCombination { Operator: SetOperator.Union } union => Both(union, context, (left, right) => left.Union(right)),
        SetCombination { Operator: SetOperator.Intersect } both => Both(both, context, (left, right) => left.Intersect(right)),
        SetCombination { Operator: SetOperator.Except } except => Both(except, context, (left, right) => left.Except(right)),
        SetWindow window => Members(window.Set, context.At(windows.Apply(window.Window, context.Period))),
        _ => throw new InvalidOperationException($"Unexpected set {set.GetType().Name}."),
    };

    private HashSet<Scalar> KnownValues(SetOfRows set, Context context)
    {
        var selected = Rows.Select(set.Rows, context);
        return [.. selected.Rows.Select(row => selected.Values.Evaluate(set.Element, row)).OfType<Scalar>()];
    }

    private HashSet<Scalar> Both(
        SetCombination set, Context context, Func<IReadOnlySet<Scalar>, IReadOnlySet<Scalar>, IEnumerable<Scalar>> combine) =>
        [.. combine(Members(set.Left, context), Members(set.Right, context))];
}
