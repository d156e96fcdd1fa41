using System.Globalization;
using MetricsAsCode.Engines.Explaining;
using MetricsAsCode.Results;
using MetricsAsCode.Values;

namespace MetricsAsCode.Cli.Explaining;

/// <summary>A formula as lines of a table: the tree in the first column, then value, n, days and notes.</summary>
internal sealed class StepLines(DisplayLocale locale)
{
    public IEnumerable<string[]> Of(ExplainedStep formula) => Lines(formula, "", "", above: null);

    public string Shown(Measurement found) => found.Value.HasValue ? DisplayFormat.Write(found.Value, found.Unit, found.Display, locale) : "no value";

    private IEnumerable<string[]> Lines(ExplainedStep step, string before, string beforeParts, ExplainedStep? above)
    {
        yield return
        [
            before + step.Text,
            step.Found is { } found ? Shown(found) : "",
            step.Found is { } counted ? counted.N.ToString("N0", CultureInfo.InvariantCulture) : "",
            step.Days is { } days && (above is null || days != above.Days) ? days : "",
            string.Join("; ", Notes(step)),
        ];
        // A constant says in the formula what it is.
        var parts = step.Parts.Where(p => !IsConstant(p)).ToList();
        for (int i = 0; i < parts.Count; i++)
        {
            bool isLast = i == parts.Count - 1;
            foreach (var line in Lines(parts[i], beforeParts + (isLast ? "└─ " : "├─ "), beforeParts + (isLast ? "   " : "│  "), step))
                yield return line;
        }
    }

    private static bool IsConstant(ExplainedStep step) => step.Kind == "constant" || (step.Parts.Count > 0 && step.Parts.All(IsConstant));

    private IEnumerable<string> Notes(ExplainedStep step)
    {
        if (step.Rows is { } rows)
            yield return $"rows [{rows}]";
        foreach (string note in step.Notes)
            yield return note;
        if (step.Entities is { } entities)
            yield return Words(entities);
        if (step.Units is { } units)
            yield return $"{units.Count} units";
        if (step.Why is { } why)
            yield return $"{Reason(step, why)} ({step.Place!.Text.Path}:{step.Place.Start.Line})";
    }

    private static string Reason(ExplainedStep step, string why) =>
        step.Found?.Reason is { } reason && !why.StartsWith(reason.Text, StringComparison.Ordinal) ? $"{reason}: {why}" : why;

    public static string Words(ExplainedEntities entities) => string.Join(", ", new[]
    {
        $"{entities.Count:N0} {(entities.Count == 1 ? "entity" : "entities")}",
        entities.True is { } hits ? $"true for {hits:N0}" : "",
        entities.Known < entities.Count ? $"{entities.Count - entities.Known:N0} without a value" : "",
    }.Where(w => w.Length > 0));
}
