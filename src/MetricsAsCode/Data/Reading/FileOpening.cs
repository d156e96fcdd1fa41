namespace MetricsAsCode.Data.Reading;

/// <summary>Opens a file, or says in one sentence why it cannot be opened.</summary>
internal static class FileOpening
{
    public static FileStream Open(string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw Failed(path, "this is a directory, not a file.", null);
            return new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Failed(path, "the file does not exist.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Failed(path, "the file may not be read: permission is denied.", e);
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw Failed(path, $"the file cannot be opened: {e.Message}", e);
        }
    }

    public static DataException Failed(string path, string message, Exception? inner) => new([new DataError(path, 0, 0, null, null, message)], 1, inner);
}
