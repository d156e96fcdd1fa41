using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Others;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation;

/// <summary>Whether a row has an answer: a row of a sample with the same key, at any time up to the as-of. A row without a key has none.</summary>
/// <param name="name">The column's name.</param>
/// <param name="source">The source of the rows that are asked.</param>
/// <param name="key">Their key.</param>
/// <param name="answers">The rows of the sample.</param>
/// <param name="via">Their column that says whose answer each is.</param>
public sealed class AnswerColumn(string name, string source, string key, Selection answers, string via) : DerivedColumn(name, source)
{
    internal override IEnumerable<(string Source, ColumnPath Path)> Entities => [];

    internal override Column Compute(BoundData data)
    {
        var domain = new EntityDomain();
        var (given, asked) = (domain.CodesOf(data[answers.Source].Column(via)), domain.CodesOf(data[Source].Column(key)));
        var selected = SelectedRows.Of(data, answers);
        var isAnswered = new bool[domain.Count];
        for (var row = 0; row < given.Length; row++)
        {
            if (given[row] >= 0 && selected[row])
                isAnswered[given[row]] = true;
        }

        return new ValueColumn<bool>(Name, new ColumnType(ColumnKind.Boolean), Array.ConvertAll(asked, code => code >= 0 && isAnswered[code]));
    }
}
