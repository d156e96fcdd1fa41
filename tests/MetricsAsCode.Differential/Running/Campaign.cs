namespace MetricsAsCode.Differential.Running;

/// <summary>Runs programs of a seed on all cores, in batches.</summary>
/// <param name="Seed">The seed; program n of a seed is always the same.</param>
/// <param name="First">The number of the first program.</param>
/// <param name="Programs">How many.</param>
/// <param name="Engines">What is compared.</param>
internal sealed record Campaign(ulong Seed, int First, int Programs, EngineChoice Engines)
{
    private const int PerBatch = 40;

    /// <summary>The family whose productions are taken most; null for none. The programs are others then.</summary>
    public string? Only { get; init; }

    public Tally Tally { get; } = new();

    /// <param name="progress">Called after each batch with the failures in it.</param>
    public IReadOnlyList<Failure> Run(Action<IReadOnlyList<Failure>>? progress = null, int workers = 2)
    {
        var failures = new List<Failure>();
        var batches = Enumerable.Range(First, Programs).Chunk(PerBatch);
        Parallel.ForEach(batches, new ParallelOptions { MaxDegreeOfParallelism = workers }, numbers =>
        {
            var found = new Batch(Seed, Engines, Tally, Only).Run(numbers);
            lock (failures)
            {
                failures.AddRange(found);
                progress?.Invoke(found);
            }
        });
        return [.. failures.OrderBy(f => f.Number)];
    }
}
