using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Results;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>One part of a formula.</summary>
/// <param name="Kind">What it is: <c>metric</c>, <c>constant</c>, <c>aggregate</c>, <c>share</c>, <c>set</c>, <c>operator</c>, <c>condition</c>, <c>function</c>, <c>window</c>, <c>every</c>, <c>per</c>, <c>each</c>.</param>
/// <param name="Text">The part in the language's words; names of <c>let</c>s and metrics stand for what they mean.</param>
/// <param name="Days">The stretch of days it is computed for, e.g. <c>1997-Q4</c>; null when a window leads nowhere.</param>
/// <param name="Parts">What it is made of, in reading order.</param>
public sealed record ExplainedStep(string Kind, string Text, string? Days, IReadOnlyList<ExplainedStep> Parts)
{
    /// <summary>The metric or <c>let</c> of this name, if the part is one.</summary>
    public string? Name { get; init; }

    /// <summary>The right side of a metric as it is written.</summary>
    public string? Written { get; init; }

    /// <summary>The definition that the part is written in.</summary>
    public Location? Place { get; init; }

    /// <summary>What was found; of a set the number of its members. Inside a <c>per</c> it is that of one entity, whom a note of its operand names. Null behind a window that leads nowhere, and where there is no entity.</summary>
    public Measurement? Found { get; init; }

    /// <summary>Why there is no value, where that begins: a sentence with the figures. Null for parts that have a value or only pass on another part's reason.</summary>
    public string? Why { get; init; }

    /// <summary>What to know besides, e.g. <c>the last whole quarter</c>.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The number of the rows that it rests on.</summary>
    public int? Rows { get; init; }

    /// <summary>The entities of a <c>per</c>.</summary>
    public ExplainedEntities? Entities { get; init; }

    /// <summary>The members of a set.</summary>
    public ExplainedMembers? Members { get; init; }

    /// <summary>The units of an <c>each</c>, in order.</summary>
    public IReadOnlyList<ExplainedUnit>? Units { get; init; }

    /// <summary>This step and all below it, in reading order.</summary>
    public IEnumerable<ExplainedStep> SelfAndBelow() => Parts.SelectMany(p => p.SelfAndBelow()).Prepend(this);
}

/// <summary>The members of a set.</summary>
/// <param name="Key">What they are, e.g. <c>customers.customer_id</c>.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Names">The first of them, in order.</param>
public sealed record ExplainedMembers(string Key, long Count, IReadOnlyList<string> Names);

/// <summary>One unit of an <c>each</c>, e.g. a day, and its value or the reason for none.</summary>
public sealed record ExplainedUnit(string Days, Measurement Found);
