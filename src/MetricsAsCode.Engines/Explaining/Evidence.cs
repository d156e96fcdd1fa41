using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Engines.Reference.Measures;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>What the walk over a formula asks: values of parts, stretches of days, rows, entities, names.</summary>
internal sealed record Evidence(ReferenceEngine Engine, LetNames Names, RowsBook Rows, EntityListing Entities, int Most)
{
    public MeasureEvaluator Parts => Engine.Parts!;

    /// <summary>The value of a part by the engine itself.</summary>
    public Measurement Measure(Measure measure, Context context) => Engine.Measure(measure, context);

    /// <summary>The members of a set in a context; null when a window of it leads nowhere.</summary>
    public ExplainedMembers? Members(EntitySet set, Context context)
    {
        try
        {
            var members = Parts.Sets.Members(set, context);
            return new ExplainedMembers(set.Entity.ToString(), members.Count, [.. members.Order(ScalarOrder.Instance).Take(Most).Select(CellText.Name)]);
        }
        catch (NoValueException)
        {
            return null;
        }
    }

    public string Days(Stretch stretch) => DaysText.Of(stretch, Engine.Calendar);

    /// <summary>The as-of as the last day that counts.</summary>
    public string AsOf => DaysText.Day(Engine.Calendar.LastDayBefore(Engine.AsOf!.Value));
}
