using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Tests.Syntax;

/// <summary>Writes an expression with brackets around every node that has parts, so that a test can read its shape: <c>(a + (b * c))</c>. Parentheses as written are <c>{…}</c>.</summary>
internal static class Written
{
    private static readonly Dictionary<BinaryOperator, string> Signs = new()
    {
        [BinaryOperator.Or] = "or",
        [BinaryOperator.And] = "and",
        [BinaryOperator.Equal] = "=",
        [BinaryOperator.NotEqual] = "!=",
        [BinaryOperator.Less] = "<",
        [BinaryOperator.LessOrEqual] = "<=",
        [BinaryOperator.Greater] = ">",
        [BinaryOperator.GreaterOrEqual] = ">=",
        [BinaryOperator.Union] = "union",
        [BinaryOperator.Except] = "except",
        [BinaryOperator.Intersect] = "intersect",
        [BinaryOperator.Add] = "+",
        [BinaryOperator.Subtract] = "-",
        [BinaryOperator.Multiply] = "*",
        [BinaryOperator.Divide] = "/",
    };

    public static string Of(ExpressionSyntax node) => node switch
    {
        NameExpression name => name.Path.Text,
        NumberExpression number => Number(number),
        TextExpression text => $"\"{text.Value}\"",
        BooleanExpression boolean => boolean.Value ? "true" : "false",
        PeriodExpression period => Of(period.Period),
        ParenthesizedExpression parentheses => $"{{{Of(parentheses.Inner)}}}",
        ColumnOfExpression column => $"{Of(column.Rows)}.{column.Column.Text}",
        UnaryExpression unary => $"({(unary.Operator == UnaryOperator.Not ? "not" : "-")} {Of(unary.Operand)})",
        BinaryExpression binary => $"({Of(binary.Left)} {Signs[binary.Operator]} {Of(binary.Right)})",
        ListExpression list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        RangeExpression range => $"{Of(range.Low)}..{Of(range.High)}",
        InExpression @in => $"({Of(@in.Operand)} {(@in.IsNegated ? "not in" : "in")} {Of(@in.Choices)})",
        IsExpression @is => $"({Of(@is.Operand)} is {(@is.Missing ? "missing" : "known")})",
        IfExpression @if => $"(if {Of(@if.Condition)} then {Of(@if.Then)} else {Of(@if.Else)})",
        CallExpression call => $"{call.Function.Text}({string.Join(", ", call.Arguments.Select(Of))})",
        WhereExpression where => $"({Of(where.Operand)} where {Of(where.Condition)})",
        DatedExpression dated => $"({Of(dated.Operand)} dated {dated.Time.Text})",
        WindowExpression window => $"({Of(window.Operand)} over {Of(window.Window)})",
        _ => throw new InvalidOperationException($"No way to write {node.GetType().Name}."),
    };

    public static string Of(PeriodSyntax period) => period switch
    {
        UnitPeriod unit => $"<{(unit.IsFiscal ? "fiscal " : "")}{unit.Grain} {unit.Year}/{unit.Number}>",
        RangePeriod range => $"{Of(range.First)}..{Of(range.Last)}",
        RelativePeriod relative => $"<{relative.Grain} {relative.Offset}>",
        _ => throw new InvalidOperationException($"No way to write {period.GetType().Name}."),
    };

    private static string Of(WindowSyntax window) =>
        window.Form + (window.Count == 1 ? "" : $" {window.Count}") + (window.Grain is null ? "" : $" {window.Grain.Grain}");

    private static string Of(ArgumentSyntax argument) =>
        Of(argument.Value)
        + (argument.Among is null ? "" : $" among {Of(argument.Among)}")
        + (argument.Per is null ? "" : $" per {Of(argument.Per)}")
        + (argument.Each is null ? "" : $" each {argument.Each.Grain}")
        + (argument.By.IsEmpty ? "" : $" by {string.Join("+", argument.By.Select(b => b.Text))}")
        + (argument.Back is null ? "" : $" back {argument.Back.Digits}");

    private static string Number(NumberExpression number) => number.Form switch
    {
        NumberForm.Plain => number.Digits,
        NumberForm.Percent => number.Digits + "%",
        NumberForm.Points => number.Digits + "pt",
        NumberForm.Per => $"{number.Digits}/{number.Unit}",
        _ => $"{number.Digits}'{number.Unit}",
    };
}
