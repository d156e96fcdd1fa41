using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Emit.CSharp.Kernels;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>
/// The fields that a definition's formulas stand on: windows, filters, selections, aggregates. Each is written when it is first asked for,
/// after everything that it needs itself, since C# initializes static fields in the order in which they stand.
/// </summary>
internal sealed class DefinitionFields(Plan plan, NameScope names, CodeWriter writer, KernelEmitter kernels)
{
    private const int LongestName = 64;
    private readonly Dictionary<EquatableArray<PlanStep>, string> windows = [];
    private readonly Dictionary<int, string> filters = [];
    private readonly Dictionary<int, string> selections = [];
    private readonly Dictionary<int, string> aggregates = [];
    private readonly Dictionary<PlanChain, string> chains = [];
    private readonly PlanText texts = new(plan);
    private readonly RowValueCode values = new(new PlanText(plan), kernels);

    public string Window(EquatableArray<PlanStep> steps)
    {
        if (steps.IsEmpty)
            return WindowCode.Of(steps);
        if (!windows.TryGetValue(steps, out string? name))
        {
            windows.Add(steps, name = names.Claim(WindowCode.Name(steps), "Window"));
            writer.Line($"private static readonly Window {name} = {WindowCode.Of(steps)};");
        }

        return name;
    }

    public string Aggregate(int id)
    {
        if (aggregates.TryGetValue(id, out string? name))
            return name;
        var aggregate = plan.Aggregates[id];
        string rows = Selection(aggregate.Selection);
        string source = CSharpName.Pascal(plan.NameOf(plan.Selections[aggregate.Selection].Source));
        string words = aggregate.Value is { } taken ? RowWords.Of(taken, "Value") : "";
        string value = aggregate.Value is { } expression ? $", {values.Of(source + words, expression, aggregate.State, Tests(expression))}" : "";
        string kept = words + Kept(aggregate);
        aggregates.Add(id, name = names.Claim((rows.Length + kept.Length <= LongestName ? rows : source) + kept));
        writer.Line($"private static readonly Aggregate {name} = new({rows}, AggregateState.{aggregate.State}{value});");
        return name;
    }

    public string Selection(int id)
    {
        if (selections.TryGetValue(id, out string? name))
            return name;
        var selection = plan.Selections[id];
        string[] tested = [.. selection.Filters.Select(Filter)];
        string list = tested.Length == 0 ? "" : $", [{string.Join(", ", tested)}]";
        selections.Add(id, name = names.Claim(NameOf(selection)));
        string time = selection.Time is { } column ? Path(column) : "null";
        writer.Line($"private static readonly Selection {name} = new({CSharpText.Quote(plan.NameOf(selection.Source))}, {time}{list});");
        return name;
    }

    /// <summary>A column that is computed from other rows.</summary>
    public string Derived(PlanDerived derived)
    {
        string column = CSharpText.Quote(derived.Column.Name);
        string made = derived.Derivation switch
        {
            PlanNeighbour n =>
                $"new NeighbourColumn({column}, {Selection(n.Among)}, {Path(n.Time)}, [{Paths(n.By)}], {CSharpText.Of(n.IsNext ? n.Back : -n.Back)}, {Order(n.Source)})",
            PlanChainPart part => $"new ChainColumn({column}, {Chain(part.Chain)}, ChainPart.{part.Part}, {CSharpText.Of(part.Step)})",
            PlanReturned r =>
                $"new ReturnColumn({column}, {Selection(r.Starts)}, {Path(r.Starter)}, {Selection(r.Returns)}, {Path(r.Returner)}, Grain.{r.Unit}, {CSharpText.Of(r.From)}, {(r.To is { } to ? CSharpText.Of(to) : "null")})",
            PlanMature m => $"new MatureColumn({column}, {Selection(m.Rows)}, Grain.{m.Unit}, {CSharpText.Of(m.Offset)}, {(m.Begun ? "true" : "false")})",
            PlanAnswered a => $"new AnswerColumn({column}, {CSharpText.Quote(plan.NameOf(a.Source))}, {CSharpText.Quote(a.Key.Column.Name)}, {Selection(a.Answers)}, {CSharpText.Quote(a.Via.Column.Name)})",
            PlanSegment s => $"new SegmentColumn({column}, {Selection(s.Inside)}, {Selection(s.Outside)})",
            _ => throw Unexpected.Node(derived.Derivation),
        };
        string name = names.Claim(CSharpName.Pascal(derived.Column.Name), "Column");
        writer.Line($"// {CSharpText.Comment($"{plan.NameOf(derived.Derivation.Source)}: {derived.Column.Formula}")}");
        writer.Line($"private static readonly DerivedColumn {name} = {made};").Gap();
        return name;
    }

    public string Set(PlanSet set) => set switch
    {
        PlanSetReading reading => $"new SetReading({Aggregate(reading.Aggregate)}, {Window(reading.Steps)})",
        PlanSetCombination node => $"{Set(node.Left)}.{node.Operator}({Set(node.Right)})",
        _ => throw Unexpected.Node(set),
    };

    public string Key(PlanKey key)
    {
        string paths = string.Join(", ", key.Paths.Select(p => $"[{CSharpText.Quote(plan.NameOf(p.Source))}] = {Path(p.Column)}"));
        string dictionary = $"new Dictionary<string, ColumnPath> {{ {paths} }}";
        return key switch
        {
            PlanColumnKey => $"new ColumnKey({dictionary})",
            PlanSourceKey rows => $"new SourceKey({Selection(rows.Selection)}, {Window(rows.Steps)}, {dictionary})",
            PlanSetKey set => $"new SetKey({Set(set.Set)}, {dictionary})",
            _ => throw Unexpected.Node(key),
        };
    }

    public static string Path(RowColumn column) => column.Life is { } life ? $"ColumnPath.Life({CSharpText.Quote(life.From.Name)}, {CSharpText.Quote(life.To.Name)}, {(life.IsThrough ? "true" : "false")})"
        : column.References.IsEmpty ? $"new ColumnPath({CSharpText.Quote(column.Column.Name)})"
        : $"new ColumnPath({CSharpText.Quote(ReferencePath.Steps(column))}, {CSharpText.Quote(column.Column.Name)})";

    // Parts of one chain are computed together.
    private string Chain(PlanChain chain)
    {
        if (chains.TryGetValue(chain, out string? name))
            return name;
        string steps = string.Join(", ", chain.Steps.Select(s => $"new ChainStep({Selection(s.Selection)}, {Path(s.Entity)}, {Order(s.Source)})"));
        chains.Add(chain, name = names.Claim("Chain"));
        writer.Line($"private static readonly Chain {name} = new([{steps}], {CSharpText.Long(chain.Within)}, {(chain.CountsDays ? "true" : "false")});");
        return name;
    }

    private static string Paths(IEnumerable<RowColumn> columns) => string.Join(", ", columns.Select(Path));

    private static string Order(SourceSymbol source) => CSharpText.Quote(PlanDerivation.OrderOf(source).Select(c => c.Name));

    private string Filter(int id)
    {
        if (filters.TryGetValue(id, out string? name))
            return name;
        var filter = plan.Filters[id];
        string tests = Tests(filter.Condition);
        string source = plan.NameOf(filter.Source);
        string text = texts.Of(filter.Condition);
        filters.Add(id, name = names.Claim(CSharpName.Pascal(source) + RowWords.Of(filter.Condition, "Filter")));
        string kernel = kernels.Filter(name, $"{source} where {text}", filter.Condition);
        writer.Line($"private static readonly Filter {name} = new({CSharpText.Quote(text)}, Kernels.{kernel}{(tests.Length == 0 ? "" : $", [{tests}]")});");
        return name;
    }

    private string Tests(RowExpression expression) =>
        string.Join(", ", KernelEmitter.TestsOf(expression).Select(t => $"new SetTest({Path(t.Operand)}, {Set(t.Set)})"));

    private string NameOf(PlanSelection selection)
    {
        string source = CSharpName.Pascal(plan.NameOf(selection.Source));
        string conditions = string.Join("And", selection.Filters.Select(id => RowWords.Of(plan.Filters[id].Condition, "Filter" + CSharpText.Of(id))));
        string where = conditions.Length == 0 ? "" : conditions.Length <= 40 ? "Where" + conditions : "Selection" + CSharpText.Of(selection.Id);
        bool isOwnTime = selection.Time == ReferencePath.OfTime(selection.Source);
        if (selection.Time?.Life is not null)
            return source + where + "Living";
        return source + where + (isOwnTime || selection.Time is null ? "" : "Dated" + RowWords.Of(selection.Time, "Otherwise"));
    }

    private static string Kept(PlanAggregate aggregate) => aggregate.State switch
    {
        PlanState.Rows => "Count",
        PlanState.Sum => "Sum",
        PlanState.Extent => "Extent",
        PlanState.Values => "Values",
        PlanState.Distinct => aggregate.Value is RowColumn ? "Set" : "Distinct",
        PlanState.Ordered => "InOrder",
        _ => throw Unexpected.Value(aggregate.State),
    };
}
