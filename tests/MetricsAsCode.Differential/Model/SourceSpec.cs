using System.Collections.Immutable;
using System.Text;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Differential.Model;

/// <summary>A column of a source: its declaration, and what its cells are drawn from.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">The type.</param>
internal sealed record ColumnSpec(string Name, ScalarKind Kind)
{
    public int? Scale { get; init; }

    public bool IsOptional { get; init; }

    public bool IsKey { get; init; }

    public bool IsTime { get; init; }

    /// <summary>The source whose key the values name.</summary>
    public string? References { get; init; }

    public string? Zone { get; init; }

    /// <summary>The name in the file, where it is another.</summary>
    public string? FileName { get; init; }

    /// <summary>The values of closed text; none when it is open.</summary>
    public ImmutableArray<string> Closed { get; init; } = [];

    /// <summary>Bounds as the declaration writes them, e.g. <c>1..5</c>.</summary>
    public (int Low, int High)? Range { get; init; }

    public string Header => FileName ?? Name;

    public override string ToString()
    {
        var text = new StringBuilder(Name).Append(' ');
        text.Append(Kind == ScalarKind.Decimal || (Kind == ScalarKind.Money && Scale is not null) ? $"{Word}({Scale})" : Word);
        text.Append(IsOptional ? "?" : "");
        text.Append(IsKey ? " key" : "");
        text.Append(References is null ? "" : $" -> {References}");
        text.Append(IsTime ? " time" : "");
        text.Append(Zone is null ? "" : $" zone \"{Zone}\"");
        text.Append(Closed.IsEmpty ? "" : $" in [{string.Join(", ", Closed.Select(Texts.Quote))}]");
        text.Append(Range is { } range ? $" in {range.Low}..{range.High}" : "");
        text.Append(FileName is null ? "" : $" from {Texts.Quote(FileName)}");
        return text.ToString();
    }

    private string Word => Kind.ToString().ToLowerInvariant();
}

/// <summary>A source, its contract and its rows. A cell that is null is missing.</summary>
internal sealed record SourceSpec(string Name, ImmutableArray<ColumnSpec> Columns, ImmutableArray<ImmutableArray<string?>> Rows)
{
    /// <summary>The path of references along which the rows take their time.</summary>
    public string? BorrowedTime { get; init; }

    public string FileName => Name + ".csv";

    public ColumnSpec? OnlyKey => Columns.Count(c => c.IsKey) == 1 ? Columns.Single(c => c.IsKey) : null;

    public bool IsDated => BorrowedTime is not null || Columns.Any(c => c.IsTime);

    public ColumnSpec Column(string name) => Columns.First(c => c.Name == name);

    public string Declaration()
    {
        var members = Columns.Select(c => c.ToString()).Concat(BorrowedTime is null ? [] : [$"time {BorrowedTime}"]);
        return $"source {Name} from csv \"{FileName}\" {{\n{string.Concat(members.Select(m => $"  {m}\n"))}}}\n";
    }

    public string Csv()
    {
        var text = new StringBuilder(string.Join(',', Columns.Select(c => Texts.Cell(c.Header)))).Append('\n');
        foreach (var row in Rows)
            text.Append(string.Join(',', row.Select((cell, i) => cell is null ? "" : Columns[i].Kind == ScalarKind.Text ? Texts.Cell(cell) : cell))).Append('\n');
        return text.ToString();
    }
}
