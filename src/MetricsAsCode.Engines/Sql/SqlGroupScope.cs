using System.Globalization;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Sql;

/// <summary>The groups that a database has found, numbered in the order in which they came; they are all known once everything is read.</summary>
internal sealed class SqlGroupScope : GroupScope
{
    private static readonly object Missing = new();
    private readonly Scope whole;
    private readonly SqlDialect dialect;
    private readonly Dictionary<object, int> codes = [];
    private readonly List<string?> names = [];
    private readonly List<object?> values = [];
    private readonly bool hasOther;

    public SqlGroupScope(Scope whole, ColumnSymbol column, SqlDialect dialect)
    {
        (this.whole, Column, this.dialect) = (whole, column, dialect);
        Groups = new SqlGroups(column);
    }

    private SqlGroupScope(SqlGroupScope all, IReadOnlyList<int> kept)
    {
        (whole, Column, dialect, hasOther) = (all.whole, all.Column, all.dialect, true);
        names.AddRange(kept.Select(all.Name));
        values.AddRange(kept.Select(code => all.values[code]));
        Groups = new SqlGroups(all.Column, [.. values.Select(v => v is null ? null : Literal(v))]);
    }

    public ColumnSymbol Column { get; }

    /// <summary>The same in SQL.</summary>
    public SqlGroups Groups { get; }

    public override Scope Parent => whole;

    public override int Count => names.Count + (hasOther ? 1 : 0);

    /// <summary>These groups with some kept and all others taken together.</summary>
    public SqlGroupScope Keeping(IReadOnlyList<int> kept) => new(this, kept);

    public override bool IsOther(int code) => hasOther && code == names.Count;

    public override string? Name(int code) => IsOther(code) ? "other" : names[code];

    public override RowCodes? CodesFor(SourceTable source, Calculation.ColumnPath? at = null) => throw new InvalidOperationException("The rows are the database's.");

    /// <summary>The number of a group as a statement gives it.</summary>
    public int CodeOf(object? value)
    {
        if (hasOther)
            return (int)(long)value!;
        if (codes.TryGetValue(value ?? Missing, out int code))
            return code;
        codes.Add(value ?? Missing, code = names.Count);
        names.Add(value is null ? null : Show(value));
        values.Add(value);
        return code;
    }

    private string Show(object value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Instant instant => ValueText.Of(instant.Microseconds, new ColumnType(ColumnKind.Timestamp)),
        // Engines whose own dates and timestamps do not reach as far have days and microseconds.
        long truth when Column.Type.Kind == ScalarKind.Boolean => truth != 0 ? "true" : "false",
        long day when Column.Type.Kind == ScalarKind.Date => ValueText.Of((int)day, new ColumnType(ColumnKind.Date)),
        long microseconds when Column.Type.Kind == ScalarKind.Timestamp => ValueText.Of(microseconds, new ColumnType(ColumnKind.Timestamp)),
        long whole when Column.Type.Kind == ScalarKind.Duration => ValueText.Of(whole, new ColumnType(ColumnKind.Duration)),
        Exact exact => ValueText.Of((long)exact.RoundTo(Column.Type.Scale)!.Value.Mantissa, new ColumnType(ColumnKind.Decimal, Column.Type.Scale)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A group is no {value.GetType().Name}."),
    };

    private string Literal(object value) => value switch
    {
        string text => dialect.Text(text),
        bool truth => truth ? "TRUE" : "FALSE",
        DateOnly date => SqlDialect.Fill(dialect.DateLiteral, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Instant instant => SqlDialect.Fill(dialect.TimestampLiteral, SqlText.Of(instant.Microseconds)),
        double real => dialect.Real(real),
        Exact exact => SqlDialect.Fill(dialect.DecimalLiteral, exact.ToString(), SqlText.Of(exact.Scale), exact.ToString()),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture)!,
        _ => throw new InvalidOperationException($"A group is no {value.GetType().Name}."),
    };
}
