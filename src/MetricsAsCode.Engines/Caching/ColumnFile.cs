using MetricsAsCode.Data;

namespace MetricsAsCode.Engines.Caching;

/// <summary>One column in a file, in the form in which it lies in memory: what is read needs no parsing.</summary>
internal static class ColumnFile
{
    private const int Wide = 8;

    public static void Write(Stream stream, Column column)
    {
        var file = new CheckedWriter(stream);
        file.Write(column.Length);
        file.Write(column.Known is null ? 0 : 1);
        if (column.Known is { } known)
            file.Write<ulong>(known.Words);
        WriteValues(file, column);
        file.Finish();
    }

    /// <summary>The column.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static Column Read(string path, ColumnSchema schema)
    {
        using var handle = File.OpenHandle(path);
        var file = new CheckedReader(handle);
        int length = file.Read<int>();
        var known = file.Read<int>() == 0 ? null : new Bitmap(file.Read<ulong>(Bitmap.WordsFor(length)), length);
        var column = ReadValues(file, schema, length, known);
        file.Finish();
        return column;
    }

    private static void WriteValues(CheckedWriter file, Column column)
    {
        switch (column)
        {
            case TextColumn texts:
                WritePacked(file, texts.Packed, texts.Codes.Wide);
                WriteTexts(file, texts.Texts);
                break;
            case ValueColumn<long> longs:
                WritePacked(file, longs.Packed, longs.Values.Wide);
                break;
            case ValueColumn<double> doubles:
                file.Write(doubles.Values.Wide);
                break;
            case ValueColumn<int> days:
                file.Write(days.Values.Wide);
                break;
            case ValueColumn<bool> truths:
                file.Write(truths.Values.Wide);
                break;
            default:
                throw new InvalidOperationException($"Column `{column.Name}` is {column.GetType().Name}, which is not kept.");
        }
    }

    private static Column ReadValues(CheckedReader file, ColumnSchema schema, int length, Bitmap? known) => schema.Type.Kind switch
    {
        ColumnKind.Text => ReadPacked(file, length) is { } codes
            ? new TextColumn(schema.Name, codes, ReadTexts(file), known)
            : new TextColumn(schema.Name, file.Read<int>(length), ReadTexts(file), known),
        ColumnKind.Number => new ValueColumn<double>(schema.Name, schema.Type, file.Read<double>(length), known),
        ColumnKind.Date => new ValueColumn<int>(schema.Name, schema.Type, file.Read<int>(length), known),
        ColumnKind.Boolean => new ValueColumn<bool>(schema.Name, schema.Type, file.Read<bool>(length), known),
        _ => ReadPacked(file, length) is { } numbers
            ? new ValueColumn<long>(schema.Name, schema.Type, numbers, known)
            : ValueColumn<long>.AsTheyAre(schema.Name, schema.Type, file.Read<long>(length), known),
    };

    private static void WritePacked<T>(CheckedWriter file, Packed? packed, ReadOnlySpan<T> wide)
        where T : unmanaged
    {
        file.Write(packed?.Width ?? Wide);
        if (packed is null)
        {
            file.Write(wide);
            return;
        }

        file.Write(packed.Start);
        file.Write(packed.Step);
        file.Write(packed.Last);
        switch (packed.Width)
        {
            case sizeof(byte):
                file.Write(packed.Bytes);
                break;
            case sizeof(ushort):
                file.Write(packed.Shorts);
                break;
            default:
                file.Write(packed.Ints);
                break;
        }
    }

    private static Packed? ReadPacked(CheckedReader file, int length)
    {
        int width = file.Read<int>();
        if (width == Wide)
            return null;
        var (start, step, last) = (file.Read<long>(), file.Read<long>(), file.Read<uint>());
        return width switch
        {
            sizeof(byte) => new Packed(start, step, last, file.Read<byte>(length)),
            sizeof(ushort) => new Packed(start, step, last, file.Read<ushort>(length)),
            sizeof(uint) => new Packed(start, step, last, file.Read<uint>(length)),
            _ => throw new InvalidDataException($"Numbers of {width} bytes are not kept."),
        };
    }

    private static void WriteTexts(CheckedWriter file, TextDictionary texts)
    {
        file.Write(texts.Count);
        for (int code = 0; code < texts.Count; code++)
            file.Write(texts.Utf8(code).Length);
        for (int code = 0; code < texts.Count; code++)
            file.Write(texts.Utf8(code));
    }

    private static TextDictionary ReadTexts(CheckedReader file)
    {
        int[] lengths = file.Read<int>(file.Read<int>());
        long all = lengths.Sum(static l => (long)l);
        var texts = new TextDictionary(lengths.Length, all);
        var bytes = file.Read<byte>(checked((int)all)).AsSpan();
        foreach (int length in lengths)
        {
            texts.Add(bytes[..length]);
            bytes = bytes[length..];
        }

        return texts.Count == lengths.Length ? texts : throw new InvalidDataException("A text stands twice in a dictionary.");
    }
}
