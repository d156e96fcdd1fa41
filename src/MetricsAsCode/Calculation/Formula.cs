using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation;

/// <summary>
/// A number (or condition, text, date) per period and group, over aggregates: what a metric's right side became.
/// Operators build formulas, so that generated code reads like the definition: <c>revenue / orders</c>.
/// </summary>
public abstract record Formula
{
    /// <summary>A constant: 0.2 for 20%, microseconds for durations, major units for money.</summary>
    public static Formula Constant(Exact value) => Constant(Value.Of(value));

    /// <summary>A constant text, truth, date or instant.</summary>
    public static Formula Constant(Value value) => new ConstantFormula(value);

    /// <summary>The instant up to which rows count.</summary>
    public static readonly Formula AsOf = new AsOfFormula();

    /// <summary>One reading of an aggregate over a window.</summary>
    /// <param name="aggregate">What is read.</param>
    /// <param name="kind">How: e.g. avg of a <see cref="AggregateState.Sum"/>.</param>
    /// <param name="window">Where from the period at hand.</param>
    /// <param name="parameter">p of a percentile, n of nth.</param>
    public static Formula Read(Aggregate aggregate, AggregateKind kind, Window window, double parameter = 0) =>
        new ReadingFormula(aggregate, kind, window, parameter);

    /// <summary>Rows of the first aggregate over rows of the second.</summary>
    public static Formula Share(Aggregate hits, Aggregate among, Window window) => new ShareFormula(hits, among, window);

    /// <summary>The count of a set's members.</summary>
    public static Formula Size(SetFormula set) => new SizeFormula(set);

    /// <summary>The aggregate of a formula over entities.</summary>
    public static Formula Per(AggregateKind kind, Formula operand, EntityKey key, double parameter = 0) =>
        new PerFormula(kind, operand, key, parameter);

    /// <summary>Entities for which the condition is known to be true, over all entities of the key.</summary>
    public static Formula SharePer(Formula condition, EntityKey key) => new SharePerFormula(condition, key);

    /// <summary>The aggregate of a formula over the units of a grain inside the stretch that the window leads to; the operand's windows lead from each unit.</summary>
    public static Formula Each(AggregateKind kind, Formula operand, Grain grain, Window window, double parameter = 0) =>
        new EachFormula(kind, operand, grain, window, parameter);

    /// <summary>The operand, but no value where the window leads nowhere from the period at hand. The operand's own windows contain it already.</summary>
    public static Formula Within(Window window, Formula operand) => new WithinFormula(window, operand);

    /// <summary>
    /// The operand, beside a count of rows that are left out of it because they cannot be judged yet. Without a value for want of rows, the reason is that they are immature.
    /// </summary>
    public static Formula LeftOut(Formula operand, Formula count) => new LeftOutFormula(operand, count);

    /// <summary>A comparison; unknown when a side has no value.</summary>
    public static Formula Compare(Formula left, Comparison comparison, Formula right) => new CompareFormula(left, comparison, right);

    /// <summary>Kleene conjunction.</summary>
    public static Formula And(Formula left, Formula right) => new LogicFormula(false, left, right);

    /// <summary>Kleene disjunction.</summary>
    public static Formula Or(Formula left, Formula right) => new LogicFormula(true, left, right);

    /// <summary>Kleene negation.</summary>
    public static Formula Not(Formula operand) => new NotFormula(operand);

    /// <summary>Whether the operand has no value; always known.</summary>
    public static Formula IsMissing(Formula operand) => new IsMissingFormula(operand);

    /// <summary>Whether the operand equals one of the constants.</summary>
    public static Formula In(Formula operand, params IReadOnlyList<Value> choices) => new InFormula(operand, choices);

    /// <summary>An unknown condition takes the last.</summary>
    public static Formula If(Formula condition, Formula then, Formula otherwise) => new IfFormula(condition, then, otherwise);

    /// <summary>A function of its arguments; missing where one of them is, but for coalesce.</summary>
    public static Formula Call(NumberFunction function, params IReadOnlyList<Formula> arguments) => new CallFormula(function, arguments);

    /// <summary>Sum.</summary>
    public static Formula operator +(Formula left, Formula right) => new ArithmeticFormula(ArithmeticOperator.Add, left, right);

    /// <summary>Difference.</summary>
    public static Formula operator -(Formula left, Formula right) => new ArithmeticFormula(ArithmeticOperator.Subtract, left, right);

    /// <summary>Product.</summary>
    public static Formula operator *(Formula left, Formula right) => new ArithmeticFormula(ArithmeticOperator.Multiply, left, right);

    /// <summary>Real quotient; no value when the divisor is zero.</summary>
    public static Formula operator /(Formula left, Formula right) => new ArithmeticFormula(ArithmeticOperator.Divide, left, right);

    /// <summary>The operand with the other sign.</summary>
    public static Formula operator -(Formula operand) => new NegateFormula(operand);
}

/// <summary>How an aggregate is read.</summary>
public enum AggregateKind
{
    /// <summary>Rows, or known values.</summary>
    Count,

    /// <summary>Exact for exact types.</summary>
    Sum,

    /// <summary>Sum over count.</summary>
    Avg,

    /// <summary>The percentile at one half.</summary>
    Median,

    /// <summary>The smallest value.</summary>
    Min,

    /// <summary>The largest value.</summary>
    Max,

    /// <summary>Sample standard deviation, n - 1.</summary>
    StdDev,

    /// <summary>Linear interpolation at (n-1)p (R type 7).</summary>
    Percentile,

    /// <summary>The smallest value whose cumulative share reaches p.</summary>
    PercentileDisc,

    /// <summary>Count of different known values.</summary>
    Distinct,

    /// <summary>The value of the first row by time.</summary>
    First,

    /// <summary>The value of the last row by time.</summary>
    Last,

    /// <summary>The value of the n-th row by time, counted from 1.</summary>
    Nth,
}

/// <summary>How two values are compared.</summary>
public enum Comparison
{
    /// <summary>=</summary>
    Equal,

    /// <summary>!=</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,
}

/// <summary>The four operations.</summary>
public enum ArithmeticOperator
{
    /// <summary>+</summary>
    Add,

    /// <summary>-</summary>
    Subtract,

    /// <summary>*</summary>
    Multiply,

    /// <summary>/</summary>
    Divide,
}

/// <summary>Functions of numbers, texts and times.</summary>
public enum NumberFunction
{
    /// <summary>The first known argument.</summary>
    Coalesce,

    /// <summary>Without its sign.</summary>
    Abs,

    /// <summary>The smallest argument.</summary>
    Min,

    /// <summary>The largest argument.</summary>
    Max,

    /// <summary>To an integer, half to even.</summary>
    Round,

    /// <summary>Towards minus infinity.</summary>
    Floor,

    /// <summary>Towards plus infinity.</summary>
    Ceil,

    /// <summary>The square root; a negative number has none.</summary>
    Sqrt,

    /// <summary>The text with A to Z folded.</summary>
    Lower,

    /// <summary>Whether the second text stands anywhere in the first.</summary>
    Contains,

    /// <summary>Whether the first text starts with the second.</summary>
    StartsWith,

    /// <summary>Whether the first text ends with the second.</summary>
    EndsWith,

    /// <summary>The hour of an instant in the product's zone, 0 to 23.</summary>
    Hour,

    /// <summary>The day of the week in the product's zone: 1 is Monday, 7 Sunday.</summary>
    Weekday,

    /// <summary>The date in the product's zone.</summary>
    Date,
}

internal sealed record ConstantFormula(Value Value) : Formula;

internal sealed record AsOfFormula : Formula;

internal sealed record ReadingFormula(Aggregate Aggregate, AggregateKind Kind, Window Window, double Parameter) : Formula;

internal sealed record ShareFormula(Aggregate Hits, Aggregate Among, Window Window) : Formula;

internal sealed record SizeFormula(SetFormula Set) : Formula;

internal sealed record ArithmeticFormula(ArithmeticOperator Operator, Formula Left, Formula Right) : Formula;

internal sealed record NegateFormula(Formula Operand) : Formula;

internal sealed record CompareFormula(Formula Left, Comparison Comparison, Formula Right) : Formula;

internal sealed record LogicFormula(bool IsOr, Formula Left, Formula Right) : Formula;

internal sealed record NotFormula(Formula Operand) : Formula;

internal sealed record IsMissingFormula(Formula Operand) : Formula;

internal sealed record InFormula(Formula Operand, IReadOnlyList<Value> Choices) : Formula;

internal sealed record IfFormula(Formula Condition, Formula Then, Formula Otherwise) : Formula;

internal sealed record CallFormula(NumberFunction Function, IReadOnlyList<Formula> Arguments) : Formula;

internal sealed record PerFormula(AggregateKind Kind, Formula Operand, EntityKey Key, double Parameter) : Formula;

internal sealed record SharePerFormula(Formula Condition, EntityKey Key) : Formula;

internal sealed record WithinFormula(Window Window, Formula Operand) : Formula;

internal sealed record LeftOutFormula(Formula Operand, Formula Count) : Formula;

internal sealed record EachFormula(AggregateKind Kind, Formula Operand, Grain Grain, Window Window, double Parameter) : Formula;
