using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>Targets: constants of the metric's unit that do not go against what is better.</summary>
internal static class TargetBinder
{
    /// <summary>The target; null when it is in error, which is reported.</summary>
    /// <param name="during">The objective's period, if it says one.</param>
    public static Target? Bind(TargetSyntax target, MetricSymbol metric, PeriodSyntax? during, Scope scope) => target switch
    {
        FromToTarget t => FromTo(t, metric, scope),
        ChangeTarget { Versus: { } versus } when during is not null && PeriodSpans.EndsBefore(versus, during, scope.Product.YearStartMonth) == false => NoBaseline(versus, during, scope),
        ChangeTarget t => Change(t, metric, scope),
        LevelTarget t => Level(t, metric, scope),
        BetweenTarget t => Between(t, metric, scope),
        DoneTarget => new Done(),
        _ => null,
    };

    private static Target? NoBaseline(PeriodSyntax versus, PeriodSyntax during, Scope scope)
    {
        scope.Report(ObjectiveErrors.IsNoBaseline(scope.At(versus), scope.Tree.Text.Slice(versus.Span), scope.Tree.Text.Slice(during.Span)));
        return null;
    }

    private static Target? FromTo(FromToTarget target, MetricSymbol metric, Scope scope)
    {
        var from = LevelOf(target.From, metric, scope);
        var to = LevelOf(target.To, metric, scope);
        if (from is null || to is null)
        {
            return null;
        }

        if (from == to)
        {
            scope.Report(ObjectiveErrors.StartsWhereItEnds(scope.At(target), scope.Tree.Text.Slice(target.From.Span)));
            return null;
        }

        return Agrees(metric, rises: to > from, target, scope) ? new FromTo(from.Value, to.Value) : null;
    }

    private static Target? Change(ChangeTarget target, MetricSymbol metric, Scope scope)
    {
        bool agrees = Agrees(metric, target.IsIncrease, target, scope);
        if (Step(target.By, metric, scope) is not var (by, isAbsolute))
        {
            return null;
        }

        if (by <= 0)
        {
            scope.Report(ObjectiveErrors.OutOfRange(scope.At(target.By), "A change", "what is above 0; turn it with `increase` or `decrease`"));
            return null;
        }

        if (!target.IsIncrease && !isAbsolute && by > 1)
        {
            scope.Report(ObjectiveErrors.OutOfRange(scope.At(target.By), "A decrease", "0% to 100%: what has fallen by 100% is 0"));
            return null;
        }

        return agrees ? new ChangeBy(target.IsIncrease, by, isAbsolute, target.Versus) : null;
    }

    /// <summary><c>20%</c> is relative; <c>5 points</c>, or a literal of the metric's unit, is absolute.</summary>
    private static (decimal By, bool IsAbsolute)? Step(ExpressionSyntax written, MetricSymbol metric, Scope scope)
    {
        if (written is NumberExpression { Form: NumberForm.Percent } percent && Constants.Value(percent) is { } share)
        {
            return (share, false);
        }

        var unit = metric.Unit;
        if (written is NumberExpression { Form: NumberForm.Plain } plain && !unit.IsError)
        {
            string offer = unit.Kind switch
            {
                UnitKind.Ratio => "5 points",
                UnitKind.Money => $"{plain.Digits} {unit.Currency}",
                UnitKind.Duration => $"{plain.Digits} hours",
                _ => "",
            };
            scope.Report(ObjectiveErrors.NeedsPercentOr(scope.At(written), plain.Digits, unit.InWords, offer));
            return null;
        }

        return LevelOf(written, metric, scope) is { } step ? (step, true) : null;
    }

    private static Target? Level(LevelTarget target, MetricSymbol metric, Scope scope)
    {
        if (LevelOf(target.Level, metric, scope) is not { } level)
        {
            return null;
        }

        if (target.Form == LevelForm.Reach && level <= 0)
        {
            scope.Report(ObjectiveErrors.OutOfRange(scope.At(target.Level), "A level to reach", "what is above 0"));
            return null;
        }

        return !Agrees(metric, target.Form != LevelForm.AtMost, target, scope) ? null
            : target.Form switch
            {
                LevelForm.AtLeast => new AtLeast(level),
                LevelForm.AtMost => new AtMost(level),
                LevelForm.Reach => new Reach(level),
                _ => throw new InvalidOperationException($"Unexpected form {target.Form}."),
            };
    }

    private static Target? Between(BetweenTarget target, MetricSymbol metric, Scope scope)
    {
        var low = LevelOf(target.Low, metric, scope);
        var high = LevelOf(target.High, metric, scope);
        if (low is null || high is null)
        {
            return null;
        }

        if (low >= high)
        {
            var text = scope.Tree.Text;
            scope.Report(ObjectiveErrors.UpsideDown(scope.At(target), text.Slice(target.Low.Span), text.Slice(target.High.Span)));
            return null;
        }

        return new Between(low.Value, high.Value);
    }

    private static decimal? LevelOf(ExpressionSyntax written, MetricSymbol metric, Scope scope)
    {
        var level = LiteralOf(written, metric.Unit, scope, found => ObjectiveErrors.OfAnotherUnit(
            scope.At(written), scope.Tree.Text.Slice(written.Span), found.InWords, metric.IsAnonymous ? "what is measured" : $"`{metric.Name}`", metric.Unit.InWords, Offers(written, metric.Unit)));
        if (level is not (< 0 or > 1) || !IsShare(metric.Body))
        {
            return level;
        }

        scope.Report(ObjectiveErrors.OutOfRange(scope.At(written), "A level of a share", "0% to 100%"));
        return null;
    }

    /// <summary>Whether a number is a part of a whole by its form, and so never below 0% or above 100%.</summary>
    private static bool IsShare(Measure measure) => measure switch
    {
        ShareMeasure or SharePerMeasure => true,
        WindowMeasure window => IsShare(window.Operand),
        EveryMeasure every => IsShare(every.Operand),
        LeftOutMeasure leftOut => IsShare(leftOut.Operand),
        MetricMeasure named => IsShare(named.Metric.Body),
        _ => false,
    };

    /// <summary>A constant of a unit; null when it is none, which is reported. A bare 0 fits every unit.</summary>
    /// <param name="mismatch">The finding for a constant of another unit.</param>
    /// <param name="notPlain">The finding for what is no constant; that of targets when there is none.</param>
    public static decimal? LiteralOf(ExpressionSyntax written, Unit unit, Scope scope, Func<Unit, Diagnostic> mismatch, Func<Location, Diagnostic>? notPlain = null)
    {
        if (written is ErrorExpression || NumberBinder.Bind(written, scope) is not NumberMeaning { Measure: var measure })
        {
            return null;
        }

        if (measure is not MeasureLiteral { Text: null } literal)
        {
            scope.Report((notPlain ?? ObjectiveErrors.MustBeConstant)(scope.At(written)));
            return null;
        }

        if (unit.IsError || unit == literal.Unit || UnitAlgebra.Common(literal, new MeasureLiteral(1, unit)) is not null)
        {
            return literal.Value;
        }

        scope.Report(literal.IsBare && unit.Kind is UnitKind.Ratio or UnitKind.Money or UnitKind.Duration
            ? NumberOperators.Mismatch(scope, written, "=", literal, Unsigned(written), new MeasureLiteral(1, unit), written)
            : mismatch(literal.Unit));
        return null;
    }

    /// <summary>The same digits in the unit that is due, as they would be written.</summary>
    public static string[] Offers(ExpressionSyntax written, Unit unit)
    {
        if (Unsigned(written) is not NumberExpression { Digits: var digits } || !unit.IsNumeric)
        {
            return [];
        }

        string sign = written is UnaryExpression ? "-" : "";
        return unit.Kind == UnitKind.Ratio
            ? [$"{sign}{digits}%", $"{sign}{digits} {(digits == "1" ? "point" : "points")}"]
            : [sign + NumberLiterals.Offer(digits, unit)];
    }

    private static ExpressionSyntax Unsigned(ExpressionSyntax written) => written is UnaryExpression { Operand: var operand } ? operand : written;

    private static bool Agrees(MetricSymbol metric, bool rises, TargetSyntax target, Scope scope)
    {
        bool agrees = metric.Better == Direction.None || rises == (metric.Better == Direction.Higher);
        if (!agrees)
        {
            scope.Report(ObjectiveErrors.AgainstBetter(scope.At(target), metric.Name, metric.Better.ToString().ToLowerInvariant(), rises ? "more" : "less"));
        }

        return agrees;
    }
}
