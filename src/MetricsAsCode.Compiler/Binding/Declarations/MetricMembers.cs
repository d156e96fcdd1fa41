using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary><c>better</c>, <c>owner</c> and <c>tags</c> of a metric, each once.</summary>
internal static class MetricMembers
{
    public static void Bind(MetricSymbol metric, IEnumerable<MetricMember> members, Scope scope)
    {
        foreach (var same in members.GroupBy(m => m.GetType()))
        {
            Apply(metric, same.First(), scope);
            foreach (var again in same.Skip(1))
            {
                scope.Report(TypeErrors.CannotBe(scope.At(again), "The metric says this already", "Keep one of the two"));
            }
        }
    }

    private static void Apply(MetricSymbol metric, MetricMember member, Scope scope)
    {
        switch (member)
        {
            case BetterMember { Direction: { IsMissing: false } word }:
                metric.Better = word.Text switch { "higher" => Direction.Higher, "lower" => Direction.Lower, _ => Unknown(word, scope) };
                break;
            case OwnerMember owner:
                metric.Owner = owner.Owner.Value;
                break;
            case TagsMember tags:
                metric.Tags = [.. tags.Tags.Select(t => t.Text)];
                break;
        }
    }

    private static Direction Unknown(Identifier word, Scope scope)
    {
        scope.Report(NameErrors.WordUnknown(scope.At(word), word.Text, ["higher", "lower"]));
        return Direction.None;
    }
}
