using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

// 1. Every parameter is used.
// 2. A part that reads no rows and no column that are handed over is bound, with the other parameters unknown: whatever hangs on them is silent, all else is checked.
// 3. In the other parts functions and the number of their arguments are checked. Which columns the rows have, and what is of which type and unit, only a call tells.

/// <summary>Checks the body of a function where it is written, whether anything calls it or not.</summary>
internal sealed class DefineCheck
{
    private readonly DefineDeclaration declaration;
    private readonly Scope scope;
    private readonly HashSet<string> handedOver;

    private DefineCheck(DefineDeclaration declaration, Scope scope)
    {
        var unknown = ImmutableDictionary.CreateBuilder<string, Meaning>(StringComparer.Ordinal);
        foreach (var parameter in declaration.Parameters)
        {
            unknown[parameter.Name.Text] = Meaning.Error;
        }

        this.declaration = declaration;
        this.scope = scope with { Parameters = unknown.ToImmutable() };
        handedOver = [.. declaration.Parameters.Where(p => p.Kind.Text is not ("set" or "number" or "condition")).Select(p => p.Name.Text)];
    }

    public static void Run(DefineDeclaration declaration, Scope scope)
    {
        var check = new DefineCheck(declaration, scope);
        check.FindUnused();
        check.ReadNumber(declaration.Body);
    }

    private void FindUnused()
    {
        var used = new HashSet<string>(ExpressionPaths.All(declaration.Body).Select(p => p.First.Text), StringComparer.Ordinal);
        foreach (var parameter in declaration.Parameters.Where(p => !p.Name.IsMissing && !used.Contains(p.Name.Text)))
        {
            scope.Report(NameErrors.ParameterUnused(scope.At(parameter.Name), parameter.Name.Text, declaration.Name.Text));
        }
    }

    private bool IsOpen(ExpressionSyntax expression) => ExpressionPaths.All(expression).Any(p => handedOver.Contains(p.First.Text));

    /// <summary>What stands for a number, a set or rows.</summary>
    private void ReadNumber(ExpressionSyntax expression)
    {
        if (!IsOpen(expression))
        {
            NumberBinder.Bind(expression, scope);
            return;
        }

        switch (expression)
        {
            case CallExpression call:
                ReadCall(call);
                break;
            case WhereExpression where:
                ReadNumber(where.Operand);
                ReadRow(where.Condition);
                break;
            case BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } comparison:
                ReadUnlessWord(comparison.Left);
                ReadUnlessWord(comparison.Right);
                break;
            case InExpression { Choices: ListExpression } membership:
                ReadNumber(membership.Operand);
                break;
            default:
                ReadEach(ExpressionParts.Of(expression), ReadNumber);
                break;
        }
    }

    /// <summary>Opposite a text a bare word or a text may stand for a value.</summary>
    private void ReadUnlessWord(ExpressionSyntax expression)
    {
        if (expression is not (TextExpression or NameExpression { Path.Parts.Length: 1 }))
        {
            ReadNumber(expression);
        }
    }

    private void ReadCall(CallExpression call)
    {
        string name = call.Function.Text;
        bool isAggregate = Aggregates.IsAggregate(name);
        if (ScalarFunctions.Find(name) is { } function && !(isAggregate && call.Arguments.Length < 2))
        {
            Count(call, function.Least, function.Most, function.Form);
            ReadEach(call.Arguments.Select(a => a.Value), ReadNumber);
        }
        else if (isAggregate || name is "share" or "set" or "size")
        {
            int due = Aggregates.Find(name) is { HasParameter: true } ? 2 : 1;
            Count(call, due, due, Aggregates.FormOf(name));
            ReadAggregate(call, name);
        }
        else if (scope.Module.FindDefine(call.Function) is { } define && MetricCalls.Named(call, scope) is null)
        {
            Count(call, define.Kinds.Length, define.Kinds.Length, define.Form);
            ReadEach(call.Arguments.Zip(define.Kinds, (a, kind) => (a.Value, kind)).Where(a => a.kind != "condition").Select(a => a.Value), ReadNumber);
        }
        else if (MetricCalls.Named(call, scope) is null)
        {
            Calls.Unknown(call, scope);
        }
    }

    private void ReadAggregate(CallExpression call, string name)
    {
        bool isOfNumbers = name == "size" || call.Arguments.Any(a => a.Per is not null || a.Each is not null);
        foreach (var argument in call.Arguments.Take(1))
        {
            if (isOfNumbers)
            {
                ReadNumber(argument.Value);
            }
            else
            {
                ReadRow(argument.Value);
            }

            ReadEach(new[] { argument.Among }.OfType<ExpressionSyntax>(), ReadRow);
            ReadEach(new[] { argument.Per }.OfType<ExpressionSyntax>().Where(per => per is not NameExpression), ReadNumber);
        }
    }

    /// <summary>What stands for a value of a row: any name may be one of its columns.</summary>
    private void ReadRow(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case CallExpression call:
                ReadRowCall(call);
                break;
            case InExpression { Choices: ListExpression or RangeExpression } membership:
                ReadRow(membership.Operand);
                break;
            case InExpression membership:
                ReadRow(membership.Operand);
                ReadNumber(membership.Choices);
                break;
            default:
                ReadEach(ExpressionParts.Of(expression), ReadRow);
                break;
        }
    }

    private void ReadRowCall(CallExpression call)
    {
        if (RowNeighbours.IsOne(call.Function.Text))
        {
            Count(call, 1, 1, $"{call.Function.Text}(t by a, b)");
        }
        else if (RowCalls.Function(call, scope) is { } function)
        {
            Count(call, function.Least, function.Most, function.Form);
        }

        ReadEach(call.Arguments.Select(a => a.Value), ReadRow);
    }

    private void Count(CallExpression call, int least, int most, string form)
    {
        if (call.Arguments.Length < least || call.Arguments.Length > most)
        {
            scope.Report(TypeErrors.WrongArguments(scope.At(call), call.Function.Text, form));
        }
    }

    private static void ReadEach(IEnumerable<ExpressionSyntax> parts, Action<ExpressionSyntax> read)
    {
        foreach (var part in parts)
        {
            read(part);
        }
    }
}
