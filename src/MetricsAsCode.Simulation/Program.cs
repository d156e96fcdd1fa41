using System.Globalization;

namespace MetricsAsCode.Simulation;

/// <summary>
/// <c>simulate MODULE --out FOLDER [--scale N] [--seed N]</c>: the data of a module's sources as CSV files.
/// The same module, scale and seed give the same bytes on every machine. Scale 1 is what the repository keeps; each table grows by the factor.
/// </summary>
internal static class Program
{
    private const int Usage = 2;

    private static int Main(string[] args)
    {
        if (args is [var name, .. var rest] && Simulations.Find(name) is { } write && Options(rest) is { Folder: { } folder } options)
        {
            write(new DataFolder(folder), options.Seed, options.Scale);
            return 0;
        }

        Console.Error.WriteLine($"usage: simulate {string.Join('|', Simulations.Names)} --out FOLDER [--scale 1] [--seed {Simulations.Seed}]");
        return Usage;
    }

    /// <summary>Null when a word is unknown, a number is none, or the scale is not positive.</summary>
    private static (string? Folder, int Scale, ulong Seed)? Options(ReadOnlySpan<string> words)
    {
        (string? Folder, int Scale, ulong Seed) options = (null, 1, Simulations.Seed);
        for (; words.Length > 0; words = words[2..])
        {
            switch (words)
            {
                case ["--out", var folder, ..]:
                    options.Folder = folder;
                    break;
                case ["--scale", var text, ..] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int scale) && scale > 0:
                    options.Scale = scale;
                    break;
                case ["--seed", var text, ..] when ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed):
                    options.Seed = seed;
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
