using System.Diagnostics;
using MetricsAsCode.Calculation;
using MetricsAsCode.Differential.Cases;
using MetricsAsCode.Differential.Generation;
using MetricsAsCode.Differential.Model;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Compiled;
using MetricsAsCode.Results;

namespace MetricsAsCode.Differential.Running;

/// <summary>A program that engines do not agree on, or that something throws at.</summary>
internal sealed record Failure(int Number, RandomProgram Program, string Engine, IReadOnlyList<string> Differences);

/// <summary>Several programs, whose calculators are compiled together: a compilation costs more than what is in it.</summary>
internal sealed class Batch(ulong seed, EngineChoice engines, Tally tally, string? favoured)
{
    private sealed record Entry(int Number, RandomProgram Program, Trial Trial, IReadOnlyList<MetricResult> Expected);

    public IReadOnlyList<Failure> Run(IEnumerable<int> numbers)
    {
        var failures = new List<Failure>();
        var entries = new List<Entry>();
        foreach (int number in numbers)
        {
            var program = Programs.Of(seed, number, favoured);
            try
            {
                if (Prepare(number, program) is { } entry)
                    entries.Add(entry);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                failures.Add(new Failure(number, program, Comparing.Names[0], [Comparing.Shown(e)]));
            }
        }

        foreach (string name in engines.Databases)
        {
            foreach (var entry in entries)
                Judge(entry, name, t => Comparing.Databases[name](t.Plan).Open(t.Frames, t.AsOf), failures);
        }

        if (engines.Compiled && entries.Count > 0)
            RunCompiled(entries, failures);
        return failures;
    }

    private Entry? Prepare(int number, RandomProgram generated)
    {
        var program = Sound.Of(generated);
        tally.Generated(generated, program);
        if (program is null)
            return null;
        if (program.Trap is { } trap && Sound.Binds(program with { Metrics = [new MetricSpec("trap", "", trap)], Questions = [] }))
            throw new InvalidOperationException($"The binder lets `{trap}` meet one row with many.");
        var trial = Trial.Of(Case.Of(program, FormattableString.Invariant($"p{number}")));
        var watch = Stopwatch.StartNew();
        var expected = Comparing.Reference(trial);
        tally.Time("reference", number, watch.Elapsed);
        tally.Computed(program, expected);
        return new Entry(number, program, trial, expected);
    }

    private void RunCompiled(List<Entry> entries, List<Failure> failures)
    {
        IReadOnlyList<CompiledModule> modules;
        try
        {
            var watch = Stopwatch.StartNew();
            modules = CalculatorCompiler.Compile([.. entries.Select(e => e.Trial.Plan)]);
            tally.Time("compiling", entries[0].Number, watch.Elapsed);
        }
        catch (InvalidOperationException) when (entries.Count > 1)
        {
            // One of them does not compile: each on its own.
            foreach (var entry in entries)
                RunCompiled([entry], failures);
            return;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            failures.Add(new Failure(entries[0].Number, entries[0].Program, Comparing.Names[1], [Comparing.Shown(e)]));
            return;
        }

        for (int i = 0; i < entries.Count; i++)
            Judge(entries[i], Comparing.Names[1], t => modules[i].Create(t.Frames, new CalculatorOptions { AsOf = t.AsOf }), failures);
        modules[0].Dispose();
    }

    private void Judge(Entry entry, string engine, Func<Trial, IMetricEngine> open, List<Failure> failures)
    {
        var watch = Stopwatch.StartNew();
        var verdict = Comparing.With(entry.Trial, entry.Expected, engine, open);
        tally.Time(engine, entry.Number, watch.Elapsed);
        tally.Judged(engine, verdict);
        if (verdict.Differences.Count > 0)
            failures.Add(new Failure(entry.Number, entry.Program, engine, verdict.Differences));
    }
}
