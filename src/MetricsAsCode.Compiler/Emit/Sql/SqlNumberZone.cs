namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>Local times of numbers over aggregates: these stand among joined relations, where not every engine can look at the row around a subquery.</summary>
internal sealed class SqlNumberZone(SqlStatement statement) : ISqlZone
{
    public string DateOf(string instant) => statement.DateOf(instant, statement.ShiftOfNumber(SqlZoneTable.Dates, instant));

    public string HourOf(string instant) => statement.HourOf(instant, statement.ShiftOfNumber(SqlZoneTable.Hours, instant));

    public string StartOf(string date) => statement.StartOf(date, statement.ShiftOfNumber(SqlZoneTable.Days, date));

    public string StartOf(int day) => statement.StartOf(day);
}
