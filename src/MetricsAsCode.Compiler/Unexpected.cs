namespace MetricsAsCode.Compiler;

/// <summary>Our own mistakes, worded: a case that the code at hand should have known.</summary>
internal static class Unexpected
{
    public static InvalidOperationException Node(object node) => new($"Unexpected {node.GetType().Name}.");

    public static InvalidOperationException Value<T>(T value)
        where T : struct => new($"Unexpected {typeof(T).Name}: {value}");
}
