using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>Turns a plan's number into a C# expression over the fields of the definition; a number that has a name is called by it.</summary>
internal sealed class FormulaEmitter(DefinitionFields fields, Func<PlanNumber, string?> named) : PlanNumberVisitor<Printed>
{
    /// <summary>The number's own expression, whether or not it has a name.</summary>
    public string Body(PlanNumber number) => base.Visit(number).Text;

    private new Printed Visit(PlanNumber number) => named(number) is { } name ? new Printed(name) : base.Visit(number);

    protected override Printed Constant(PlanConstant node) =>
        new($"Formula.Constant({(node.Unit.IsNumeric ? CSharpText.Decimal(node.Value) : Value(node.Literal))})");

    protected override Printed AsOf(PlanAsOf node) => new("Formula.AsOf");

    protected override Printed Reading(PlanReading node) =>
        new($"Formula.Read({fields.Aggregate(node.Aggregate)}, AggregateKind.{node.Kind}, {fields.Window(node.Steps)}{Parameter(node.Parameter)})");

    protected override Printed Share(PlanShare node) =>
        new($"Formula.Share({fields.Aggregate(node.Hits)}, {fields.Aggregate(node.Base)}, {fields.Window(node.Steps)})");

    protected override Printed Size(PlanSize node) => new($"Formula.Size({fields.Set(node.Set)})");

    protected override Printed Arithmetic(PlanArithmetic node) => OperatorText.Arithmetic(node.Operator, Visit(node.Left), Visit(node.Right));

    protected override Printed Negate(PlanNegate node) => OperatorText.Negate(Visit(node.Operand));

    protected override Printed Compare(PlanCompare node) =>
        new($"Formula.Compare({Visit(node.Left)}, Comparison.{node.Operator}, {Visit(node.Right)})");

    protected override Printed Logic(PlanLogic node) => new($"Formula.{(node.IsOr ? "Or" : "And")}({Visit(node.Left)}, {Visit(node.Right)})");

    protected override Printed Not(PlanNot node) => new($"Formula.Not({Visit(node.Operand)})");

    protected override Printed IsMissing(PlanIsMissing node) => new($"Formula.IsMissing({Visit(node.Operand)})");

    protected override Printed In(PlanIn node) => new($"Formula.In({Visit(node.Operand)}, [{string.Join(", ", node.Choices.Select(Value))}])");

    protected override Printed If(PlanIf node) => new($"Formula.If({Visit(node.Condition)}, {Visit(node.Then)}, {Visit(node.Else)})");

    protected override Printed Call(PlanCall node) =>
        new($"Formula.Call(NumberFunction.{node.Function}, [{string.Join(", ", node.Arguments.Select(Visit))}])");

    protected override Printed Per(PlanPer node) =>
        new($"Formula.Per(AggregateKind.{node.Kind}, {Visit(node.Operand)}, {fields.Key(node.Key)}{Parameter(node.Parameter)})");

    protected override Printed SharePer(PlanSharePer node) => new($"Formula.SharePer({Visit(node.Condition)}, {fields.Key(node.Key)})");

    protected override Printed Each(PlanEach node) => new(
        $"Formula.Each(AggregateKind.{node.Kind}, {Visit(node.Operand)}, Grain.{node.Grain}, {fields.Window(node.Steps)}{Parameter(node.Parameter)})");

    protected override Printed Within(PlanWithin node) => new($"Formula.Within({fields.Window(node.Steps)}, {Visit(node.Operand)})");

    protected override Printed LeftOut(PlanLeftOut node) => new($"Formula.LeftOut({Visit(node.Operand)}, {Visit(node.Count)})");

    private static string Parameter(decimal? parameter) => parameter is { } value ? $", {CSharpText.Double(value)}" : "";

    private static string Value(Literal literal) => literal.Kind switch
    {
        ScalarKind.Text => $"Value.Of({CSharpText.Quote(literal.Text ?? "")})",
        ScalarKind.Boolean => $"Value.Of({(literal.Number == 0 ? "false" : "true")})",
        ScalarKind.Date => $"Value.Of(DateOnly.FromDayNumber({CSharpText.Of((int)literal.Number + 719_162)}))",
        ScalarKind.Timestamp => $"Value.Of(new Instant({CSharpText.Long((long)literal.Number)}))",
        _ => $"Value.Of((Exact){CSharpText.Decimal(literal.Number)})",
    };
}
