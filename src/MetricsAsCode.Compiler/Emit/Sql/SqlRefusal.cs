namespace MetricsAsCode.Compiler.Emit.Sql;

/// <summary>A construct that this dialect does not say. The message names it and what to do instead.</summary>
public sealed class SqlRefusal(string construct, string remedy = "Compute the metric with the in-process engine.")
    : Exception($"{construct} is not written as SQL yet. {remedy}");
