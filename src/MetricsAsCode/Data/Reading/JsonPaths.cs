using System.Text;
using System.Text.Json;

namespace MetricsAsCode.Data.Reading;

/// <summary>The properties of an object that are wanted: a column's slot, or what is wanted of the object in it.</summary>
internal sealed class JsonPaths
{
    private readonly List<JsonProperty> _properties = [];

    /// <summary>A name with dots is that property itself, or one inside an object; the whole name is looked for first.</summary>
    public static JsonPaths Of(IReadOnlyList<ColumnSchema> wanted)
    {
        var root = new JsonPaths();
        for (int slot = 0; slot < wanted.Count; slot++)
            root.Add(wanted[slot].FileName ?? wanted[slot].Name, slot);
        return root;
    }

    /// <summary>The wanted property whose name the reader stands at; null when it is none.</summary>
    public JsonProperty? Find(ref Utf8JsonReader json)
    {
        foreach (var property in _properties)
        {
            if (json.ValueTextEquals(property.Name))
                return property;
        }

        return null;
    }

    private void Add(string path, int slot)
    {
        _properties.Insert(0, new JsonProperty(Encoding.UTF8.GetBytes(path), slot, null));
        int dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || dot == path.Length - 1)
            return;
        byte[] outer = Encoding.UTF8.GetBytes(path[..dot]);
        var inner = _properties.FirstOrDefault(p => p.Inner is not null && p.Name.AsSpan().SequenceEqual(outer));
        if (inner is null)
            _properties.Add(inner = new JsonProperty(outer, -1, new JsonPaths()));
        inner.Inner!.Add(path[(dot + 1)..], slot);
    }
}

/// <summary>One wanted property.</summary>
/// <param name="Name">Its name in UTF-8.</param>
/// <param name="Slot">The column that it is the value of; -1 when it is an object that holds values.</param>
/// <param name="Inner">What is wanted inside it.</param>
internal sealed record JsonProperty(byte[] Name, int Slot, JsonPaths? Inner);
