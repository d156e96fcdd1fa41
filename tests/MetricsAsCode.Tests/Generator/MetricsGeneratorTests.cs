using Microsoft.CodeAnalysis;
using static MetricsAsCode.Generator.MetricsGenerator;

namespace MetricsAsCode.Tests.Generator;

public class MetricsGeneratorTests
{
    private const string Alpha = "module alpha\nsource t from csv \"t.csv\" { id integer key; at timestamp time; x integer }\nmetric m = count(t)\n";
    private const string Beta = "module beta\nsource u from csv \"u.csv\" { id integer key; at timestamp time }\nmetric n = count(u)\n";

    [Fact]
    public void One_file_of_code_for_each_module() =>
        TwoModules().Run().GeneratedSources.Select(s => s.HintName).ShouldBe(["AlphaCalculator.g.cs", "BetaCalculator.g.cs"]);

    [Fact]
    public void Files_of_one_module_make_one_calculator()
    {
        var run = TwoModules().With("/p/alpha2.metrics", "module alpha\nmetric more = sum(t.x)\n").Run();

        run.GeneratedSources.Length.ShouldBe(2);
        run.GeneratedSources[0].SourceText.ToString().ShouldContain("public Count More(Period period)");
    }

    [Fact]
    public void An_edit_of_csharp_runs_nothing_again()
    {
        var project = TwoModules();
        project.Run();

        var run = project.WithCSharp("class D;").Run();

        string[] steps = [Steps.Files, Steps.Trees, Steps.Definitions, Steps.Compilation, Steps.Modules];
        foreach (string step in steps)
            run.Of(step).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached, step);
        run.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).ShouldAllBe(o => o.Reason == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void An_edit_of_one_metric_leaves_other_files_and_modules_alone()
    {
        var project = TwoModules();
        project.Run();

        var run = project.With("/p/alpha.metrics", Alpha.Replace("count(t)", "sum(t.x)")).Run();

        run.Of(Steps.Trees).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], ignoreOrder: true);
        run.Of(Steps.Groups).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged]);
        run.Of(Steps.Compilation).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached]);
        run.Of(Steps.Modules).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged]);
        run.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Select(o => o.Reason)
            .ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached]);
    }

    [Fact]
    public void A_comment_changes_no_code()
    {
        var project = TwoModules();
        project.Run();

        var run = project.With("/p/alpha.metrics", Alpha + "// nothing new\n").Run();

        run.Of(Steps.Trees).ShouldContain(IncrementalStepRunReason.Modified);
        run.Of(Steps.Compilation).ShouldBe([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached]);
        run.Of(Steps.Modules).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void An_edit_of_a_module_compiles_those_that_refer_to_it()
    {
        var project = TwoModules().With("/p/gamma.metrics", "module gamma\nmetric both = alpha.m + alpha.m\n");
        project.Run();

        var run = project.With("/p/alpha.metrics", Alpha.Replace("count(t)", "sum(t.x)")).Run();

        run.Of(Steps.Compilation).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached]);
        run.Of(Steps.Modules).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified]);
    }

    [Fact]
    public void A_remedy_names_what_another_module_has() =>
        TwoModules().With("/p/gamma.metrics", "module gamma\nmetric both = alhpa.m\n").Run().Diagnostics.ShouldHaveSingleItem().GetMessage().ShouldContain("`alpha");

    [Fact]
    public void A_mistake_is_reported_at_its_line_and_other_modules_are_still_written()
    {
        var run = TwoModules().With("/p/alpha.metrics", Alpha.Replace("count(t)", "count(tt)")).Run();

        var mistake = run.Diagnostics.ShouldHaveSingleItem();
        mistake.Severity.ShouldBe(DiagnosticSeverity.Error);
        mistake.Id.ShouldStartWith("MAC2");
        var place = mistake.Location.GetLineSpan();
        (place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character, place.EndLinePosition.Character).ShouldBe(("/p/alpha.metrics", 2, 17, 19));
        run.GeneratedSources.Select(s => s.HintName).ShouldBe(["BetaCalculator.g.cs"]);
    }

    [Fact]
    public void Other_additional_files_are_not_looked_at() =>
        new GeneratorRun().With("/p/readme.md", "module alpha").Run().GeneratedSources.ShouldBeEmpty();

    private static GeneratorRun TwoModules() => new GeneratorRun().With("/p/alpha.metrics", Alpha).With("/p/beta.metrics", Beta);
}
