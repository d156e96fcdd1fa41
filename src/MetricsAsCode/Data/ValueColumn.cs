using System.Runtime.CompilerServices;

namespace MetricsAsCode.Data;

/// <summary>
/// A column of fixed-width values: <see cref="long"/> for integer, decimal, money (both scaled by 10^Scale), timestamp and duration (microseconds),
/// <see cref="double"/> for number, <see cref="bool"/> for boolean, <see cref="int"/> for date (days since 1970-01-01). Whole numbers are kept in fewer bytes where they fit.
/// </summary>
public sealed class ValueColumn<T> : Column where T : unmanaged
{
    private readonly T[] _values;
    private readonly Packed? _packed;
    private readonly Dictionary<Type, object> _indexes = [];

    /// <summary>Takes over the values; those of missing rows are ignored.</summary>
    /// <param name="name">The declared name.</param>
    /// <param name="type">A type whose values are stored as <typeparamref name="T"/>.</param>
    /// <param name="values">At least <paramref name="length"/> values.</param>
    /// <param name="known">The rows not missing; null when all are known.</param>
    /// <param name="length">The number of rows, when it is less than the number of values.</param>
    public ValueColumn(string name, ColumnType type, T[] values, Bitmap? known = null, int? length = null)
        : this(name, type, values, known, length ?? values.Length, packs: true)
    {
    }

    private ValueColumn(string name, ColumnType type, T[] values, Bitmap? known, int length, bool packs)
        : base(name, type, length, known)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Length, values.Length, nameof(length));
        if (StorageOf(type.Kind) != typeof(T))
            throw new ArgumentException($"Column `{name}`: a {type.Kind} is not stored as {typeof(T).Name}.", nameof(type));
        _packed = packs && values is long[] numbers ? Packed.TryOf(numbers.AsSpan(0, Length), known) : null;
        _values = _packed is null ? values : [];
    }

    /// <summary>Takes over whole numbers that are packed already.</summary>
    internal ValueColumn(string name, ColumnType type, Packed packed, Bitmap? known = null)
        : base(name, type, packed.Length, known)
    {
        if (typeof(T) != typeof(long) || StorageOf(type.Kind) != typeof(long))
            throw new ArgumentException($"Column `{name}`: a {type.Kind} is not stored as whole numbers.", nameof(type));
        (_packed, _values) = (packed, []);
    }

    /// <summary>A column that is soon let go: its values are kept as they are, since to pack them costs more than to read them a few times.</summary>
    internal static ValueColumn<T> AsTheyAre(string name, ColumnType type, T[] values, Bitmap? known) => new(name, type, values, known, values.Length, packs: false);

    /// <summary>The values in fewer bytes; null when they have their own width.</summary>
    internal Packed? Packed => _packed;

    /// <inheritdoc/>
    public override int Width => _packed?.Width ?? Unsafe.SizeOf<T>();

    /// <summary>The values, one per row; what stands at a missing row means nothing.</summary>
    public ColumnValues<T> Values
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _packed is null ? new(_values.AsSpan(0, Length), null) : new([], _packed);
    }

    /// <summary>The value of a known row.</summary>
    public T this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Values[row];
    }

    /// <summary>The value of a row, or null when it is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? Maybe(int row) => IsKnown(row) ? this[row] : null;

    /// <summary>What is looked up about the values once and then kept with them, e.g. <see cref="BlockExtents{T}"/>. Safe for any number of threads.</summary>
    internal TIndex Index<TIndex>(Func<ValueColumn<T>, TIndex> make) where TIndex : class
    {
        lock (_indexes)
        {
            if (!_indexes.TryGetValue(typeof(TIndex), out object? index))
                _indexes.Add(typeof(TIndex), index = make(this));
            return (TIndex)index;
        }
    }

    /// <inheritdoc/>
    public override string? Show(int row) => IsKnown(row) ? ValueText.Of(this[row], Type) : null;

    internal override Column Pick(ReadOnlySpan<int> rows)
    {
        var values = new T[rows.Length];
        for (int row = 0; row < values.Length; row++)
            values[row] = this[rows[row]];
        return new ValueColumn<T>(Name, Type, values, PickKnown(rows));
    }

    private static Type? StorageOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Number => typeof(double),
        ColumnKind.Boolean => typeof(bool),
        ColumnKind.Date => typeof(int),
        ColumnKind.Integer or ColumnKind.Decimal or ColumnKind.Money or ColumnKind.Timestamp or ColumnKind.Duration => typeof(long),
        _ => null,
    };
}
