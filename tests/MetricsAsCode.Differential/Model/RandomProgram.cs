using System.Collections.Immutable;
using System.Text;

namespace MetricsAsCode.Differential.Model;

/// <summary>The product's calendar and currency.</summary>
internal sealed record ProductSpec(string Zone, string Currency, string WeekStart, string YearStart)
{
    /// <summary>The currency that columns and amounts are in, where it is not the product's; null where it is.</summary>
    public string? Foreign { get; init; }

    /// <summary>The currency of amounts.</summary>
    public string Money => Foreign ?? Currency;

    /// <summary>The sources that say how far the data reaches; none for all.</summary>
    public ImmutableArray<string> AsOf { get; init; } = [];

    public override string ToString() =>
        $"product \"Random\" {{\n  timezone \"{Zone}\"\n  currency {Currency}\n  week starts {WeekStart}\n  year starts {YearStart}\n"
        + (AsOf.IsEmpty ? "" : $"  as of from {string.Join(", ", AsOf)}\n") + "}\n";
}

/// <summary>A <c>let</c>.</summary>
internal sealed record LetSpec(string Name, Term Value)
{
    public override string ToString() => $"let {Name} = {Value}";
}

/// <summary>A funnel, cohort, segment or function, on a line of its own.</summary>
/// <param name="Word">The word that it begins with.</param>
/// <param name="Name">The name.</param>
/// <param name="Rest">What stands behind the name.</param>
internal sealed record DeclarationSpec(string Word, string Name, Term Rest)
{
    public override string ToString() => $"{Word} {Name}{Rest}";
}

/// <summary>A metric, with what stands between its name and its formula.</summary>
internal sealed record MetricSpec(string Name, string Head, Term Formula)
{
    private const string PartsProduction = "parts";

    /// <summary>The parts, or the steps that it has a number for; none when it is one number.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>The metrics that can be asked for.</summary>
    public IEnumerable<string> Asked => Members.IsEmpty ? [Name] : Members.Select(m => $"{Name}.{m}");

    public bool HasParts => Formula.Production == PartsProduction;

    /// <summary>A metric with one part for each formula.</summary>
    public static MetricSpec OfParts(string name, string head, params Term[] formulas) => new(
        name, head, Term.Of("parts", PartsProduction, $"parts {{ {string.Join("; ", formulas.Select((_, i) => $"p{i} = {{{i}}}"))} }}", formulas))
    {
        Members = [.. formulas.Select((_, i) => $"p{i}")],
    };

    public override string ToString() => $"metric {Name}{Head}{(HasParts ? " " : " = ")}{Formula}";
}

/// <summary>What is asked of a metric.</summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Periods">Periods as text.</param>
/// <param name="By">A column as <c>source.column</c>; null for no breakdown.</param>
/// <param name="Top">How many groups at most; null for all.</param>
internal sealed record QuestionSpec(string Metric, ImmutableArray<string> Periods, string? By = null, int? Top = null)
{
    public override string ToString() => $"{Metric}{(By is null ? "" : $" by {By}")}{(Top is null ? "" : $" top {Top}")}: {string.Join(", ", Periods)}";
}

/// <summary>A module, its data and what is asked of it.</summary>
internal sealed record RandomProgram(
    ProductSpec Product,
    ImmutableArray<SourceSpec> Sources,
    ImmutableArray<LetSpec> Lets,
    ImmutableArray<MetricSpec> Metrics,
    ImmutableArray<QuestionSpec> Questions)
{
    public ImmutableArray<DeclarationSpec> Declarations { get; init; } = [];

    /// <summary>The last day that counts; null for that of the newest row.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>A metric that would meet one row with many; the binder must refuse it.</summary>
    public Term? Trap { get; init; }

    public ImmutableHashSet<string> Productions =>
        [.. Metrics.Select(m => m.Formula).Concat(Lets.Select(l => l.Value)).Concat(Declarations.Select(d => d.Rest)).SelectMany(t => t.SelfAndBelow()).Select(t => t.Production),
            .. Sources.SelectMany(s => s.Productions)];

    public SourceSpec Source(string name) => Sources.First(s => s.Name == name);

    /// <summary>The definitions; every metric, let and other declaration stands on a line of its own, which ends the file.</summary>
    public string Definitions(string module)
    {
        var text = new StringBuilder($"module {module}\n\n{Product}\n");
        foreach (var source in Sources)
            text.Append(source.Declaration()).Append('\n');
        foreach (var line in Lets.Select(l => l.ToString()).Concat(Declarations.Select(d => d.ToString())).Concat(Metrics.Select(m => m.ToString())))
            text.Append(line).Append('\n');
        return text.ToString();
    }
}
