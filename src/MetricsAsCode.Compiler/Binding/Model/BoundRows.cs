using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>Rows of one source after the steps, in the order written, e.g. <c>orders where status = delivered over previous</c>.</summary>
public sealed record BoundRows(SourceSymbol Source, EquatableArray<RowStep> Steps)
{
    public BoundRows Then(RowStep step) => this with { Steps = Steps.Add(step) };

    /// <summary>The conditions among the steps, in order.</summary>
    public IEnumerable<RowExpression> Conditions => Steps.OfType<RowFilter>().Select(f => f.Condition);

    /// <summary>What decides the rows' period: the last <c>dated</c>, else the source's time; null for rows of a static source. References to rows with a lifetime are read at it.</summary>
    public RowColumn? Time => Steps.OfType<RowDated>().LastOrDefault()?.Time
        ?? (Source.Time is { } path ? ReferencePaths.Column(path.Take(path.Length - 1), path[path.Length - 1]) : null);

    /// <summary>The same rows over all times.</summary>
    public BoundRows Ever => this with { Steps = Steps.Where(s => s is not RowWindow).ToEquatable() };

    /// <summary>The unit of time that each row stands for as a whole, so that no shorter stretch has a value; null for events, states and rows that are dated otherwise.</summary>
    public Grain? WholeUnit => IsState || Steps.OfType<RowDated>().Any() ? null : Source.RowGrain;

    /// <summary>Whether these are the rows that live at an instant, <c>at start</c> or <c>at end</c>, whatever else their time says.</summary>
    public bool IsState => Steps.OfType<RowWindow>().Any(w => w.Window.IsState);
}

public abstract record RowStep;

/// <summary>Keeps the rows for which the condition is known to be true.</summary>
public sealed record RowFilter(RowExpression Condition) : RowStep;

/// <summary>The rows' time is this column from here on; the last one counts.</summary>
public sealed record RowDated(RowColumn Time) : RowStep;

/// <summary>The rows are those of another stretch of time.</summary>
public sealed record RowWindow(WindowStep Window) : RowStep;
