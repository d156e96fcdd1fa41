using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Scopes;
using MetricsAsCode.Calculation.States;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Evaluates formulas once the tables are read: one cell for each member of a scope. Equal formulas at one context are computed once.</summary>
internal sealed class CellEvaluator
{
    private readonly Dictionary<(Formula, Context), Cell[]> known = new(FormulaIdentity<Context>.Instance);
    private readonly IReadings readings;
    private readonly Clock clock;
    private readonly Leaves leaves;
    private readonly CellMath math;

    /// <param name="readings">What the leaves read.</param>
    /// <param name="clock">Where windows lead.</param>
    /// <param name="leaves">Finds leaves.</param>
    /// <param name="entities">Makes what computes the aggregates over entities.</param>
    public CellEvaluator(IReadings readings, Clock clock, Leaves leaves, Func<CellEvaluator, EntityEvaluator> entities)
    {
        (this.readings, this.clock, this.leaves) = (readings, clock, leaves);
        Groups = new GroupRows(readings);
        math = new CellMath(clock.Calendar);
        Aggregation = new CellAggregation(math);
        Entities = entities(this);
    }

    /// <summary>Aggregates over entities and units.</summary>
    public EntityEvaluator Entities { get; }

    public GroupRows Groups { get; }

    public CellAggregation Aggregation { get; }

    /// <summary>How many members a set is known to have; null when it has no stretch.</summary>
    public long[]? Sizes(SetFormula set, Context context) =>
        readings.Sizes(set, context).TryGet(out var sizes, out _) ? Array.ConvertAll(sizes, static size => size ?? 0) : null;

    public Cell[] Of(Formula formula, Context context)
    {
        if (!known.TryGetValue((formula, context), out var cells))
            known.Add((formula, context), cells = Compute(formula, context));
        return cells;
    }

    /// <summary>Whether the window leads to a stretch from the period at hand.</summary>
    public bool Reaches(WithinFormula within, Context context) => clock.Resolve(within.Window, context.Period).TryGet(out _, out _);

    /// <summary>One reading of an aggregate.</summary>
    public Cell[] Read(Aggregate aggregate, AggregateKind kind, Window window, Context context, double parameter = 0) =>
        clock.Resolve(window, context.Period).TryGet(out var stretch, out var none)
            ? readings.Read(aggregate, kind, parameter, stretch, context.Scope)
            : All(context, Cell.None(none));

    /// <summary>A reading as exact numbers, where it is at hand in that form.</summary>
    public ExactNumbers? ReadExact(ReadingFormula reading, Context context) =>
        clock.Resolve(reading.Window, context.Period).TryGet(out var stretch, out _) ? readings.ReadExact(reading.Aggregate, reading.Kind, stretch, context.Scope) : null;

    /// <summary>How many rows, known values or entities a reading rests on; null when its window has no stretch.</summary>
    public long[]? Count(Aggregate aggregate, Window window, Context context) =>
        clock.Resolve(window, context.Period).TryGet(out var stretch, out _) ? readings.Count(aggregate, stretch, context.Scope) : null;

    private Cell[] Compute(Formula formula, Context context) => formula switch
    {
        ConstantFormula f => All(context, Cell.Of(f.Value)),
        AsOfFormula => All(context, Cell.OfTimestamp(clock.AsOf.Microseconds)),
        ReadingFormula f => Reading(f, context),
        ShareFormula f => Share(f, context),
        SizeFormula f => Size(f, context),
        PerFormula f => Entities.Per(f, context).Cells,
        SharePerFormula f => Entities.SharePer(f, context).Cells,
        EachFormula f => Entities.Each(f, context).Cells,
        WithinFormula f => clock.Resolve(f.Window, context.Period).TryGet(out _, out var none) ? Of(f.Operand, context) : All(context, Cell.None(none)),
        LeftOutFormula f => Zip(f.Operand, f.Count, context, Judged),
        NegateFormula f => Map(Of(f.Operand, context), static (in Cell c) => CellMath.Negate(c)),
        NotFormula f => Map(Of(f.Operand, context), static (in Cell c) => c.HasValue ? Cell.Of(!c.IsTrue) : c),
        IsMissingFormula f => Map(Of(f.Operand, context), static (in Cell c) => Cell.Of(!c.HasValue)),
        InFormula f => In(f, context),
        ArithmeticFormula f => Zip(f.Left, f.Right, context, (in Cell a, in Cell b) => math.Apply(f.Operator, a, b)),
        CompareFormula f => Zip(f.Left, f.Right, context, (in Cell a, in Cell b) => Compare(f.Comparison, a, b)),
        LogicFormula f => Zip(f.Left, f.Right, context, (in Cell a, in Cell b) => Logic(f.IsOr, a, b)),
        IfFormula f => If(f, context),
        CallFormula f => Call(f, context),
        _ => throw new InvalidOperationException($"Unexpected formula {formula.GetType().Name}."),
    };

    // 0 of nothing is no value in a group of which the source has no row yet.
    private Cell[] Reading(ReadingFormula f, Context context)
    {
        var cells = Read(f.Aggregate, f.Kind, f.Window, context, f.Parameter);
        if (f.Kind is AggregateKind.Count or AggregateKind.Sum or AggregateKind.Distinct && Count(f.Aggregate, f.Window, context) is { } counts)
            WithoutGroupsToCome(cells, counts, leaves.All(f, context.Period), context.Scope);
        return cells;
    }

    private Cell[] Size(SizeFormula f, Context context)
    {
        if (!readings.Sizes(f.Set, context).TryGet(out var sizes, out var none))
            return All(context, Cell.None(none));
        var cells = Array.ConvertAll(sizes, static n => n is { } size ? Cell.Of(size) : Cell.None(Reason.Overflow));
        WithoutGroupsToCome(cells, Array.ConvertAll(sizes, static n => n ?? 0), leaves.All(f, context.Period), context.Scope);
        return cells;
    }

    private void WithoutGroupsToCome(Cell[] cells, long[] counts, IEnumerable<Leaf> read, Scope scope)
    {
        if (Groups.UpToTheEnd(read, scope) is not { } hasRows)
            return;
        for (var code = 0; code < cells.Length; code++)
        {
            if (cells[code].HasValue && counts[code] == 0 && !hasRows[code])
                cells[code] = Cell.None(Reason.NoRowsYet);
        }
    }

    private Cell[] Share(ShareFormula f, Context context)
    {
        var hits = Read(f.Hits, AggregateKind.Count, f.Window, context);
        var among = Read(f.Among, AggregateKind.Count, f.Window, context);
        return Zip(hits, among, ShareOf);
    }

    /// <summary>A share of nothing has no value.</summary>
    public Cell ShareOf(in Cell hits, in Cell among) =>
        hits.HasValue && among.HasValue && among.Exact.Sign == 0 ? Cell.None(Reason.NoRows) : math.Apply(ArithmeticOperator.Divide, hits, among);

    // Without rows, while some are left out: there will be some.
    private static Cell Judged(in Cell operand, in Cell leftOut) =>
        !operand.HasValue && (operand.Reason == Reason.NoRows || operand.Reason == Reason.DivisionByZero) && leftOut.HasValue && leftOut.Exact.Sign > 0
            ? Cell.None(Reason.Immature)
            : operand;

    private Cell[] In(InFormula f, Context context)
    {
        var choices = f.Choices.Select(Cell.Of).ToArray();
        return Map(Of(f.Operand, context), (in Cell c) => c.HasValue ? Cell.Of(IsIn(c, choices)) : c);
    }

    private bool IsIn(in Cell cell, Cell[] choices)
    {
        foreach (ref readonly var choice in choices.AsSpan())
        {
            if (math.Order(cell, choice) == 0)
                return true;
        }

        return false;
    }

    private Cell Compare(Comparison comparison, in Cell left, in Cell right)
    {
        if (!left.HasValue || !right.HasValue)
            return left.HasValue ? right : left;
        var order = math.Order(left, right);
        return Cell.Of(comparison switch
        {
            Comparison.Equal => order == 0,
            Comparison.NotEqual => order != 0,
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            Comparison.Greater => order > 0,
            Comparison.GreaterOrEqual => order >= 0,
            _ => throw new InvalidOperationException($"Unexpected comparison {comparison}."),
        });
    }

    // Kleene: the deciding value (true of or, false of and) decides whatever the other side is.
    private static Cell Logic(bool isOr, in Cell left, in Cell right)
    {
        if ((left.HasValue && left.IsTrue == isOr) || (right.HasValue && right.IsTrue == isOr))
            return Cell.Of(isOr);
        return !left.HasValue ? left : !right.HasValue ? right : Cell.Of(!isOr);
    }

    private Cell[] If(IfFormula f, Context context)
    {
        var (condition, then, otherwise) = (Of(f.Condition, context), Of(f.Then, context), Of(f.Otherwise, context));
        var cells = new Cell[condition.Length];
        for (var code = 0; code < cells.Length; code++)
            cells[code] = condition[code].IsTrue ? then[code] : otherwise[code];
        return cells;
    }

    private Cell[] Call(CallFormula f, Context context)
    {
        if (f.Function is NumberFunction.Contains or NumberFunction.StartsWith or NumberFunction.EndsWith)
            return Zip(f.Arguments[0], f.Arguments[1], context, (in Cell text, in Cell part) => !text.HasValue ? text : !part.HasValue ? part : CellMath.Call(f.Function, text, part));
        var arguments = f.Arguments.Select(a => Of(a, context)).ToArray();
        var cells = (Cell[])arguments[0].Clone();
        if (f.Function is not (NumberFunction.Coalesce or NumberFunction.Min or NumberFunction.Max))
            return Map(cells, (in Cell c) => c.HasValue ? math.Call(f.Function, c) : c);
        foreach (var more in arguments.AsSpan(1))
        {
            for (var code = 0; code < cells.Length; code++)
                cells[code] = Choose(f.Function, cells[code], more[code]);
        }

        return cells;
    }

    private Cell Choose(NumberFunction function, in Cell left, in Cell right)
    {
        if (function == NumberFunction.Coalesce)
            return left.HasValue || !right.HasValue ? left : right;
        if (!left.HasValue || !right.HasValue)
            return left.HasValue ? right : left;
        var order = math.Order(right, left);
        return function == NumberFunction.Min ? (order < 0 ? right : left) : order > 0 ? right : left;
    }

    private delegate Cell Unary(in Cell operand);

    private delegate Cell Binary(in Cell left, in Cell right);

    private static Cell[] Map(Cell[] operands, Unary function)
    {
        var cells = new Cell[operands.Length];
        for (var code = 0; code < cells.Length; code++)
            cells[code] = function(operands[code]);
        return cells;
    }

    private Cell[] Zip(Formula left, Formula right, Context context, Binary function) => Zip(Of(left, context), Of(right, context), function);

    private static Cell[] Zip(Cell[] left, Cell[] right, Binary function)
    {
        var cells = new Cell[left.Length];
        for (var code = 0; code < cells.Length; code++)
            cells[code] = function(left[code], right[code]);
        return cells;
    }

    private static Cell[] All(Context context, Cell cell)
    {
        var cells = new Cell[context.Scope.Count];
        Array.Fill(cells, cell);
        return cells;
    }
}
