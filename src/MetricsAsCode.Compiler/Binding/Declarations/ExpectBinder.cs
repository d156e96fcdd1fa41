using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>What a test expects of a metric, one of its groups, or a key result.</summary>
internal static class ExpectBinder
{
    private static readonly string[] Statuses = ["not started", "too early", "no data", "on track", "at risk", "off track", "achieved", "missed"];

    public static ExpectSymbol? Bind(ExpectSyntax expect, ImmutableArray<ObjectiveSymbol> objectives, Scope scope)
    {
        if (AspectOf(expect, scope) is not { } aspect)
        {
            return null;
        }

        expect = WithPart(expect, scope);

        var keyResult = KeyResultOf(expect.Subject, objectives);
        var metric = keyResult is null ? MetricOf(expect.Subject, objectives, scope) : null;
        if (keyResult is null && metric is null)
        {
            return null;
        }

        if (Unfit(expect, aspect, keyResult, metric, scope) is { } finding)
        {
            scope.Report(finding);
            return null;
        }

        var by = metric is null || expect.Member is null ? null : expect.By is null ? metric.By : MetricReferences.Dimension(expect.By, metric, scope);
        if (expect.Member is not null && by is null)
        {
            return null;
        }

        if (by is not null && !IsGroup(expect.Member!, by, scope))
        {
            return null;
        }

        string? group = expect.Member is null || IsMissing(expect.Member, by!) ? null : WordOf(expect.Member, scope);
        var symbol = new ExpectSymbol(metric, keyResult, by, group, aspect, expect.Value is null, null, null, null, scope.At(expect));
        return expect.Value is null ? symbol : WithValue(symbol, expect, scope);
    }

    /// <summary><c>expect mrr_movements [new] = …</c> is about the part.</summary>
    private static ExpectSyntax WithPart(ExpectSyntax expect, Scope scope) =>
        expect is { By: null, Member: NameExpression { Path: { Parts.Length: 1 } part } }
        && scope.Module.Find(expect.Subject, out int used) is NamedParts && used == expect.Subject.Parts.Length
            ? expect with { Subject = new PathSyntax([.. expect.Subject.Parts, part.First], expect.Subject.Span.To(part.Span)), Member = null }
            : expect;

    private static ExpectAspect? AspectOf(ExpectSyntax expect, Scope scope)
    {
        switch (expect.Aspect?.Text)
        {
            case null:
                return ExpectAspect.Value;
            case "score":
                return ExpectAspect.Score;
            case "status":
                return ExpectAspect.Status;
            case "target":
                return ExpectAspect.Target;
            case "caveat":
                return ExpectAspect.Caveat;
            case "response_rate":
                return ExpectAspect.ResponseRate;
            case "low":
                return ExpectAspect.Low;
            case "high":
                return ExpectAspect.High;
            default:
                scope.Report(NameErrors.WordUnknown(scope.At(expect.Aspect), expect.Aspect.Text, ["score", "status", "target", "caveat", "response_rate", "low", "high"]));
                return null;
        }
    }

    private static KeyResultSymbol? KeyResultOf(PathSyntax subject, ImmutableArray<ObjectiveSymbol> objectives) =>
        subject.Parts.Length == 2
            ? objectives.Where(o => o.Name == subject.First.Text).SelectMany(o => o.KeyResults).FirstOrDefault(k => k.Name == subject.Last.Text)
            : null;

    private static MetricSymbol? MetricOf(PathSyntax subject, ImmutableArray<ObjectiveSymbol> objectives, Scope scope)
    {
        if (subject.Parts.Length == 2 && objectives.FirstOrDefault(o => o.Name == subject.First.Text) is { } objective)
        {
            if (!objective.Unbound.Contains(subject.Last.Text))
            {
                scope.Report(NameErrors.NotDefined(scope.At(subject.Last), subject.Last.Text, objective.KeyResults.Select(k => k.Name)));
            }

            return null;
        }

        if (subject.Parts.Length == 1 && scope.Module.Find(subject, out _) is null && objectives.FirstOrDefault(o => o.Name == subject.Text) is { } whole)
        {
            scope.Report(TestErrors.DoesNotFit(
                scope.At(subject), $"`{subject.Text}` is an objective, and its key results are what is tested", $"Write e.g. `expect {subject.Text}.{whole.KeyResults.Select(k => k.Name).FirstOrDefault() ?? "KEY_RESULT"} score = 0.5`."));
            return null;
        }

        return MetricReferences.Find(subject, scope) is { Unit.IsError: false } metric ? metric : null;
    }

    /// <summary><c>[missing]</c> is the group of the rows whose column is missing, unless the column may hold that word; <c>["missing"]</c> is the text.</summary>
    private static bool IsMissing(ExpressionSyntax member, ColumnSymbol by) =>
        member is NameExpression { Path: { Parts.Length: 1, Text: "missing" } } && !by.Values.Contains("missing");

    /// <summary>Whether a closed column may hold the value that names the group; it is reported when not.</summary>
    private static bool IsGroup(ExpressionSyntax member, ColumnSymbol by, Scope scope)
    {
        string? word = member is TextExpression text ? text.Value : member is NameExpression { Path: { Parts.Length: 1 } path } ? path.Text : null;
        if (!by.IsClosed || word is null || IsMissing(member, by) || by.Values.Contains(word))
        {
            return true;
        }

        scope.Report(NameErrors.ValueUnknown(scope.At(member), by.ToString(), word, by.Values));
        return false;
    }

    private static Diagnostic? Unfit(ExpectSyntax expect, ExpectAspect aspect, KeyResultSymbol? keyResult, MetricSymbol? metric, Scope scope)
    {
        var at = scope.At(expect);
        string word = aspect.ToString().ToLowerInvariant();
        return aspect switch
        {
            ExpectAspect.Value or ExpectAspect.Caveat or ExpectAspect.ResponseRate or ExpectAspect.Low or ExpectAspect.High when keyResult is not null =>
                TestErrors.DoesNotFit(at, "A key result has a score, a status and a target", $"Write e.g. `expect {expect.Subject.Text} score = 0.5`."),
            ExpectAspect.Score or ExpectAspect.Status or ExpectAspect.Target when keyResult is null =>
                TestErrors.DoesNotFit(at, $"A metric has no {word}", $"Name a key result: `expect OBJECTIVE.KEY_RESULT {word} = …`."),
            ExpectAspect.ResponseRate when metric is not { Sample: not null } =>
                TestErrors.DoesNotFit(at, $"`{expect.Subject.Text}` reads no sample, so it has no response rate", "Declare `sample of ROWS via COLUMN` on its source."),
            ExpectAspect.Low or ExpectAspect.High when metric is not { Sample.IsProportion: true } =>
                TestErrors.DoesNotFit(at, $"`{expect.Subject.Text}` is no share of a sample, so there is no interval around it", "Name a metric that is."),
            ExpectAspect.Target when keyResult is { Target: AllNeeds } =>
                TestErrors.DoesNotFit(at, "A key result that is made of needs has no target of its own", $"Write e.g. `expect {expect.Subject.Text} score = 0.5`."),
            ExpectAspect.Status or ExpectAspect.Caveat when expect.Value is null || expect.Within is not null =>
                TestErrors.DoesNotFit(at, $"A {word} is a text", $"Write it out, e.g. `{word} {(aspect == ExpectAspect.Status ? "= \"on track\"" : "\"unfinished period\"")}`."),
            _ when expect.By is null && expect.Member is not null && metric?.By is not null => null,
            _ when expect.By is null != expect.Member is null =>
                TestErrors.DoesNotFit(at, "A group needs its dimension, and a dimension its group", $"Write `expect {expect.Subject.Text} by SOURCE.column [GROUP] = …`."),
            _ => null,
        };
    }

    private static ExpectSymbol? WithValue(ExpectSymbol symbol, ExpectSyntax expect, Scope scope)
    {
        var unit = symbol switch
        {
            { Aspect: ExpectAspect.ResponseRate } => Unit.Ratio,
            { KeyResult: null } => symbol.Metric!.Unit,
            { Aspect: ExpectAspect.Score } => Unit.Number,
            { KeyResult: { } result } => result.Metric?.Unit ?? Unit.Number,
        };
        bool isText = symbol.Aspect is ExpectAspect.Status or ExpectAspect.Caveat || unit.Kind == UnitKind.Text;
        return isText ? WithText(symbol, expect, scope) : WithNumber(symbol, expect, unit, scope);
    }

    private static ExpectSymbol? WithText(ExpectSymbol symbol, ExpectSyntax expect, Scope scope)
    {
        if (WordOf(expect.Value!, scope) is not { } text)
        {
            return null;
        }

        text = symbol.Aspect == ExpectAspect.Status ? text.Replace('_', ' ') : text;
        if (symbol.Aspect == ExpectAspect.Status && !Statuses.Contains(text))
        {
            scope.Report(NameErrors.WordUnknown(scope.At(expect.Value!), text, Statuses));
            return null;
        }

        return symbol with { Text = text };
    }

    private static ExpectSymbol? WithNumber(ExpectSymbol symbol, ExpectSyntax expect, Unit unit, Scope scope)
    {
        bool asShare = symbol.Aspect == ExpectAspect.Score && expect.Value is NumberExpression { Form: NumberForm.Percent };
        if (TargetBinder.LiteralOf(expect.Value!, asShare ? Unit.Ratio : unit, scope, found => OfAnotherUnit(expect.Value!, found, unit, scope), NotPlain) is not { } number)
        {
            return null;
        }

        return expect.Within is null ? symbol with { Number = number }
            : ToleranceOf(expect.Within, number, unit, scope) is { } tolerance ? symbol with { Number = number, Tolerance = tolerance }
            : null;
    }

    /// <summary><c>within 0.1%</c> is of the expected value, any other literal is of its unit.</summary>
    private static decimal? ToleranceOf(NumberExpression within, decimal expected, Unit unit, Scope scope) =>
        within.Form == NumberForm.Percent && Constants.Value(within) is { } share
            ? Math.Abs(expected) * share
            : TargetBinder.LiteralOf(within, unit, scope, found => OfAnotherUnit(within, found, unit, scope), NotPlain);

    private static Diagnostic NotPlain(Location at) =>
        TestErrors.DoesNotFit(at, "What is expected is one plain value", "Write it out, e.g. `4`, `60%`, `500 USD` or `3 hours`.");

    private static Diagnostic OfAnotherUnit(ExpressionSyntax written, Unit found, Unit due, Scope scope) =>
        TestErrors.OfAnotherUnit(scope.At(written), scope.Tree.Text.Slice(written.Span), found.InWords, due.InWords, TargetBinder.Offers(written, due));

    private static string? WordOf(ExpressionSyntax written, Scope scope)
    {
        switch (written)
        {
            case TextExpression text:
                return text.Value;
            case NameExpression { Path.Parts.Length: 1 } name:
                return name.Path.Text;
            case ErrorExpression:
                return null;
            case NumberExpression { Form: NumberForm.Plain } number:
                return number.Digits;
            case BooleanExpression boolean:
                return boolean.Value ? "true" : "false";
            default:
                scope.Report(TypeErrors.Expected(scope.At(written), "A word or a text in quotes", "something else"));
                return null;
        }
    }
}
