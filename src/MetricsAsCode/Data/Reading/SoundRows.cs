namespace MetricsAsCode.Data.Reading;

// 1. Rows whose cells are wrong go first: their keys are no keys of others.
// 2. Then the keys are checked; of two rows with one key the later is wrong.

/// <summary>The rows of a frame that keep their contract.</summary>
internal static class SoundRows
{
    /// <param name="frame">All rows.</param>
    /// <param name="schema">Their contract.</param>
    /// <param name="log">What is wrong so far; errors of keys are added.</param>
    /// <exception cref="DataException">There was any error, but for rows that are set aside.</exception>
    public static DataFrame Of(DataFrame frame, SourceSchema schema, ErrorLog log)
    {
        var sound = Without(frame, log);
        CheckKeys(sound, schema, log);
        log.ThrowIfAny();
        return Without(sound, log);
    }

    private static DataFrame Without(DataFrame frame, ErrorLog log) => log.Rejected.Count == frame.Rejected.Count
        ? frame
        : frame.OfRows([.. Enumerable.Range(0, frame.RowCount).Where(row => !log.Rejected.ContainsKey(frame.PlaceOf(row)))], [.. log.Rejected.Values]);

    private static void CheckKeys(DataFrame frame, SourceSchema schema, ErrorLog log)
    {
        string[] names = [.. schema.Columns.Where(c => c.IsKey).Select(c => c.Name)];
        if (names.Length == 0 || !names.All(n => frame.TryGet(n, out _)))
            return;
        Column[] keys = [.. names.Select(n => frame[n])];
        if (schema.Lifetime is not { } life)
            UniqueKeys.Check(frame, keys, log);
        else if (frame.TryGet(life.From, out var from) && frame.TryGet(life.To, out var to))
            UniqueLives.Check(frame, keys, new Lives(from, to, life.IsThrough), log);
    }
}
