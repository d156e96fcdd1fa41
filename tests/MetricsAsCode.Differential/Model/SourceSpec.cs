using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
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

    /// <summary>The currency of money that is not in the product's; null for the product's.</summary>
    public string? Currency { get; init; }

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
        text.Append(Currency is null ? "" : $" {Currency}");
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

/// <summary>Where the rows of a source stand.</summary>
internal enum SourceForm
{
    Csv,

    /// <summary>JSON lines.</summary>
    Json,

    /// <summary>In the definitions.</summary>
    Table,
}

/// <summary>The columns between which a row lives.</summary>
internal sealed record LifetimeSpec(string From, string To, bool IsThrough)
{
    public override string ToString() => $"valid from {From} {(IsThrough ? "through" : "to")} {To}";
}

/// <summary>A source, its contract and its rows. A cell that is null is missing.</summary>
internal sealed record SourceSpec(string Name, ImmutableArray<ColumnSpec> Columns, ImmutableArray<ImmutableArray<string?>> Rows)
{
    /// <summary>The path of references along which the rows take their time.</summary>
    public string? BorrowedTime { get; init; }

    public SourceForm Form { get; init; }

    public LifetimeSpec? Lifetime { get; init; }

    /// <summary>Whether a row stands for a whole month.</summary>
    public bool IsMonthly { get; init; }

    /// <summary>The rows of which these are a sample, and the column that refers to them, as they are written; null when they are none.</summary>
    public string? SampleOf { get; init; }

    /// <summary>The source whose columns it takes over; null when it has its own.</summary>
    public string? Like { get; init; }

    public string FileName => Name + (Form == SourceForm.Json ? ".jsonl" : ".csv");

    /// <summary>Whether its rows can be read only at an instant, or dated.</summary>
    public bool IsState => Lifetime is not null && !IsDated;

    /// <summary>What the histogram says of it.</summary>
    public IEnumerable<string> Productions => new[]
    {
        Form == SourceForm.Csv ? null : $"source from {Form.ToString().ToLowerInvariant()}",
        Lifetime is null ? null : Lifetime.IsThrough ? "source valid from through" : "source valid from to",
        IsMonthly ? "source every month" : null,
        Like is null ? null : "source like",
        SampleOf is null ? null : $"source sample of{(SampleOf.Contains(" where ", StringComparison.Ordinal) ? " where" : "")}{(SampleOf.Contains(" dated ", StringComparison.Ordinal) ? " dated" : "")}",
        Columns.Any(c => c.IsKey) && OnlyKey is null ? "source with a compound key" : null,
    }.OfType<string>();

    public ColumnSpec? OnlyKey => Columns.Count(c => c.IsKey) == 1 ? Columns.Single(c => c.IsKey) : null;

    public bool IsDated => BorrowedTime is not null || Columns.Any(c => c.IsTime);

    public ColumnSpec Column(string name) => Columns.First(c => c.Name == name);

    public string Declaration()
    {
        var members = Columns.Select(c => c.ToString())
            .Concat(BorrowedTime is null ? [] : [$"time {BorrowedTime}"])
            .Concat(Lifetime is null ? [] : [Lifetime.ToString()])
            .Concat(IsMonthly ? ["every month"] : [])
            .Concat(SampleOf is null ? [] : [$"sample of {SampleOf}"]);
        string from = Form switch
        {
            SourceForm.Json => $"json \"{FileName}\"",
            SourceForm.Table => "table",
            _ => $"csv \"{FileName}\"",
        };
        if (Like is not null)
            return $"source {Name} like {Like} from {from}\n";
        return $"source {Name} from {from} {{\n{string.Concat(members.Select(m => $"  {m}\n"))}}}\n" + (Form == SourceForm.Table ? Table() : "");
    }

    /// <summary>The file; null when the rows stand in the definitions.</summary>
    public string? File() => Form switch
    {
        SourceForm.Json => Json(),
        SourceForm.Table => null,
        _ => Csv(),
    };

    // `| a | b |`, `""` for empty text, `\|` for a bar.
    private string Table()
    {
        var lines = Rows.Select(row => row.Select(cell => cell is null ? "" : cell.Length == 0 ? "\"\"" : cell.Replace("|", "\\|", StringComparison.Ordinal)));
        return string.Concat(lines.Prepend(Columns.Select(c => c.Name)).Select(line => $"  | {string.Join(" | ", line)} |\n"));
    }

    // Numbers stand as they are written, everything else as a string.
    private string Json()
    {
        static bool IsNumber(ColumnSpec column) => column.Kind is ScalarKind.Integer or ScalarKind.Number or ScalarKind.Decimal or ScalarKind.Money;
        var lines = Rows.Select(row => row.Select((cell, i) => cell is null ? null : $"{JsonSerializer.Serialize(Columns[i].Header)}: {(IsNumber(Columns[i]) ? cell : JsonSerializer.Serialize(cell))}"));
        return string.Concat(lines.Select(line => $"{{{string.Join(", ", line.OfType<string>())}}}\n"));
    }

    private string Csv()
    {
        var text = new StringBuilder(string.Join(',', Columns.Select(c => Texts.Cell(c.Header)))).Append('\n');
        foreach (var row in Rows)
            text.Append(string.Join(',', row.Select((cell, i) => cell is null ? "" : Columns[i].Kind == ScalarKind.Text ? Texts.Cell(cell) : cell))).Append('\n');
        return text.ToString();
    }
}
