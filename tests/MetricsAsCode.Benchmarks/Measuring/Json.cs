using System.Text.Json;

namespace MetricsAsCode.Benchmarks.Measuring;

/// <summary>How raw results are written: the peers' scripts write the same names.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options) ?? throw new InvalidDataException($"There is nothing in `{text}`.");
}
