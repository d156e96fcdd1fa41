using MetricsAsCode.Calculation.Binding;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Finds what formulas rest on.</summary>
internal sealed class RestFinder(CellEvaluator cells)
{
    private readonly Dictionary<(Formula, Context), Rest> known = new(FormulaIdentity<Context>.Instance);
    private readonly Dictionary<Formula, bool> judging = new(ReferenceEqualityComparer.Instance);

    /// <summary>What a formula rests on; of a division the n is that of the denominator, if it has one.</summary>
    public Rest Of(Formula formula, Context context)
    {
        if (formula is WithinFormula within)
            return cells.Reaches(within, context) ? Of(within.Operand, context) : Leaf(null, context);
        if (formula is LeftOutFormula judged)
            return Of(judged.Operand, context);
        var rest = First(formula, context);
        return formula is ArithmeticFormula { Operator: ArithmeticOperator.Divide } division && First(division.Right, context).N is { } n
            ? rest with { N = n }
            : rest;
    }

    /// <summary>The parts of an outermost division, share or mean; null for other formulas.</summary>
    public (Cell[] Numerator, Cell[] Denominator)? PartsOf(Formula formula, Context context) => formula switch
    {
        ArithmeticFormula { Operator: ArithmeticOperator.Divide } f => (cells.Of(f.Left, context), cells.Of(f.Right, context)),
        ShareFormula f when cells.Count(f.Among, f.Window, context) is not null =>
            OfRows(cells.Read(f.Hits, AggregateKind.Count, f.Window, context), cells.Read(f.Among, AggregateKind.Count, f.Window, context)),
        ReadingFormula { Kind: AggregateKind.Avg } f when cells.Count(f.Aggregate, f.Window, context) is not null =>
            (cells.Read(f.Aggregate, AggregateKind.Sum, f.Window, context), cells.Read(f.Aggregate, AggregateKind.Count, f.Window, context)),
        PerFormula { Kind: AggregateKind.Avg } f => Parts(cells.Entities.Per(f, context)),
        SharePerFormula f => Parts(cells.Entities.SharePer(f, context)),
        LeftOutFormula f => PartsOf(f.Operand, context),
        WithinFormula f when cells.Reaches(f, context) => PartsOf(f.Operand, context),
        _ => null,
    };

    // Of rows that are not known there are no hits either.
    private static (Cell[] Numerator, Cell[] Denominator) OfRows(Cell[] hits, Cell[] among) =>
        ([.. hits.Zip(among, static (hit, all) => all.HasValue ? hit : all)], among);

    /// <summary>How many rows cannot be judged yet, for each count of them outside of numbers per entity or unit, in reading order.</summary>
    public IEnumerable<Cell[]> Immature(Formula formula, Context context) => formula switch
    {
        PerFormula or SharePerFormula or EachFormula => [],
        _ when !Judges(formula) => [],
        WithinFormula f when !cells.Reaches(f, context) => [],
        LeftOutFormula f => Immature(f.Operand, context).Append(cells.Of(f.Count, context)),
        _ => formula.Operands().SelectMany(operand => Immature(operand, context)),
    };

    private bool Judges(Formula formula)
    {
        if (!judging.TryGetValue(formula, out var judges))
            judging.Add(formula, judges = formula is LeftOutFormula || formula.Operands().Any(Judges));
        return judges;
    }

    private Rest First(Formula formula, Context context)
    {
        if (!known.TryGetValue((formula, context), out var rest))
            known.Add((formula, context), rest = Find(formula, context));
        return rest;
    }

    private Rest Find(Formula formula, Context context) => formula switch
    {
        ReadingFormula f => Leaf(cells.Count(f.Aggregate, f.Window, context), context),
        ShareFormula f => Leaf(cells.Count(f.Among, f.Window, context), context),
        SizeFormula f => Leaf(cells.Sizes(f.Set, context), context),
        PerFormula f => Entities(cells.Entities.Per(f, context)),
        SharePerFormula f => Entities(cells.Entities.SharePer(f, context)),
        EachFormula f => Entities(cells.Entities.Each(f, context)),
        LeftOutFormula f => First(f.Operand, context),
        WithinFormula f when !cells.Reaches(f, context) => Leaf(null, context),
        _ => formula.Operands().Select(operand => First(operand, context)).Aggregate(Leaf(null, context), Join),
    };

    private static Rest Leaf(long[]? n, Context context) => new(n, new long[context.Scope.Count]);

    private static Rest Entities(PerResult result) => new(result.N, result.LeftOut);

    private static Rest Join(Rest left, Rest right)
    {
        var leftOut = (long[])left.LeftOut.Clone();
        for (var code = 0; code < leftOut.Length; code++)
            leftOut[code] += right.LeftOut[code];
        return new Rest(left.N ?? right.N, leftOut);
    }

    private static (Cell[] Numerator, Cell[] Denominator)? Parts(PerResult result) =>
        result is { Numerator: { } numerator, Denominator: { } denominator } ? (numerator, denominator) : null;
}
