using Spectre.Console;

namespace MetricsAsCode.Cli.Terminal;

/// <summary>Rows in aligned columns: as wide as the terminal, or as wide as they are where nobody watches.</summary>
internal static class TableView
{
    private const int Unlimited = 100_000;

    public static void Print(ToolConsole console, IReadOnlyList<TableHeading> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading.Text, new Style(decoration: Decoration.Bold)))
            {
                Alignment = heading.IsNumber ? Justify.Right : Justify.Left,
                NoWrap = !heading.Wraps,
            });
        }

        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(Plain(cell))));
        Write(console, table);
    }

    private static void Write(ToolConsole console, Table table)
    {
        var buffer = new StringWriter { NewLine = "\n" };
        var ansi = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = console.ColoursOnOut ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = console.ColoursOnOut ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(buffer),
        });
        ansi.Profile.Width = console.OutIsTerminal ? console.Width : Unlimited;
        ansi.Profile.Capabilities.Unicode = true;
        ansi.Write(table);
        foreach (string line in buffer.ToString().Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0))
            console.Out.WriteLine(line);
    }

    /// <summary>A cell cannot break the table or steer the terminal.</summary>
    private static string Plain(string cell) => string.Concat(cell.Select(c => char.IsControl(c) ? ' ' : c));
}
