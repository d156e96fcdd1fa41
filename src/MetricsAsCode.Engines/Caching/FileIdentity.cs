using System.Security.Cryptography;

namespace MetricsAsCode.Engines.Caching;

/// <summary>What tells the content of a file without reading all of it: where it is, its size, when it was last written, and some of its bytes.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Written">When it was last written.</param>
/// <param name="Samples">A hash of pieces of it from the beginning to the end.</param>
internal sealed record FileIdentity(string Path, long Length, DateTime Written, string Samples)
{
    private const int Pieces = 64;
    private const int PieceSize = 4096;

    // A file that is still being written may be written once more within what the clock of the file system tells apart.
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(2);

    /// <summary>Whether it was last written so long ago that a later change shows in the time.</summary>
    public bool IsSettled => DateTime.UtcNow - Written > Settles;

    /// <summary>The identity of a file of at least so many bytes; null for a smaller one, and for what is no ordinary file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FileIdentity? Of(string path, long least)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length < least || (file.Attributes & FileAttributes.Device) != 0)
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var handle = File.OpenHandle(path);
        var piece = new byte[PieceSize];
        for (int i = 0; i < Pieces; i++)
        {
            int read = RandomAccess.Read(handle, piece, (long)((Int128)(file.Length - 1) * i / (Pieces - 1)) / PieceSize * PieceSize);
            hash.AppendData(piece, 0, read);
        }

        return new FileIdentity(System.IO.Path.GetFullPath(path), file.Length, file.LastWriteTimeUtc, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
