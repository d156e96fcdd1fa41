using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
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

    internal ColumnSymbol NewColumn(int id, RowDerived meaning)
    {
        string name = FormattableString.Invariant($"{Word}_{id}");
        while (Source.Columns.Any(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)))
            name += "_";
        return new ColumnSymbol(Source, name, meaning.Type, Source.Location) { Formula = Binding.Model.Printing.RowPrinter.Print(meaning) };
    }

    /// <summary>What puts rows at one instant in order: the key, or all columns where there is none, so that rows that still stand together are the same.</summary>
    public static IEnumerable<ColumnSymbol> OrderOf(SourceSymbol source) => source.Keys.Any() ? source.Keys : source.Columns;

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
