using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>What a formula is computed for: a stretch of days, and whose rows of it.</summary>
internal readonly record struct Context(Stretch Period, Scope Scope)
{
    public Context At(Stretch period) => this with { Period = period };

    public Context For(Scope scope) => this with { Scope = scope };
}
