using System.Runtime.InteropServices;

namespace MetricsAsCode.Differential.Chdb;

/// <summary>The calls of libchdb that are used.</summary>
internal static unsafe partial class ChdbNative
{
    /// <summary>A pointer to a connection; null or to 0 when there is none.</summary>
    [LibraryImport(ChdbLibrary.Name, EntryPoint = "chdb_connect")]
    public static partial nint* Connect(int count, byte** arguments);

    [LibraryImport(ChdbLibrary.Name, EntryPoint = "chdb_query_n")]
    public static partial nint Query(nint connection, byte* sql, nuint length, byte* format, nuint formatLength);

    [LibraryImport(ChdbLibrary.Name, EntryPoint = "chdb_result_buffer")]
    public static partial byte* Buffer(nint result);

    [LibraryImport(ChdbLibrary.Name, EntryPoint = "chdb_result_length")]
    public static partial nuint Length(nint result);

    [LibraryImport(ChdbLibrary.Name, EntryPoint = "chdb_result_error")]
    public static partial nint Error(nint result);

    [LibraryImport(ChdbLibrary.Name, EntryPoint = "chdb_destroy_query_result")]
    public static partial void Destroy(nint result);

    /// <summary>Without this the library's handlers of signals stand in place of the runtime's.</summary>
    [LibraryImport(ChdbLibrary.Name, EntryPoint = "chdb_set_signal_handlers_enabled")]
    public static partial void EnableSignalHandlers(int enabled);
}
