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
    private static readonly TableHeading[] Headings =
        ["MODULE", "KIND", new("ID", Wraps: true), new("LABEL", Wraps: true), "UNIT", new("FORMULA", Wraps: true), new("PLACE", Wraps: true)];

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
            TableView.Print(tool.Console, Headings, declared.Select(Row));
        return ExitCode.Fine;
    }

    private static string[] Row(Declared d) =>
        [d.Module, d.Kind, d.Id, d.Label is { } label && label != d.Id ? label : "", d.Unit ?? "", d.Formula ?? "", string.Create(CultureInfo.InvariantCulture, $"{d.File}:{d.Line}")];

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
        json.WriteString("label", d.Label);
        json.WriteString("unit", d.Unit);
        json.WriteString("formula", d.Formula);
        json.WriteString("file", d.File);
        json.WriteNumber("line", d.Line);
        json.WriteEndObject();
    }
}
