using System.CommandLine;
using MetricsAsCode.Cli.Computing;
using MetricsAsCode.Cli.Diffing;
using MetricsAsCode.Cli.Naming;
using MetricsAsCode.Cli.Output;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Compiler.Fingerprints;
using MetricsAsCode.Scorecards.Comparing;
using MetricsAsCode.Time;

namespace MetricsAsCode.Cli.Verbs;

/// <summary><c>metrics diff</c>: what a change of definitions means, and what it makes of the numbers.</summary>
internal static class DiffVerb
{
    private const string WorkingTree = "the working tree";

    /// <summary>What is asked for.</summary>
    private sealed record Question(Period? For, bool NoNumbers, IReadOnlyList<Gate> Gates, string Format, string? Out);

    public static Command Command(ToolContext tool)
    {
        var revisions = new Argument<string[]>("REVISION")
        {
            Arity = new ArgumentArity(0, 2),
            Description = "The older and the newer revision, in git's words. One: against the working tree. None: the working tree against where it left origin/main, or against HEAD without one.",
        };
        var path = new Option<string?>("--path") { HelpName = "PATH", Description = $"The folder of the definitions. Default: {CommonOptions.DefaultFolder} if it is there, else the current folder." };
        var old = new Option<string?>("--old") { HelpName = "FOLDER", Description = "With --new: the older definitions in a folder, without git." };
        var @new = new Option<string?>("--new") { HelpName = "FOLDER", Description = "With --old: the newer definitions." };
        var period = new Option<string?>("--for") { HelpName = "PERIOD", Description = "The period of the numbers. Default: those of the scorecards that show a metric, else the last whole quarter." };
        var noNumbers = new Option<bool>("--no-numbers") { Description = "Compare definitions only; read no data." };
        var failOn = new Option<string[]>("--fail-on")
        {
            HelpName = string.Join(',', Gate.All.Select(g => g.Word)),
            Description = "Exit with 1 when metrics give other values, when something that others name is gone, when a key result stands worse.",
            DefaultValueFactory = _ => [],
        };
        var format = CommonOptions.Format("text", "markdown", "json");
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "Writes the result to a file, whole or not at all." };
        var data = new DataOptions();
        var verb = new VerbCommand(
            "diff",
            "Says what a change of definitions means, and what it makes of the numbers: key results whose status changes, each metric by its old and its new definition over the same data, and whom it reaches.",
            "metrics diff",
            "metrics diff origin/main HEAD",
            "metrics diff origin/main HEAD --format markdown --fail-on changed-values,removed,status-worse",
            "metrics diff v1.2 --for 1998-Q1 --path metrics-defs/northwind",
            "metrics diff --old before/metrics-defs --new metrics-defs --no-numbers")
        {
            revisions, path, old, @new, period, noNumbers, failOn, format, output,
        };
        data.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var question = new Question(
                parsed.GetValue(period) is { } written ? PeriodNames.Read(written) : null,
                parsed.GetValue(noNumbers),
                Gate.Read(parsed.GetValue(failOn)!),
                parsed.GetValue(format)!,
                parsed.GetValue(output));
            RequireNumbers(question);
            var (before, now) = Sides(tool, parsed.GetValue(revisions)!, parsed.GetValue(path), parsed.GetValue(old), parsed.GetValue(@new));
            return Run(tool, before, now, data.Read(tool, parsed, now.Workspace, tool.CurrentDirectory), question);
        });
        return verb;
    }

    private static void RequireNumbers(Question question)
    {
        if (question.NoNumbers && question.Gates.FirstOrDefault(g => g.NeedsNumbers) is { } gate)
            throw ToolException.Usage($"--fail-on {gate.Word} is about numbers. Leave out --no-numbers.");
        if (question.NoNumbers && question.For is not null)
            throw ToolException.Usage("--for is the period of the numbers. Leave out --no-numbers.");
    }

    private static (DiffSide Old, DiffSide New) Sides(ToolContext tool, string[] revisions, string? path, string? old, string? @new)
    {
        if (old is null && @new is null)
            return FromGit(tool, revisions, tool.PathOrDefault(path));
        if (old is null || @new is null)
            throw ToolException.Usage("--old and --new go together. Name both folders: metrics diff --old FOLDER --new FOLDER.");
        if (revisions.Length > 0 || path is not null)
            throw ToolException.Usage("--old and --new name folders, which have no revisions and no --path. Give either folders or revisions.");
        return (Folder(tool, old), Folder(tool, @new));
    }

    // Paths are relative to the folder, so that what stands at the same place in both is the same.
    private static DiffSide Folder(ToolContext tool, string path)
    {
        string full = tool.Full(path);
        return File.Exists(full)
            ? DiffSides.OnDisk(tool, path, Path.GetFileName(full), Path.GetDirectoryName(full)!)
            : Directory.Exists(full)
                ? DiffSides.OnDisk(tool, path, ".", full)
                : throw ToolException.Usage($"`{path}` does not exist. Name a folder with `.metrics` files.");
    }

    private static (DiffSide Old, DiffSide New) FromGit(ToolContext tool, string[] revisions, string path)
    {
        var repository = GitRepository.At(tool.CurrentDirectory, tool.Stop);
        var (name, commit) = revisions.Length > 0 ? (revisions[0], repository.Commit(revisions[0])) : Fork(repository);
        var old = DiffSides.InGit(tool, repository, name, commit, path);
        var @new = revisions.Length > 1
            ? DiffSides.InGit(tool, repository, revisions[1], repository.Commit(revisions[1]), path)
            : DiffSides.OnDisk(tool, WorkingTree, path, tool.CurrentDirectory);
        return old.Forms.All.IsEmpty && @new.Forms.All.IsEmpty
            ? throw ToolException.Usage($"Neither revision has a `.metrics` file in `{path}`. Name their folder with --path.")
            : (old, @new);
    }

    /// <summary>Where the working tree left the main branch of the server; without one, its last commit.</summary>
    private static (string Name, string Commit) Fork(GitRepository repository)
    {
        string head = repository.Find("HEAD") ?? throw ToolException.Usage("There is no commit yet, so there is nothing to compare with. Commit first.");
        return repository.Find("origin/main") is { } main && repository.MergeBase(main, head) is { } fork && fork != head ? ("origin/main", fork) : ("HEAD", head);
    }

    private static int Run(ToolContext tool, DiffSide old, DiffSide @new, DataAccess data, Question question)
    {
        DiffReport report;
        using (new Progress(tool.Console, "comparing"))
            report = Compare(tool, old, @new, data, question);
        Write(tool, report, question);
        foreach (var fired in report.Verdict)
            tool.Console.Error.WriteLine($"{new Paint(tool.Console.ColoursOnError).Error("failed:")} {fired.Gate}: {string.Join(", ", fired.Findings)}");
        return report.Verdict.Count > 0 ? ExitCode.Findings : ExitCode.Fine;
    }

    private static DiffReport Compare(ToolContext tool, DiffSide old, DiffSide @new, DataAccess data, Question question)
    {
        var diff = DefinitionDiff.Between(old.Forms, @new.Forms);
        var computing = new DiffNumbers(tool, data, question.For);
        IReadOnlyList<ComparedNumbers> numbers = question.NoNumbers ? [] : computing.Of(diff, old, @new);
        List<string> notes = [.. computing.Notes];
        if (numbers.Any(n => n.Metrics.Length + n.KeyResults.Length > 0))
            notes.Insert(0, $"both read the data of {(@new.Commit is null ? @new.Name : WorkingTree)}");
        if (diff.Rewritten > 0)
            notes.Add($"{DiffSummary.Count(diff.Rewritten, "declaration is", "declarations are")} written differently and mean{(diff.Rewritten == 1 ? "s" : "")} the same");
        var report = new DiffReport(old, @new, diff, numbers, Impact.Of(diff, old, @new), notes, []);
        var fired = question.Gates.Select(g => new Fired(g.Word, [.. g.Findings(report)])).Where(f => f.Findings.Count > 0);
        return report with { Verdict = [.. fired] };
    }

    private static void Write(ToolContext tool, DiffReport report, Question question)
    {
        if (question.Out is not { } file)
        {
            Print(tool.Console, report, question.Format);
            return;
        }

        var text = new StringWriter { NewLine = "\n" };
        Print(tool.Console with { Out = text, OutIsTerminal = false }, report, question.Format);
        OutputFolder.Write(tool, [(tool.Full(file), text.ToString())], []);
    }

    private static void Print(ToolConsole console, DiffReport report, string format)
    {
        switch (format)
        {
            case "json":
                console.Out.WriteLine(DiffJson.Of(report));
                break;
            case "markdown":
                console.Out.Write(DiffMarkdown.Of(report));
                break;
            default:
                new DiffText(console).Print(report);
                break;
        }
    }
}
