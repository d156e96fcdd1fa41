using System.CommandLine;
using MetricsAsCode.Benchmarks.Verbs;

var root = new RootCommand("Measures the engine, the tool and the compiler, side by side with DuckDB, Polars and ClickHouse.") { DataVerb.Command(), EngineVerb.Command(), RunVerb.Command() };
return root.Parse(args).Invoke();
