using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace MetricsAsCode;

/// <summary>A metric's results by group, in the engine's order.</summary>
/// <typeparam name="T">The typed result.</typeparam>
public sealed class Breakdown<T> : IReadOnlyList<GroupRow<T>>
{
    private readonly IReadOnlyList<GroupRow<T>> rows;

    /// <summary>Holds rows, whose groups differ.</summary>
    public Breakdown(IReadOnlyList<GroupRow<T>> rows) => this.rows = rows;

    /// <inheritdoc />
    public int Count => rows.Count;

    /// <inheritdoc />
    public GroupRow<T> this[int index] => rows[index];

    /// <summary>The result of a group; null stands for the rows whose dimension is missing.</summary>
    /// <exception cref="KeyNotFoundException">There is no such group; the message names those there are.</exception>
    public T this[string? group] => TryGet(group, out var value)
        ? value
        : throw new KeyNotFoundException($"There is no group `{group ?? "(missing)"}`. The groups are {string.Join(", ", rows.Select(static row => row.Label))}.");

    /// <summary>The result of a group, if there is such a group.</summary>
    public bool TryGet(string? group, [MaybeNullWhen(false)] out T value)
    {
        foreach (var row in rows)
        {
            if (string.Equals(row.Group, group, StringComparison.Ordinal))
            {
                value = row.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <inheritdoc />
    public IEnumerator<GroupRow<T>> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
