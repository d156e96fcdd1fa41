using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Sql;

/// <summary>The rows of one statement by stretch and group.</summary>
internal sealed class SqlAnswers
{
    private readonly Dictionary<(Stretch, int), IReadOnlyList<object?>> rows = [];

    public IReadOnlyList<object?>? Find(Stretch stretch, int code) => rows.GetValueOrDefault((stretch, code));

    public void Add(Stretch stretch, int code, IReadOnlyList<object?> row) => rows[(stretch, code)] = row;
}
