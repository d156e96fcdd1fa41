using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Planning.Model;

/// <summary>A column that is computed once from other rows of the data and the as-of; expressions read <paramref name="Column"/> like a stored one.</summary>
public sealed record PlanDerived(int Id, ColumnSymbol Column, PlanDerivation Derivation)
{
    /// <summary>The ids of the computed columns of its own source that it reads.</summary>
    public IEnumerable<int> ReadsOf(Plan plan)
    {
        var filters = Derivation.Selections.SelectMany(s => plan.Selections[s].Filters).Distinct().Select(f => plan.Filters[f]);
        var read = filters.Where(f => ReferenceEquals(f.Source, Derivation.Source)).SelectMany(f => PlanRowParts.Columns(f.Condition)).Select(c => c.Column).ToList();
        return plan.Derived.Where(d => read.Contains(d.Column)).Select(d => d.Id);
    }
}

/// <summary>How a column of a source follows from rows.</summary>
public abstract record PlanDerivation(SourceSymbol Source)
{
    /// <summary>The rows that are looked at, whatever their period but not behind the as-of.</summary>
    public abstract IEnumerable<int> Selections { get; }

    /// <summary>The columns that it is computed from besides what the selections read, each with the source from which it is reached.</summary>
    public abstract IEnumerable<(SourceSymbol Source, RowColumn Column)> Inputs(IReadOnlyList<PlanSelection> selections);

    /// <summary>The start of the column's name.</summary>
    protected abstract string Word { get; }

    internal virtual ColumnSymbol NewColumn(int id, RowDerived meaning)
    {
        string name = FormattableString.Invariant($"{Word}_{id}");
        while (Source.Columns.Any(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)))
            name += "_";
        return new ColumnSymbol(Source, name, meaning.Type, Source.Location) { Formula = Binding.Model.Printing.RowPrinter.Print(meaning) };
    }

    /// <summary>
    /// What puts rows at one instant in order: the key, and all columns where there is none or several rows may have it, so that rows that still stand together are the same.
    /// </summary>
    public static IEnumerable<ColumnSymbol> OrderOf(SourceSymbol source) =>
        source.Keys.Any() && source.Lifetime is null ? source.Keys : source.Keys.Concat(source.Columns.Where(c => !c.IsKey));

    protected static IEnumerable<(SourceSymbol Source, RowColumn Column)> Order(SourceSymbol source) =>
        OrderOf(source).Select(c => (source, new RowColumn(default, c, c.Type)));
}

/// <summary>The time between a row and the one so many places before or behind it, among the rows of a selection with equal columns.</summary>
public sealed record PlanNeighbour(SourceSymbol Source, bool IsNext, RowColumn Time, EquatableArray<RowColumn> By, int Back, int Among) : PlanDerivation(Source)
{
    public override IEnumerable<int> Selections => [Among];

    public override IEnumerable<(SourceSymbol Source, RowColumn Column)> Inputs(IReadOnlyList<PlanSelection> selections) =>
        By.Prepend(Time).Select(c => (Source, c)).Concat(Order(Source));

    protected override string Word => IsNext ? "until_next" : "since_previous";
}

/// <summary>One step of a chain: its rows, whose entity each is, and when.</summary>
public sealed record PlanChainStep(int Selection, SourceSymbol Source, RowColumn Entity, RowColumn Time);

/// <summary>
/// Chains of rows: from each row of the first step, for each step the earliest row of the same entity at or after the one before that is not in the chain yet,
/// not later than the entry and <paramref name="Within"/> microseconds.
/// </summary>
public sealed record PlanChain(EquatableArray<PlanChainStep> Steps, long Within)
{
    /// <summary>Whether days are 24 hours long, as they are between dates; else times are instants.</summary>
    public bool CountsDays => Steps.All(s => s.Time.Type.Kind == ScalarKind.Date);
}

/// <summary>A part of the chain that begins with a row.</summary>
public sealed record PlanChainPart(PlanChain Chain, ChainPart Part, int Step) : PlanDerivation(Chain.Steps[0].Source)
{
    public override IEnumerable<int> Selections => Chain.Steps.Select(s => s.Selection);

    public override IEnumerable<(SourceSymbol Source, RowColumn Column)> Inputs(IReadOnlyList<PlanSelection> selections) =>
        Chain.Steps.SelectMany(s => Order(s.Source).Append((s.Source, s.Entity)).Append((s.Source, s.Time)));

    protected override string Word => Part switch
    {
        ChainPart.Depth => "depth",
        ChainPart.Elapsed => "elapsed",
        ChainPart.Mature => "closed",
        _ => throw Unexpected.Value(Part),
    };
}

/// <summary>Whether a starting row's entity has a returning row some units later; <paramref name="To"/> is null for no end.</summary>
public sealed record PlanReturned(int Starts, SourceSymbol Source, RowColumn Starter, int Returns, RowColumn Returner, Grain Unit, int From, int? To)
    : PlanDerivation(Source)
{
    public override IEnumerable<int> Selections => [Starts, Returns];

    public override IEnumerable<(SourceSymbol Source, RowColumn Column)> Inputs(IReadOnlyList<PlanSelection> selections) =>
        [(Source, Starter), (selections[Returns].Source, Returner)];

    protected override string Word => "returned";
}

/// <summary>Whether a unit after a row's time is over by the as-of, or has begun before it.</summary>
public sealed record PlanMature(SourceSymbol Source, int Rows, Grain Unit, int Offset, bool Begun) : PlanDerivation(Source)
{
    public override IEnumerable<int> Selections => [Rows];

    public override IEnumerable<(SourceSymbol Source, RowColumn Column)> Inputs(IReadOnlyList<PlanSelection> selections) => [];

    protected override string Word => "mature";
}

/// <summary>Whether a row has an answer among others: one with the same key.</summary>
public sealed record PlanAnswered(SourceSymbol Source, RowColumn Key, int Answers, RowColumn Via) : PlanDerivation(Source)
{
    public override IEnumerable<int> Selections => [Answers];

    public override IEnumerable<(SourceSymbol Source, RowColumn Column)> Inputs(IReadOnlyList<PlanSelection> selections) =>
        [(Source, Key), (selections[Answers].Source, Via)];

    protected override string Word => "answered";
}

/// <summary>Whether a row is of a segment: the rows where its condition holds, and those where it does not; the others are of neither.</summary>
public sealed record PlanSegment(SourceSymbol Source, ColumnSymbol Column, int Inside, int Outside) : PlanDerivation(Source)
{
    public override IEnumerable<int> Selections => [Inside, Outside];

    public override IEnumerable<(SourceSymbol Source, RowColumn Column)> Inputs(IReadOnlyList<PlanSelection> selections) => [];

    protected override string Word => Column.Name;

    internal override ColumnSymbol NewColumn(int id, RowDerived meaning) => Column;
}
