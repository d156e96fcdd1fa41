using System.Runtime.InteropServices;

namespace MetricsAsCode.Engines.DuckDb.Native;

/// <summary>Loads the C library once for the process, from the first of the places where it may lie.</summary>
internal static class DuckDbLibrary
{
    /// <summary>The name the calls know it by.</summary>
    public const string Name = "duckdb";

    private static readonly Lock Loading = new();
    private static nint _library;

    /// <summary>Must come before any call of <see cref="DuckDbNative"/>.</summary>
    /// <exception cref="DuckDbMissingException">It lies nowhere, or is none for this machine.</exception>
    public static void Load()
    {
        if (_library != 0)
            return;
        lock (Loading)
        {
            if (_library != 0)
                return;
            var library = LibraryPlaces.OfThisProcess().Load();
            NativeLibrary.SetDllImportResolver(typeof(DuckDbLibrary).Assembly, (name, _, _) => name == Name ? library : 0);
            _library = library;
        }
    }
}
