using System.Text;
using MetricsAsCode.Engines.Reference.Numbers;

namespace MetricsAsCode.Engines.Reference;

/// <summary>One known value of a cell, a row expression or a metric; null stands for missing or unknown. Equal values are equal, so a scalar can be a key.</summary>
internal abstract record Scalar
{
    public static readonly TruthScalar True = new(true);

    public static readonly TruthScalar False = new(false);

    public static TruthScalar Of(bool value) => value ? True : False;

    public static NumberScalar Of(ReferenceNumber number) => new(number);

    public static NumberScalar Of(long integer) => new(ReferenceNumber.Integer(integer));
}

internal sealed record TextScalar(string Text) : Scalar;

/// <summary>A number, an amount of money, or a duration in microseconds.</summary>
internal sealed record NumberScalar(ReferenceNumber Number) : Scalar;

internal sealed record TruthScalar(bool IsTrue) : Scalar;

/// <summary>Days since 1970-01-01.</summary>
internal sealed record DateScalar(int Days) : Scalar
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public DateOnly Date => DateOnly.FromDayNumber(Epoch + Days);

    public static DateScalar Of(DateOnly date) => new(date.DayNumber - Epoch);
}

/// <summary>Microseconds since 1970-01-01T00:00Z.</summary>
internal sealed record TimestampScalar(long Microseconds) : Scalar;

/// <summary>The order of values of one kind: numbers numerically, text by UTF-8 bytes, false before true, times by time.</summary>
internal sealed class ScalarOrder : IComparer<Scalar?>
{
    public static readonly ScalarOrder Instance = new();

    public int Compare(Scalar? left, Scalar? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => 1, // Missing comes last.
        (_, null) => -1,
        (NumberScalar a, NumberScalar b) => NumberArithmetic.Compare(a.Number, b.Number),
        (TextScalar a, TextScalar b) => CompareUtf8(a.Text, b.Text),
        (TruthScalar a, TruthScalar b) => a.IsTrue.CompareTo(b.IsTrue),
        (DateScalar a, DateScalar b) => a.Days.CompareTo(b.Days),
        (TimestampScalar a, TimestampScalar b) => a.Microseconds.CompareTo(b.Microseconds),
        _ => throw new InvalidOperationException($"{left} and {right} have no order."),
    };

    public static int CompareUtf8(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
