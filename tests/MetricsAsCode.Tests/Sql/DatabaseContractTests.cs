using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Engines.Sql;
using MetricsAsCode.Tests.Cases;
using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.DuckDb;

namespace MetricsAsCode.Tests.Sql;

/// <summary>Sources held against the tables of a database: a case is a <c>.metrics</c> file with its findings, and a <c>.sql</c> file that makes the tables.</summary>
public sealed class DatabaseContractTests
{
    public static IEnumerable<object[]> Cases => AnnotatedCase.NamesIn("database").Select(n => new object[] { n });

    [DuckDbTheory]
    [MemberData(nameof(Cases))]
    public void Finds_exactly_what_the_case_says(string name)
    {
        using var folder = new Sandbox();
        string path = folder.At("live.db");
        using (var database = DuckDbConnection.Open(path))
        {
            foreach (string statement in Repository.Read($"tests/MetricsAsCode.Tests/Cases/{Path.ChangeExtension(name, ".sql")}").Split(";\n", StringSplitOptions.RemoveEmptyEntries))
                database.Execute(statement);
        }

        AnnotatedCase.Load(name).ShouldFindExactly(files =>
        {
            var program = Compilation.Bind(files.Select(Parser.Parse));
            program.Diagnostics.Select(d => d.ToString()).ShouldBeEmpty();
            return DatabaseFile.Check(program.Modules, path);
        });
    }
}
