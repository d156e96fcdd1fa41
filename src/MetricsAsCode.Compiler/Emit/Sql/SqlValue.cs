using System.Collections.Immutable;

namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>How SQL holds a value.</summary>
public enum SqlForm
{
    /// <summary>A whole number or decimal with a fixed count of digits behind the point.</summary>
    Exact,
    Double,
    Boolean,
    Text,

    /// <summary>Days since 1970-01-01.</summary>
    Date,

    /// <summary>Microseconds since 1970-01-01T00:00Z.</summary>
    Instant,
}

/// <summary>An expression of SQL. NULL is missing.</summary>
/// <param name="Text">The expression, in parentheses unless it is simple.</param>
/// <param name="Scale">Digits behind the point of an exact number.</param>
/// <param name="Digits">The most digits an exact number can have in all.</param>
/// <param name="IsMoney">Whether an exact number is money, which multiplies with doubles by its own rule.</param>
internal sealed record SqlValue(string Text, SqlForm Form, int Scale = 0, int Digits = 0, bool IsMoney = false)
{
    public const int MaxDigits = 38;

    /// <summary>Whether SQL holds it as a decimal, so that the engine's own whole numbers do not overflow.</summary>
    public bool IsDecimal { get; init; }

    /// <summary>Conditions under which the number would have had more than 38 digits; the expression is NULL then.</summary>
    public ImmutableArray<string> Overflows { get; init; } = [];

    /// <summary>
    /// Of a double that may stand for an exact number, as of <c>if c then 1 else 0.5</c>: that number, NULL where it is a real double. Null when it is never exact.
    /// </summary>
    public SqlValue? ExactPart { get; init; }

    /// <summary>The number, if it is one that never changes.</summary>
    public decimal? Constant { get; init; }

    public SqlValue With(params SqlValue[] operands) => this with { Overflows = [.. operands.SelectMany(o => o.Overflows).Concat(Overflows).Distinct()] };

    public static SqlValue Number(decimal value, SqlDialect dialect)
    {
        int[] bits = decimal.GetBits(value);
        int scale = (bits[3] >> 16) & 0xFF;
        string text = SqlText.Of(value);
        if (text.IndexOf('.') >= 0)
        {
            text = text.TrimEnd('0').TrimEnd('.');
            scale = text.IndexOf('.') < 0 ? 0 : text.Length - text.IndexOf('.') - 1;
        }

        int digits = Math.Max(1, text.Count(c => c is >= '0' and <= '9'));
        string literal = value < 0 ? $"({text})" : text;
        if (scale > 0 || digits > 18)
            literal = SqlDialect.Fill(dialect.DecimalLiteral, literal, SqlText.Of(scale), text);
        return new SqlValue(literal, SqlForm.Exact, scale, digits) { IsDecimal = scale > 0, Constant = value };
    }
}
