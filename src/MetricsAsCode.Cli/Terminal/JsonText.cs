using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MetricsAsCode.Cli.Terminal;

/// <summary>JSON as text: indented, <c>\n</c>, characters as they are rather than escaped.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
