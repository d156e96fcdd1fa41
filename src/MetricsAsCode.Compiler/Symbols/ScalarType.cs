namespace MetricsAsCode.Compiler.Symbols;

/// <summary>What a column or a row expression holds.</summary>
public enum ScalarKind
{
    Text,
    Integer,

    /// <summary>A binary double.</summary>
    Number,

    /// <summary>An exact number with a fixed count of decimal digits.</summary>
    Decimal,
    Boolean,
    Date,
    Timestamp,
    Duration,

    /// <summary>An exact amount in the major unit of a currency.</summary>
    Money,
}

/// <summary>The type of a column or a row expression.</summary>
/// <param name="Scale">Decimal digits behind the point, for decimal and money.</param>
/// <param name="Currency">ISO 4217 code, for money.</param>
/// <param name="IsOptional">Whether it may be missing.</param>
public sealed record ScalarType(ScalarKind Kind, int Scale = 0, string? Currency = null, bool IsOptional = false)
{
    public static readonly ScalarType Text = new(ScalarKind.Text);
    public static readonly ScalarType Integer = new(ScalarKind.Integer);
    public static readonly ScalarType Number = new(ScalarKind.Number);
    public static readonly ScalarType Boolean = new(ScalarKind.Boolean);
    public static readonly ScalarType Date = new(ScalarKind.Date);
    public static readonly ScalarType Timestamp = new(ScalarKind.Timestamp);
    public static readonly ScalarType Duration = new(ScalarKind.Duration);

    public static ScalarType Decimal(int scale) => new(ScalarKind.Decimal, scale);

    public static ScalarType Money(string currency, int scale) => new(ScalarKind.Money, scale, currency);

    public bool IsNumeric => Kind is ScalarKind.Integer or ScalarKind.Number or ScalarKind.Decimal;

    /// <summary>Integer, decimal and money: arithmetic on them is exact.</summary>
    public bool IsExact => Kind is ScalarKind.Integer or ScalarKind.Decimal or ScalarKind.Money;

    public bool IsTemporal => Kind is ScalarKind.Date or ScalarKind.Timestamp;

    public ScalarType Optional(bool optional = true) => IsOptional == optional ? this : this with { IsOptional = optional };

    /// <summary>The type as it is written, e.g. <c>decimal(4)?</c>.</summary>
    public override string ToString()
    {
        string name = Kind switch
        {
            ScalarKind.Decimal => FormattableString.Invariant($"decimal({Scale})"),
            ScalarKind.Money => $"money {Currency}",
            _ => Kind.ToString().ToLowerInvariant(),
        };
        return IsOptional ? name + "?" : name;
    }
}
