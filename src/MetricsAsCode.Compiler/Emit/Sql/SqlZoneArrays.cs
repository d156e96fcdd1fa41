using System.Globalization;

namespace MetricsAsCode.Compiler.Emit.Sql;

// 1. The stretches of a zone follow each other without gaps. They are three arrays: where a stretch begins, its shift, and for each of many cells of equal length the
//    number of the stretch in which the cell begins.
// 2. The stretch of a time is that of its cell, and so many behind it as begin in the cell up to the time: a few comparisons, however long the table.
// 3. Where the numbers are not known when the statement is written there are no cells: the stretches that have begun are counted.

/// <summary>The shifts of a zone as arrays, for engines whose subqueries do not look at the rows around them.</summary>
internal sealed record SqlZoneArrays(string Body, long From, long To, long Step, int MostInCell)
{
    private const int CellsPerStretch = 4;

    /// <param name="rows">Rows of from_at, to_at and shift_us.</param>
    /// <param name="dialect">How arrays are written.</param>
    public static SqlZoneArrays Of(IReadOnlyList<string> rows, SqlDialect dialect)
    {
        string Array(IEnumerable<string> values) => SqlDialect.Fill(dialect.WholeArray, string.Join(", ", values));
        string[][] parts = [.. rows.Select(r => r.Split([", "], StringSplitOptions.None))];
        if (parts.Length == 0 || !parts.All(p => p.All(n => long.TryParse(n, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))))
            return new SqlZoneArrays($"SELECT {Array(parts.Select(p => p[0]))} AS begins, {Array(parts.Select(p => p[2]))} AS shifts", 0, 0, 0, 0);
        parts = [.. parts.OrderBy(p => Number(p[0]))];
        long[] begins = [.. parts.Select(p => Number(p[0]))];
        var (from, to) = (begins[0], Number(parts[parts.Length - 1][1]));
        for (int i = 1; i < parts.Length; i++)
        {
            if (Number(parts[i - 1][1]) != begins[i])
                throw new InvalidOperationException($"The stretches of a zone have a gap before {begins[i]}.");
        }

        long step = Math.Max(1, (to - from) / (parts.Length * CellsPerStretch));
        var cells = new List<int>();
        var (most, at) = (0, 0);
        for (long start = from; start < to; start += step)
        {
            while (at < begins.Length && begins[at] <= start)
                at++;
            cells.Add(at);
            int inside = at;
            while (inside < begins.Length && begins[inside] < start + step)
                inside++;
            most = Math.Max(most, inside - at);
        }

        var padded = begins.Concat(Enumerable.Repeat(to, most)).Select(SqlText.Of);
        string body = $"SELECT {Array(cells.Select(SqlText.Of))} AS cells, {Array(padded)} AS begins, {Array(parts.Select(p => p[2]))} AS shifts";
        return new SqlZoneArrays(body, from, to, step, most);
    }

    /// <summary>The shift at a time; NULL for one that no stretch has.</summary>
    /// <param name="relation">The relation with the arrays.</param>
    /// <param name="at">The time, which is written once.</param>
    /// <param name="dialect">How it is written.</param>
    public string Shift(string relation, string at, SqlDialect dialect)
    {
        string Column(string name) => $"(SELECT {name} FROM {relation})";
        if (Step == 0)
            return SqlDialect.Fill(dialect.ShiftAt, Column("shifts"), Column("begins"), at);
        string behind = string.Concat(Enumerable.Range(1, MostInCell).Select(i => $" + (t >= {Column("begins")}[i + {SqlText.Of(i)}])"));
        string cell = $"{Column("cells")}[intDiv(t - ({SqlText.Of(From)}), {SqlText.Of(Step)}) + 1]";
        return $"arrayMap(t -> if(t >= {SqlText.Of(From)} AND t < {SqlText.Of(To)}, arrayMap(i -> {Column("shifts")}[i{behind}], [{cell}])[1], NULL), [{at}])[1]";
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
