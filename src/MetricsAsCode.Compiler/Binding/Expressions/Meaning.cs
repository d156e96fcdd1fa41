using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>What an expression turned out to stand for.</summary>
internal abstract record Meaning
{
    /// <summary>The expression is in error, and that is reported.</summary>
    public static readonly Meaning Error = new ErrorMeaning();

    /// <summary>The sort in words, with its article.</summary>
    public abstract string Sort { get; }
}

internal sealed record ErrorMeaning : Meaning
{
    public override string Sort => "an error";
}

/// <summary>A number, condition, text or date per period.</summary>
internal sealed record NumberMeaning(Measure Measure) : Meaning
{
    public override string Sort => "a number";
}

internal sealed record SetMeaning(EntitySet Set) : Meaning
{
    public override string Sort => "a set";
}

internal sealed record RowsMeaning(BoundRows Rows) : Meaning
{
    public override string Sort => "rows";
}

/// <summary>A value of each of some rows, e.g. <c>surveys.score</c> handed to a define.</summary>
internal sealed record ValuesMeaning(BoundRows Rows, RowExpression Value) : Meaning
{
    public override string Sort => "a column";
}

/// <summary>A condition over rows that is bound anew for each source it is used on.</summary>
internal sealed record ConditionMeaning(ExpressionSyntax Condition, Scope Scope) : Meaning
{
    public override string Sort => "a condition on rows";
}
