using MetricsAsCode.Cli;

namespace MetricsAsCode.Tests.Cli;

public class CacheFolderTests
{
    [Fact]
    public void A_folder_can_be_named() => Of(("METRICS_CACHE", "/tmp/m"), ("HOME", "/home/a")).ShouldBe("/tmp/m");

    [Fact]
    public void The_cache_can_be_turned_off() => Of(("METRICS_CACHE", "off"), ("HOME", "/home/a")).ShouldBeNull();

    [Fact]
    public void Else_it_is_among_the_users_caches()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Of(("HOME", "/home/a")).ShouldBe("/home/a/.cache/metrics");
        Of(("HOME", "/home/a"), ("XDG_CACHE_HOME", "/var/a")).ShouldBe("/var/a/metrics");
        Of(("HOME", "/home/a"), ("XDG_CACHE_HOME", "relative")).ShouldBe("/home/a/.cache/metrics");
    }

    [Fact]
    public void Without_a_place_there_is_none()
    {
        if (OperatingSystem.IsLinux())
            Of().ShouldBeNull();
    }

    private static string? Of(params (string Name, string Value)[] environment) =>
        CacheFolder.Of(name => environment.FirstOrDefault(e => e.Name == name).Value, "");
}
