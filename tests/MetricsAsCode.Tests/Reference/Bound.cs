using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Reference;

/// <summary>Short names for nodes of the bound model that read like the language: <c>Sum(orders, amount).Over(Previous())</c>.</summary>
public static class Bound
{
    public static BoundRows Rows(this ModelBuilder model, string source) => new(model[source], []);

    public static BoundRows Where(this BoundRows rows, RowExpression condition) => rows.Then(new RowFilter(condition));

    public static BoundRows Dated(this BoundRows rows, RowColumn time) => rows.Then(new RowDated(time));

    public static BoundRows Over(this BoundRows rows, WindowStep window) => rows.Then(new RowWindow(window));

    public static RowLiteral Int(long value) => new(new Literal(ScalarKind.Integer, value), ScalarType.Integer);

    public static RowLiteral Dec(decimal value) => new(new Literal(ScalarKind.Decimal, value), ScalarType.Decimal(value.Scale));

    public static RowLiteral Text(string value) => new(new Literal(ScalarKind.Text, 0, value), ScalarType.Text);

    public static RowLiteral Truth(bool value) => new(new Literal(ScalarKind.Boolean, value ? 1 : 0), ScalarType.Boolean);

    public static RowLiteral Duration(long microseconds) => new(new Literal(ScalarKind.Duration, microseconds), ScalarType.Duration);

    public static RowCompare Is(this RowExpression left, Comparison comparison, RowExpression right) => new(comparison, left, right);

    public static RowCompare Eq(this RowExpression left, RowExpression right) => new(Comparison.Equal, left, right);

    public static RowArithmetic Times(this RowExpression left, RowExpression right, ScalarType type) => new(ArithmeticOperator.Multiply, left, right, type);

    public static RowArithmetic Minus(this RowExpression left, RowExpression right, ScalarType type) => new(ArithmeticOperator.Subtract, left, right, type);

    public static RowArithmetic DividedBy(this RowExpression left, RowExpression right) => new(ArithmeticOperator.Divide, left, right, ScalarType.Number);

    public static RowCall Call(ScalarFunction function, ScalarType type, params RowExpression[] arguments) => new(function, new(arguments), type);

    public static AggregateMeasure Count(BoundRows rows) => new(AggregateKind.Count, rows, null, null, Unit.Count);

    public static AggregateMeasure Of(AggregateKind kind, BoundRows rows, RowExpression value, decimal? parameter = null) =>
        new(kind, rows, value, parameter, kind is AggregateKind.Count or AggregateKind.Distinct ? Unit.Count : UnitOf(value.Type));

    public static AggregateMeasure Sum(BoundRows rows, RowExpression value) => Of(AggregateKind.Sum, rows, value);

    public static ShareMeasure Share(BoundRows among, RowExpression condition) => new(among, condition);

    public static MeasureLiteral Number(decimal value) => new(value, Unit.Number, IsBare: true);

    public static ArithmeticMeasure Plus(this Measure left, Measure right) => new(ArithmeticOperator.Add, left, right, left.Unit);

    public static ArithmeticMeasure Minus(this Measure left, Measure right) => new(ArithmeticOperator.Subtract, left, right, left.Unit);

    public static ArithmeticMeasure Times(this Measure left, Measure right) =>
        new(ArithmeticOperator.Multiply, left, right, left.Unit.Kind == UnitKind.Money ? left.Unit : right.Unit);

    public static ArithmeticMeasure Per(this Measure left, Measure right) => new(ArithmeticOperator.Divide, left, right, Unit.Ratio);

    public static CompareMeasure Is(this Measure left, Comparison comparison, Measure right) => new(comparison, left, right);

    public static CallMeasure Call(ScalarFunction function, params Measure[] arguments) => new(function, new(arguments), arguments[0].Unit);

    public static WindowMeasure Over(this Measure measure, WindowStep window) => new(measure, window);

    public static EveryMeasure Every(this Measure measure, Grain grain) => new(measure, grain);

    public static PerMeasure PerEach(AggregateKind kind, Measure measure, EntityKey key, decimal? parameter = null) => new(kind, measure, key, parameter, measure.Unit);

    public static EachMeasure Each(AggregateKind kind, Measure measure, Grain grain) => new(kind, measure, grain, null, measure.Unit);

    public static SetOfRows Set(BoundRows rows, RowColumn element) => new(rows, element);

    public static SetCombination Except(this EntitySet left, EntitySet right) => new(SetOperator.Except, left, right);

    public static SetCombination Intersect(this EntitySet left, EntitySet right) => new(SetOperator.Intersect, left, right);

    public static SetCombination Union(this EntitySet left, EntitySet right) => new(SetOperator.Union, left, right);

    public static SetWindow Over(this EntitySet set, WindowStep window) => new(set, window);

    public static SizeMeasure Size(EntitySet set) => new(set);

    /// <summary><c>per customer_id</c>: the column as each source of the measure sees it.</summary>
    public static ColumnKey ByColumn(this ModelBuilder model, params string[] paths) => new(EntityOf(model, paths), PathsOf(model, paths));

    /// <summary><c>per customers</c></summary>
    public static SourceKey BySource(this ModelBuilder model, string source, params string[] paths) =>
        new(model.Rows(source), model[source].Keys.Single(), PathsOf(model, paths));

    public static SetKey BySet(this ModelBuilder model, EntitySet set, params string[] paths) => new(set, PathsOf(model, paths));

    public static WindowStep Previous(int count = 1) => new(WindowForm.Previous, count);

    public static WindowStep Window(WindowForm form) => new(form);

    public static WindowStep Trailing(int count, Grain grain) => new(WindowForm.Trailing, count, grain);

    public static WindowStep ToDate(Grain grain) => new(WindowForm.ToDate, 1, grain);

    private static ColumnSymbol EntityOf(ModelBuilder model, string[] paths) => model.Column(paths[0]).Column.Entity;

    private static EquatableArray<KeyPath> PathsOf(ModelBuilder model, string[] paths) =>
        new([.. paths.Select(path => new KeyPath(model[path.Split('.')[0]], model.Column(path)))]);

    private static Unit UnitOf(ScalarType type) => type.Kind switch
    {
        ScalarKind.Money => Unit.Money(type.Currency!),
        ScalarKind.Duration => Unit.Duration,
        ScalarKind.Text => Unit.Text,
        ScalarKind.Date => Unit.Date,
        ScalarKind.Timestamp => Unit.Timestamp,
        ScalarKind.Boolean => Unit.Condition,
        _ => Unit.Number,
    };
}
