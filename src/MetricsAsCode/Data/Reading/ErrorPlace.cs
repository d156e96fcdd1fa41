namespace MetricsAsCode.Data.Reading;

/// <summary>A line of one of the files that a frame is read from, in the order of the rows.</summary>
/// <param name="File">The file, from 0.</param>
/// <param name="Line">The line or row, from 1; 0 when the whole file is meant.</param>
internal readonly record struct ErrorPlace(int File, int Line) : IComparable<ErrorPlace>
{
    public int CompareTo(ErrorPlace other) => File != other.File ? File.CompareTo(other.File) : Line.CompareTo(other.Line);

    /// <summary>A line of the only file.</summary>
    public static implicit operator ErrorPlace(int line) => new(0, line);
}
