using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Engines.DuckDb.Native;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.DuckDb;

public sealed class LibraryPlacesTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_missing_library_says_how_to_get_it()
    {
        var places = new LibraryPlaces(null, _sandbox.At("tool"), _sandbox.Root);
        places.InPackage().ShouldBeNull();
        LibraryPlaces.Missing().Message.ShouldBe(
            $"DuckDB is not on this machine: its library `{LibraryPlaces.FileName}` was not found. Get it with `npm install {LibraryPlaces.Package}` in this folder or one above, or let METRICS_DUCKDB name the file.");
        LibraryPlaces.Package.ShouldStartWith("@duckdb/node-bindings-");
    }

    [Fact]
    public void A_named_file_must_be_there()
    {
        var places = new LibraryPlaces("nowhere/libduckdb.so", _sandbox.Root, _sandbox.Root);
        Should.Throw<DuckDbMissingException>(() => places.Load()).Message.ShouldStartWith("METRICS_DUCKDB names `nowhere/libduckdb.so`, which is no file.");
    }

    [Fact]
    public void A_named_file_comes_before_one_beside_the_tool()
    {
        _sandbox.Write("named.so", "no library").Write($"tool/{LibraryPlaces.FileName}", "no library");
        Should.Throw<DuckDbMissingException>(() => new LibraryPlaces("named.so", _sandbox.At("tool"), _sandbox.Root).Load()).Message.ShouldContain("named.so` is no DuckDB library for this machine");
        Should.Throw<DuckDbMissingException>(() => new LibraryPlaces("", _sandbox.At("tool"), _sandbox.Root).Load()).Message.ShouldContain("tool");
    }

    [Fact]
    public void The_nearest_package_wins_and_the_current_folder_comes_first()
    {
        string file = $"node_modules/{LibraryPlaces.Package}/{LibraryPlaces.FileName}";
        _sandbox.Write($"tool/{file}", "").Write("tool/bin/x", "").Write("here/below/x", "");
        new LibraryPlaces(null, _sandbox.At("tool/bin"), _sandbox.At("here/below")).InPackage().ShouldBe(_sandbox.At($"tool/{file}"));
        _sandbox.Write($"here/{file}", "");
        new LibraryPlaces(null, _sandbox.At("tool/bin"), _sandbox.At("here/below")).InPackage().ShouldBe(_sandbox.At($"here/{file}"));
        _sandbox.Write($"here/below/{file}", "");
        new LibraryPlaces(null, _sandbox.At("tool/bin"), _sandbox.At("here/below")).InPackage().ShouldBe(_sandbox.At($"here/below/{file}"));
    }

    [DuckDbFact]
    public void The_library_of_this_machine_is_found()
    {
        // Fails with the remedy in its message where it is not.
        using var database = Duck.Open();
        ((string)database.Value("SELECT version()")!).ShouldStartWith("v1.");
    }
}
