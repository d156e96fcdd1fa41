namespace MetricsAsCode.Data;

/// <summary>Data that breaks its contract or cannot be read. The message lists every kept error, one a line.</summary>
public sealed class DataException : Exception
{
    /// <summary>The first errors of a file, and how many there are in all.</summary>
    /// <param name="errors">At least one, in the order of the file.</param>
    /// <param name="totalErrors">How many there are with those not kept; null when all are kept.</param>
    /// <param name="inner">What the operating system said, if it did.</param>
    public DataException(IReadOnlyList<DataError> errors, long? totalErrors = null, Exception? inner = null)
        : base(Text(errors, totalErrors ?? errors.Count), inner)
    {
        Errors = errors;
        TotalErrors = totalErrors ?? errors.Count;
    }

    /// <summary>The first errors, in the order of the file.</summary>
    public IReadOnlyList<DataError> Errors { get; }

    /// <summary>How many errors there are, with those not kept.</summary>
    public long TotalErrors { get; }

    private static string Text(IReadOnlyList<DataError> errors, long total)
    {
        string kept = string.Join('\n', errors);
        return total == errors.Count ? kept : FormattableString.Invariant($"{kept}\nand {total - errors.Count} more");
    }
}
