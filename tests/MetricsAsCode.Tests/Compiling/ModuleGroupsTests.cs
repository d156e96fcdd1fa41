using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Compiling;

public class ModuleGroupsTests
{
    [Fact]
    public void Modules_that_refer_to_each_other_are_together_and_others_apart() =>
        Groups("module d\nmetric x = c . y", "module a\nmetric x = 1", "module c\nsource s like b.t from csv \"s.csv\"", "module b", "module a\nlet z = 2")
            .ShouldBe(["1 4", "0 2 3"]);

    [Fact]
    public void A_quoted_name_refers_too() => Groups("module a\nmetric x = `b`.y", "module b").ShouldBe(["0 1"]);

    [Fact]
    public void Files_without_a_module_are_a_group_of_their_own() => Groups("metric x = 1", "module a", "metric a.y = 2").ShouldBe(["0 1 2"]);

    private static IEnumerable<string> Groups(params string[] texts) =>
        ModuleGroups.Of(Compilation.Parse([.. texts.Select((t, i) => new SourceText($"{i}", t))])).Select(g => string.Join(' ', g.Select(t => t.Text.Path)));
}
