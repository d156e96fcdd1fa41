using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Engines.Reference.Rows;
using MetricsAsCode.Engines.Reference.Sets;
using MetricsAsCode.Engines.Reference.Tables;
using MetricsAsCode.Engines.Reference.Windows;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Reference.Measures;

/// <summary>Evaluates measures in a context: the parts that read rows, sets, entities and windows, put together.</summary>
internal sealed class MeasureEvaluator
{
    public MeasureEvaluator(ReferenceData data, Instant asOf)
    {
        AsOf = asOf;
        Algebra = new ScalarAlgebra(data.Clock);
        Windows = new WindowResolver(data.Calendar, asOf);
        var sets = new SetEvaluator(data, asOf, Windows);
        (Sets, Rows) = (sets, sets.Rows);
        Leaves = new Leaves(Windows, sets.Rows);
        Groups = new Groups(data, sets.Rows, Leaves);
        Aggregates = new AggregateEvaluator(data, sets.Rows, sets, Groups);
        Keys = new Entities(data, sets.Rows, sets, Leaves);
        Entities = new EntityEvaluator(Evaluate, Keys, Groups, Leaves);
    }

    public Instant AsOf { get; }

    public ScalarAlgebra Algebra { get; }

    public WindowResolver Windows { get; }

    public Leaves Leaves { get; }

    public Groups Groups { get; }

    public SetEvaluator Sets { get; }

    public RowSelector Rows { get; }

    public AggregateEvaluator Aggregates { get; }

    /// <summary>The entities that a <c>per</c> is computed for.</summary>
    public Entities Keys { get; }

    public EntityEvaluator Entities { get; }

    public Answer Evaluate(Measure measure, Context context)
    {
        try
        {
            return new MeasureInContext(this, context).Visit(measure);
        }
        catch (NoValueException none)
        {
            return none.Reason;
        }
    }
}
