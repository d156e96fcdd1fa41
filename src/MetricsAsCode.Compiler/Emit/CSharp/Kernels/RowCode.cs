using System.Numerics;

namespace MetricsAsCode.Compiler.Emit.CSharp.Kernels;

/// <summary>How the value of a row stands in C#.</summary>
internal enum RowForm
{
    /// <summary><c>long</c>: integers, stored decimals and money (scaled), timestamps, durations.</summary>
    Long,

    /// <summary><c>Int128</c>: computed exact numbers (scaled).</summary>
    Exact,
    Double,
    Bool,

    /// <summary><c>int</c>: days.</summary>
    Date,

    /// <summary><c>string?</c></summary>
    Text,
}

/// <summary>A C# expression for the value of a row.</summary>
/// <param name="Code">The expression.</param>
/// <param name="Scale">Decimal digits behind the point of a long or exact number.</param>
/// <param name="MayBeMissing">Whether the C# type is nullable.</param>
/// <param name="IsSimple">Whether it can be an operand as it stands.</param>
internal sealed record RowCode(string Code, RowForm Form, int Scale = 0, bool MayBeMissing = false, bool IsSimple = true)
{
    /// <summary>The number, if it is one that never changes: scaled by <see cref="Scale"/>.</summary>
    public BigInteger? Constant { get; init; }

    /// <summary>The text column and the code of a row, if it is a text as it stands in a column.</summary>
    public TextCells? Cells { get; init; }

    /// <summary>The text, if it is one that never changes.</summary>
    public string? ConstantText { get; init; }

    /// <summary>As an operand.</summary>
    public string Operand => IsSimple ? Code : $"({Code})";

    private string Nullable => MayBeMissing ? "?" : "";

    public static RowCode Number(BigInteger mantissa, int scale)
    {
        bool isLong = mantissa >= long.MinValue && mantissa <= long.MaxValue;
        string code = isLong ? CSharpText.Long(mantissa) : CSharpText.Int128(mantissa);
        return new RowCode(code, isLong ? RowForm.Long : RowForm.Exact, scale, false, mantissa.Sign >= 0) { Constant = mantissa };
    }

    /// <summary>An exact number with that many digits behind the point, as it stands when it has them.</summary>
    public RowCode AtScale(int scale)
    {
        if (Scale == scale)
            return this;
        if (Constant is { } constant)
            return Number(constant * BigInteger.Pow(10, scale - Scale), scale);
        return new RowCode($"Exactly.Rescale({AsExact().Code}, {CSharpText.Of(Scale)}, {CSharpText.Of(scale)})", RowForm.Exact, scale, MayBeMissing);
    }

    public RowCode AsExact() => Form switch
    {
        RowForm.Exact => this,
        RowForm.Long => this with { Code = $"(Int128{Nullable}){Operand}", Form = RowForm.Exact, IsSimple = false },
        _ => throw Unexpected.Node(this),
    };

    public RowCode AsDouble() => Form switch
    {
        RowForm.Double => this,
        _ when Constant is { } constant => new RowCode(CSharpText.Double(constant, Scale), RowForm.Double, IsSimple: constant.Sign >= 0),
        RowForm.Long when Scale == 0 => this with { Code = $"(double{Nullable}){Operand}", Form = RowForm.Double, IsSimple = false },
        RowForm.Long or RowForm.Exact => new RowCode($"Exactly.ToDouble({AsExact().Code}, {CSharpText.Of(Scale)})", RowForm.Double, MayBeMissing: true),
        _ => throw Unexpected.Node(this),
    };
}

/// <summary>The locals that a text column is read through: the column, and the codes of its rows once they are asked for.</summary>
internal sealed class TextCells(string column, Func<string> code)
{
    public string Column { get; } = column;

    /// <summary>The code of the row at hand: an <c>int?</c> if it may be missing.</summary>
    public string Code => code();
}
