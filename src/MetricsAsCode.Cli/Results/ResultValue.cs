using System.Text.Json;
using MetricsAsCode.Values;

namespace MetricsAsCode.Cli.Results;

/// <summary>Values for machines: all digits, never a display form.</summary>
internal static class ResultValue
{
    /// <summary>Numbers with all their digits: exact ones as they are, doubles so that they read back the same.</summary>
    public static void Write(Utf8JsonWriter json, string name, Value? value)
    {
        json.WritePropertyName(name);
        if (value is not { HasValue: true } known)
            json.WriteNullValue();
        else if (known.IsNumber)
            json.WriteRawValue(known.ToString());
        else if (known.Kind == ValueKind.Boolean)
            json.WriteBooleanValue(known.AsBoolean);
        else
            json.WriteStringValue(known.ToString());
    }

    /// <summary>A number, if there is one.</summary>
    public static Value? Of(double? number) => number is { } known ? Value.Of(known) : null;

    /// <summary>The same as text; empty where there is none.</summary>
    public static string Text(Value? value) => value is { HasValue: true } known ? known.ToString() : "";
}
