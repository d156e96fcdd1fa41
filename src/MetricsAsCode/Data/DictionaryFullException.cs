namespace MetricsAsCode.Data;

/// <summary>The distinct texts of a column are longer than an array can be (about 2 GB).</summary>
public sealed class DictionaryFullException(string message) : Exception(message);
