using System.Runtime.InteropServices;

namespace MetricsAsCode.Engines.DuckDb.Native;

/// <summary>A result as the library hands it over, by value in some calls: three numbers and three pointers, all of them its own affair.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
    public ulong ColumnCount, RowCount, RowsChanged;
    public nint Columns, ErrorMessage, Data;
}
