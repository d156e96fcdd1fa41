using MetricsAsCode.Engines.Compiled;
using MetricsAsCode.Tests.Planning;

namespace MetricsAsCode.Tests.Emit;

public sealed class AssemblyCacheTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("metrics-cache-").FullName;

    private string Folder => Path.Combine(_root, "calculators");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void What_was_compiled_is_found_again_and_computes_the_same()
    {
        var plan = Written.OfShop(Shop.Metrics);
        using var first = CalculatorCompiler.Compile(plan, new AssemblyCache(Folder));
        string kept = Directory.GetFiles(Folder).ShouldHaveSingleItem();
        byte[] bytes = File.ReadAllBytes(kept);
        using var second = CalculatorCompiler.Compile(plan, new AssemblyCache(Folder));
        second.Sources.Keys.ShouldBe(first.Sources.Keys);
        File.ReadAllBytes(kept).ShouldBe(bytes);
    }

    [Fact]
    public void Another_formula_is_another_calculator()
    {
        CalculatorCompiler.Compile(Written.OfShop("metric a = count(orders)\n"), new AssemblyCache(Folder)).Dispose();
        CalculatorCompiler.Compile(Written.OfShop("metric a = distinct(orders.customer_id)\n"), new AssemblyCache(Folder)).Dispose();
        Directory.GetFiles(Folder).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    public void What_is_cut_off_is_not_used(int length)
    {
        var cache = new AssemblyCache(Folder);
        cache.Keep("k", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        string file = Directory.GetFiles(Folder).ShouldHaveSingleItem();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);
        cache.Find("k").ShouldBeNull();
    }

    [Fact]
    public void What_is_damaged_is_compiled_again()
    {
        var plan = Written.OfShop("metric a = count(orders)\n");
        CalculatorCompiler.Compile(plan, new AssemblyCache(Folder)).Dispose();
        string file = Directory.GetFiles(Folder).ShouldHaveSingleItem();
        byte[] whole = File.ReadAllBytes(file);
        byte[] damaged = [.. whole];
        damaged[^1] ^= 1;
        File.WriteAllBytes(file, damaged);
        CalculatorCompiler.Compile(plan, new AssemblyCache(Folder)).Dispose();
        File.ReadAllBytes(file).ShouldBe(whole);
    }

    [Fact]
    public void A_folder_that_others_may_write_to_is_not_used()
    {
        if (OperatingSystem.IsWindows())
            return;
        var cache = new AssemblyCache(Folder);
        cache.Keep("k", [1]);
        cache.Find("k").ShouldBe([1]);
        File.SetUnixFileMode(Folder, File.GetUnixFileMode(Folder) | UnixFileMode.OtherWrite);
        cache.Find("k").ShouldBeNull();
    }

    [Fact]
    public void Only_so_many_are_kept()
    {
        var cache = new AssemblyCache(Folder);
        for (int i = 0; i < 70; i++)
            cache.Keep($"k{i}", [1]);
        Directory.GetFiles(Folder).Length.ShouldBe(64);
        cache.Find("k69").ShouldBe([1]);
    }

    [Fact]
    public void Without_a_folder_that_can_be_made_there_is_no_cache()
    {
        File.WriteAllText(Folder, "a file");
        var cache = new AssemblyCache(Folder);
        cache.Keep("k", [1]);
        cache.Find("k").ShouldBeNull();
    }

    [Fact]
    public void Inputs_are_told_apart_whatever_they_are_cut_into() =>
        AssemblyCache.KeyOf(["ab", "c"]).ShouldNotBe(AssemblyCache.KeyOf(["a", "bc"]));
}
