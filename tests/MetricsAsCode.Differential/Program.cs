using System.CommandLine;
using System.Diagnostics;
using MetricsAsCode.Differential.Cases;
using MetricsAsCode.Differential.Generation;
using MetricsAsCode.Differential.Running;
using MetricsAsCode.Differential.Shrinking;
using MetricsAsCode.Engines.DuckDb;

namespace MetricsAsCode.Differential;

/// <summary>Random programs from the command line: <c>run</c>, <c>bind</c>, <c>replay</c> and <c>show</c>.</summary>
internal static class Program
{
    private const int MostShrunk = 10;

    public static int Main(string[] arguments)
    {
        var root = new RootCommand("Random programs over random data, computed by every engine and compared with the reference evaluator.") { Run(), Bind(), Replay(), Show() };
        return root.Parse(arguments).Invoke();
    }

    private static Command Run()
    {
        var programs = new Option<int>("--programs") { Description = "How many programs.", DefaultValueFactory = _ => 1000 };
        var first = new Option<int>("--first") { Description = "The number of the first one.", DefaultValueFactory = _ => 0 };
        var seed = Seed();
        var engine = Engine();
        var output = new Option<string>("--out") { Description = "Where failing cases are written.", DefaultValueFactory = _ => "differential-failures" };
        var workers = new Option<int>("--workers") { Description = "How many programs at a time.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var only = Favoured();
        var command = new Command("run", "Runs random programs; ends with 1 when engines disagree.") { programs, first, seed, engine, output, workers, only };
        command.SetAction(parsed => Run(
            new Campaign(parsed.GetValue(seed), parsed.GetValue(first), parsed.GetValue(programs), Choice(parsed.GetValue(engine))) { Only = parsed.GetValue(only) }, parsed.GetValue(workers), parsed.GetValue(output)!));
        return command;
    }

    private static Command Bind()
    {
        var programs = new Option<int>("--programs") { Description = "How many programs.", DefaultValueFactory = _ => 1000 };
        var seed = Seed();
        var only = Favoured();
        var command = new Command("bind", "Says what the binder refuses of random programs, without computing them.") { programs, seed, only };
        command.SetAction(parsed =>
        {
            for (int n = 0; n < parsed.GetValue(programs); n++)
                Sound.Of(Programs.Of(parsed.GetValue(seed), n, parsed.GetValue(only)), (error, line) => Console.WriteLine($"{n}: {error.Id} {error.Message}\n    {line}"));
            return 0;
        });
        return command;
    }

    private static Command Replay()
    {
        var directories = new Argument<string[]>("DIR") { Description = "Directories that `run` has written." };
        var engine = Engine();
        var command = new Command("replay", "Computes kept cases again.") { directories, engine };
        command.SetAction(parsed => parsed.GetValue(directories)!.Count(d => !Replay(d, Choice(parsed.GetValue(engine)))) == 0 ? 0 : 1);
        return command;
    }

    private static Command Show()
    {
        var number = new Argument<int>("NUMBER") { Description = "The program's number." };
        var seed = Seed();
        var output = new Option<string>("--out") { Description = "The directory to write it to.", DefaultValueFactory = _ => "differential-program" };
        var only = Favoured();
        var command = new Command("show", "Writes one program of a seed as a case.") { number, seed, output, only };
        command.SetAction(parsed =>
        {
            CaseDirectory.Write(parsed.GetValue(output)!, Case.Of(Programs.Of(parsed.GetValue(seed), parsed.GetValue(number), parsed.GetValue(only)), "p"));
            return 0;
        });
        return command;
    }

    private static Option<ulong> Seed() => new("--seed") { Description = "Program n of a seed is always the same.", DefaultValueFactory = _ => 1 };

    private static Option<string?> Engine()
    {
        var engine = new Option<string?>("--engine") { Description = $"compiled or {string.Join(", ", Comparing.Databases.Keys)}; the environment says how to connect to a server. compiled and duckdb when left out." };
        engine.AcceptOnlyFromAmong(["compiled", .. Comparing.Databases.Keys]);
        return engine;
    }

    private static Option<string?> Favoured()
    {
        var only = new Option<string?>("--only") { Description = $"A family of productions that stands in most programs: {string.Join(", ", Grammar.Families)}." };
        only.AcceptOnlyFromAmong([.. Grammar.Families]);
        return only;
    }

    private static EngineChoice Choice(string? engine) => new(engine is null or "compiled", engine is null or "duckdb") { Servers = engine is null or "compiled" or "duckdb" ? [] : [engine] };

    private static int Run(Campaign campaign, int workers, string output)
    {
        if (campaign.Engines.DuckDb && !IsDuckDbThere())
            return 1;
        var watch = Stopwatch.StartNew();
        var failures = campaign.Run(found => Progress(campaign, found, watch.Elapsed), workers);
        foreach (string line in campaign.Tally.Histogram().Append("").Concat(campaign.Tally.Times()).Append("").Concat(campaign.Tally.Lines()))
            Console.WriteLine(line);
        foreach (var failure in failures.DistinctBy(f => f.Number).Take(MostShrunk))
            Keep(failure, Path.Combine(output, FormattableString.Invariant($"{campaign.Seed}-{failure.Number}")));
        Console.WriteLine(FormattableString.Invariant($"{campaign.Programs} programs of seed {campaign.Seed} in {watch.Elapsed:hh\\:mm\\:ss}: {failures.Count} failures"));
        return failures.Count == 0 ? 0 : 1;
    }

    // What is missing on the machine is said once, and not after thousands of programs.
    private static bool IsDuckDbThere()
    {
        try
        {
            DuckDbConnection.Open().Dispose();
            return true;
        }
        catch (DuckDbMissingException e)
        {
            Console.Error.WriteLine($"error: {e.Message}");
            return false;
        }
    }

    private static void Progress(Campaign campaign, IReadOnlyList<Failure> found, TimeSpan taken)
    {
        foreach (var failure in found)
            Console.WriteLine($"program {failure.Number}, {failure.Engine}: {Short(failure.Differences[0])}");
        Console.Error.WriteLine(FormattableString.Invariant($"{taken:hh\\:mm\\:ss} {campaign.Tally["programs"]} of {campaign.Programs} programs"));
    }

    private static void Keep(Failure failure, string directory)
    {
        CaseDirectory.Write(directory, Case.Of(Shrinker.Shrink(failure, TimeSpan.FromSeconds(40)), "p"));
        Console.WriteLine($"replay with: dotnet run --project tests/MetricsAsCode.Differential -- replay {directory}");
    }

    private static bool Replay(string directory, EngineChoice engines)
    {
        string[] differences = [.. Comparing.Judge(CaseDirectory.Read(directory), engines)];
        Console.WriteLine($"{directory}: {(differences.Length == 0 ? "all engines agree" : "")}");
        foreach (string difference in differences)
            Console.WriteLine($"  {difference}");
        return differences.Length == 0;
    }

    private static string Short(string text) => text.Length > 600 ? text[..600] + "…" : text;
}
