using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MetricsAsCode.Cli.Definitions;
using MetricsAsCode.Cli.Listing;
using MetricsAsCode.Cli.Terminal;

namespace MetricsAsCode.Cli.Verbs;

/// <summary><c>metrics list</c>: every declaration.</summary>
internal static class ListVerb
{
    private const int RoomForAll = 140;

    // A narrow terminal shows the first columns only; the others would make every row many lines long.
    private static readonly (TableHeading Heading, Func<Declared, string> Cell)[] Columns =
    [
        ("MODULE", d => d.Module),
        ("KIND", d => d.Kind),
        ("ID", d => d.Id),
        ("UNIT", d => d.Unit ?? ""),
        (new("FORMULA", Wraps: true), d => d.Formula ?? ""),
        (new("LABEL", Wraps: true), d => d.Label is { } label && label != d.Id ? label : ""),
        (new("PLACE", Wraps: true), d => string.Create(CultureInfo.InvariantCulture, $"{d.File}:{d.Line}")),
    ];

    public static Command Command(ToolContext tool)
    {
        var path = CommonOptions.Path();
        var format = CommonOptions.Format("table", "json");
        var verb = new VerbCommand(
            "list",
            "Lists every declaration with its formula, file and line.",
            "metrics list",
            "metrics list metrics-defs/northwind --format json")
        {
            path, format,
        };
        verb.SetAction(parsed => Run(tool, parsed.GetValue(path), parsed.GetValue(format)!));
        return verb;
    }

    private static int Run(ToolContext tool, string? path, string format)
    {
        var declared = DeclarationList.Of(tool.LoadSound(path));
        if (format == "json")
            tool.Console.Out.WriteLine(Json(declared));
        else
            PrintTable(tool.Console, declared);
        return ExitCode.Fine;
    }

    private static void PrintTable(ToolConsole console, IReadOnlyList<Declared> declared)
    {
        var columns = console.OutIsTerminal && console.Width < RoomForAll ? Columns[..^2] : Columns;
        TableView.Print(console, [.. columns.Select(c => c.Heading)], declared.Select(d => columns.Select(c => c.Cell(d)).ToArray()));
    }

    private static string Json(IReadOnlyList<Declared> declared) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var d in declared)
            Write(json, d);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Declared d)
    {
        json.WriteStartObject();
        json.WriteString("module", d.Module);
        json.WriteString("kind", d.Kind);
        json.WriteString("id", d.Id);
        json.WriteString("within", d.Within);
        json.WriteString("name", d.Name);
        json.WriteString("label", d.Label);
        json.WriteString("description", d.Description);
        json.WriteString("unit", d.Unit);
        json.WriteString("better", d.Better);
        json.WriteString("owner", d.Owner);
        json.WriteStartArray("tags");
        foreach (string tag in d.Tags)
            json.WriteStringValue(tag);
        json.WriteEndArray();
        json.WriteString("formula", d.Formula);
        json.WriteString("file", d.File);
        json.WriteNumber("line", d.Line);
        json.WriteEndObject();
    }
}
