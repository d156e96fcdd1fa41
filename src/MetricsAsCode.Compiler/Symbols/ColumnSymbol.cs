using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Symbols;

/// <summary>A column of a source. One instance per declaration and compilation, so it compares by identity.</summary>
public sealed class ColumnSymbol(SourceSymbol source, string name, ScalarType type, Location location)
{
    public SourceSymbol Source { get; } = source;

    public string Name { get; } = name;

    public ScalarType Type { get; } = type;

    public Location Location { get; } = location;

    public string? Description { get; internal set; }

    /// <summary>Its type could not be bound, which is reported; what uses it is silent.</summary>
    public bool IsError { get; internal set; }

    /// <summary>The formula of a column that a plan computes from other rows; null for a declared one.</summary>
    public string? Formula { get; internal init; }

    public bool IsKey { get; internal set; }

    public bool IsTime { get; internal set; }

    /// <summary>The source whose single key this column holds, if it is a reference.</summary>
    public SourceSymbol? References { get; internal set; }

    /// <summary>The only texts that may stand here, if the column is closed.</summary>
    public ImmutableArray<string> Values { get; internal set; } = [];

    /// <summary>The smallest and largest number that may stand here.</summary>
    public decimal? Low { get; internal set; }

    public decimal? High { get; internal set; }

    /// <summary>The name in the file, if it is another.</summary>
    public string? FileName { get; internal set; }

    /// <summary>The IANA zone of local times; null for UTC.</summary>
    public string? Zone { get; internal set; }

    public bool IsClosed => !Values.IsEmpty;

    /// <summary>The condition that a segment's column holds the truth of; null for any other column.</summary>
    public RowExpression? Condition { get; internal init; }

    /// <summary>What an entity of this column is: the key of the referenced source, or the column itself.</summary>
    public ColumnSymbol Entity => References?.Keys.FirstOrDefault() ?? this;

    public override string ToString() => $"{Source.Name}.{Name}";
}
