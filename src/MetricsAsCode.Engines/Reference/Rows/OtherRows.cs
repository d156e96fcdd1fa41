using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Reference.Tables;

namespace MetricsAsCode.Engines.Reference.Rows;

// 1. Other rows are looked at "over all times", but those behind the as-of never count.
// 2. "Ties by key": rows at one instant stand in the order of their key columns; where a source has no key, in that of all its columns.
//    Rows with a lifetime may share a key: those stand in the order of their other columns.
// 3. A row whose entity is missing has no other rows: missing is equal to nothing.

/// <summary>Values of rows that follow from other rows: computed for all rows of a source when one is asked for.</summary>
internal sealed class OtherRows(ReferenceData data)
{
    private readonly Dictionary<RowDerived, IReadOnlyList<Scalar?>> values = [];

    public Scalar? Value(RowDerived node, int row)
    {
        if (!values.TryGetValue(node, out var column))
            values.Add(node, column = Compute(node));
        return column[row];
    }

    private IReadOnlyList<Scalar?> Compute(RowDerived node) => node switch
    {
        RowNeighbour neighbour => Neighbours(neighbour),
        RowChain chain => new ChainRows(data, this).Of(chain),
        RowReturned returned => new CohortRows(data, this).Returned(returned),
        RowMature mature => new CohortRows(data, this).Mature(mature),
        RowAnswered answered => Answered(answered),
        _ => throw new InvalidOperationException($"Unexpected value {node.GetType().Name}."),
    };

    private Scalar?[] Answered(RowAnswered node)
    {
        var answered = RowsOf(node.Answers).Select(row => data.Value(node.Via, row)).ToHashSet();
        return [.. Enumerable.Range(0, data.RowCount(node.Source)).Select(row => (Scalar?)Scalar.Of(data.Value(node.Key, row) is { } key && answered.Contains(key)))];
    }

    private Scalar?[] Neighbours(RowNeighbour node)
    {
        var found = new Scalar?[data.RowCount(node.Among.Source)];
        var entities = RowsOf(node.Among)
            .Where(row => node.By.Prepend(node.Time).All(column => Of(column, row) is not null))
            .GroupBy(row => new EntityOf(node.By.Select(column => Of(column, row)!)));
        foreach (var entity in entities)
        {
            int[] rows = [.. InOrder(entity, node.Among.Source, row => Of(node.Time, row))];
            for (int i = 0; i < rows.Length; i++)
            {
                int other = node.IsNext ? i + node.Back : i - node.Back;
                if (other < 0 || other >= rows.Length)
                    continue;
                var (earlier, later) = node.IsNext ? (rows[i], rows[other]) : (rows[other], rows[i]);
                found[rows[i]] = data.Clock.Between(Of(node.Time, earlier)!, Of(node.Time, later)!);
            }
        }

        return found;

        // By the time that the rows are dated by.
        Scalar? Of(RowColumn column, int row) => data.Value(column, row, node.Among.Time);
    }

    /// <summary>Rows whatever their period, but not behind the as-of. A row without a time is in no period, yet it is a row.</summary>
    public IEnumerable<int> RowsOf(BoundRows rows)
    {
        var evaluator = new RowEvaluator(data, set => throw new InvalidOperationException($"{set} belongs to a period, which these rows have not."), rows.Time);
        return Enumerable.Range(0, data.RowCount(rows.Source))
            .Where(row => rows.Time is not { } time || data.TimeOf(time, row) is not { } instant || instant < data.AsOf)
            .Where(row => rows.Conditions.All(condition => Holds(condition, row)));

        // Of a row whose condition overflows it is not known that it is one.
        bool Holds(RowExpression condition, int row)
        {
            try
            {
                return evaluator.IsTrue(condition, row);
            }
            catch (NoValueException)
            {
                return false;
            }
        }
    }

    public IEnumerable<int> InOrder(IEnumerable<int> rows, SourceSymbol source, Func<int, Scalar?> time)
    {
        var columns = source.Keys.Any() && source.Lifetime is null ? source.Keys : source.Keys.Concat(source.Columns.Where(c => !c.IsKey));
        var inOrder = rows.OrderBy(time, ScalarOrder.Instance);
        foreach (var column in columns.Where(data.Has))
            inOrder = inOrder.ThenBy(row => data.Value(new RowColumn([], column, column.Type), row), ScalarOrder.Instance);
        return inOrder;
    }

    /// <summary>What several columns hold together.</summary>
    private sealed class EntityOf(IEnumerable<Scalar> parts) : IEquatable<EntityOf>
    {
        private readonly Scalar[] parts = [.. parts];

        public bool Equals(EntityOf? other) => other is not null && parts.SequenceEqual(other.parts);

        public override bool Equals(object? obj) => Equals(obj as EntityOf);

        public override int GetHashCode() => parts.Aggregate(parts.Length, HashCode.Combine);
    }
}
