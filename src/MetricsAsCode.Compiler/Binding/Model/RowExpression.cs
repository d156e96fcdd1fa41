using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>
/// A value of each row of one source. Compares by structure: two equal expressions are computed once.
/// Logic is three-valued; a missing operand makes the result missing except where a node says otherwise.
/// </summary>
public abstract record RowExpression(ScalarType Type)
{
    /// <summary>Stands for an operand in error; whatever is built on it is silent.</summary>
    public static readonly RowExpression Error = new RowLiteral(new Literal(ScalarKind.Boolean, 0), ScalarType.Boolean) { IsError = true };

    public bool IsError { get; init; }
}

public sealed record RowLiteral(Literal Value, ScalarType Type) : RowExpression(Type);

/// <summary>A column, reached along many-to-one references: e.g. <c>customer_id.country</c> follows one. A row whose reference is missing has no value.</summary>
/// <param name="References">The reference columns from the rows' own source on; empty for an own column.</param>
public sealed record RowColumn(EquatableArray<ColumnSymbolKey> References, ColumnSymbol Column, ScalarType Type) : RowExpression(Type)
{
    /// <summary>
    /// The time at which references to rows with a lifetime are read, where it is not the time of the rows that refer: rows that are <c>dated</c> otherwise.
    /// Null for own columns, and wherever no such reference is followed.
    /// </summary>
    public RowColumn? At { get; init; }

    /// <summary>Of the time of rows that are read as a state: from when to when each lives, this column being where it begins. Null for any other column.</summary>
    public Lifetime? Life { get; init; }

    /// <summary>Whether a row of a source with a lifetime is read on the way.</summary>
    public bool ReadsStates => References.Any(r => r.Column.References?.Lifetime is not null);
}

public enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// <summary>
/// Arithmetic. Integer, decimal and money stay exact but for division, which is real and gives a number; date - date and timestamp - timestamp
/// give a duration; date or timestamp ± duration a timestamp. Division by zero is missing.
/// </summary>
public sealed record RowArithmetic(ArithmeticOperator Operator, RowExpression Left, RowExpression Right, ScalarType Type) : RowExpression(Type);

public sealed record RowNegate(RowExpression Operand) : RowExpression(Operand.Type);

public enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>Both sides have comparable kinds: numeric with numeric (exactly when both are exact), text with text by UTF-8 bytes, a date beside a timestamp is its local midnight.</summary>
public sealed record RowCompare(Comparison Operator, RowExpression Left, RowExpression Right)
    : RowExpression(ScalarType.Boolean.Optional(Left.Type.IsOptional || Right.Type.IsOptional));

/// <summary>Kleene conjunction, or disjunction when <paramref name="IsOr"/>.</summary>
public sealed record RowLogic(bool IsOr, RowExpression Left, RowExpression Right)
    : RowExpression(ScalarType.Boolean.Optional(Left.Type.IsOptional || Right.Type.IsOptional));

public sealed record RowNot(RowExpression Operand) : RowExpression(Operand.Type);

/// <summary>The operand equals one of the constants, which have its kind.</summary>
public sealed record RowIn(RowExpression Operand, EquatableArray<Literal> Choices) : RowExpression(ScalarType.Boolean.Optional(Operand.Type.IsOptional));

/// <summary>The operand is an entity of the set; the set is that of the rows' period unless it has a window.</summary>
public sealed record RowInSet(RowColumn Operand, EntitySet Set) : RowExpression(ScalarType.Boolean.Optional(Operand.Type.IsOptional));

/// <summary>Never missing itself.</summary>
public sealed record RowIsMissing(RowExpression Operand) : RowExpression(ScalarType.Boolean);

/// <summary>An unknown condition takes <paramref name="Else"/>.</summary>
public sealed record RowIf(RowExpression Condition, RowExpression Then, RowExpression Else, ScalarType Type) : RowExpression(Type);

public enum ScalarFunction
{
    /// <summary>The first known argument.</summary>
    Coalesce,

    /// <summary>Folds A to Z.</summary>
    Lower,
    Contains,
    StartsWith,
    EndsWith,
    Abs,

    /// <summary>The smallest of several arguments.</summary>
    Min,
    Max,

    /// <summary>Half to even, to an integer.</summary>
    Round,
    Floor,
    Ceil,

    /// <summary>The square root of a number of a metric; a negative number has none.</summary>
    Sqrt,

    /// <summary>0 to 23, in the product's zone.</summary>
    Hour,

    /// <summary>ISO: 1 is Monday, 7 Sunday; in the product's zone.</summary>
    Weekday,

    /// <summary>The local date of a timestamp.</summary>
    Date,
}

public sealed record RowCall(ScalarFunction Function, EquatableArray<RowExpression> Arguments, ScalarType Type) : RowExpression(Type);

/// <summary>The as-of instant, a timestamp.</summary>
public sealed record RowAsOf() : RowExpression(ScalarType.Timestamp);

/// <summary>A column inside a value-equal list: columns compare by identity.</summary>
public readonly record struct ColumnSymbolKey(ColumnSymbol Column)
{
    public static implicit operator ColumnSymbolKey(ColumnSymbol column) => new(column);
}
