namespace MetricsAsCode.Data;

/// <summary>Reads literal tables into frames.</summary>
public static class RowTable
{
    /// <summary>Reads the given columns of a table.</summary>
    public static DataFrame Read(
        SourceSchema schema, string file, int headerLine, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string?>> rows, IReadOnlyList<int>? lines = null) =>
        throw new NotImplementedException();
}
