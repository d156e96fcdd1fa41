using System.Collections.Immutable;
using System.Globalization;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Scorecards.Templating;

// 1. Every name is followed through the types of the scorecard's model, also where a value is missing today: what passes never fails on other data.
// 2. A part is checked as often as it is used, over what it is used for. It does not see what surrounds its use.
// 3. A mistake inside a built-in part is that of its use.
// 4. What is part of a mistake stands for anything, so that one slip is one finding.

/// <summary>Holds a template against the model of scorecards.</summary>
internal sealed class TemplateChecker
{
    private const int MostUses = 2_000;

    private readonly SourceText text;
    private readonly DiagnosticBag findings;
    private readonly IReadOnlyDictionary<string, HelperSignature> helpers;
    private readonly TemplateShape root;
    private readonly TemplateParts parts;
    private readonly List<PathStep> metrics = [];
    private readonly Stack<string> using_ = new();
    private int uses;

    private TemplateChecker(SourceText text, TemplateShape root, TemplateParts parts, IReadOnlyDictionary<string, HelperSignature> helpers, DiagnosticBag findings) =>
        (this.text, this.root, this.parts, this.helpers, this.findings) = (text, root, parts, helpers, findings);

    /// <summary>Reports what is wrong, and finds the metrics that are named, with the places of their names.</summary>
    internal static ImmutableArray<PathStep> Check(
        SourceText text, ImmutableArray<TemplateNode> nodes, Type model, IReadOnlyDictionary<string, HelperSignature> helpers, DiagnosticBag findings)
    {
        var root = TemplateShape.Of(model);
        var parts = TemplateParts.Of(text, nodes, findings);
        var checker = new TemplateChecker(text, root, parts, helpers, findings);
        checker.Walk(nodes, TemplateFrame.Outermost(root));
        foreach (var unused in parts.Unused)
            checker.Walk(unused.Body, TemplateFrame.Outermost(TemplateShape.Unknown));
        return [.. checker.metrics];
    }

    private void Walk(ImmutableArray<TemplateNode> nodes, TemplateFrame frame)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case WriteNode write:
                    Write(write, frame);
                    break;
                case BlockNode block:
                    Block(block, frame);
                    break;
                case UseNode use:
                    Use(use, frame);
                    break;
            }
        }
    }

    private void Write(WriteNode node, TemplateFrame frame)
    {
        if (node.Written is LiteralExpression literal)
        {
            findings.Add(TemplateErrors.IsSomethingElse(At(literal.Span), text.Slice(literal.Span), "written as it is", "Write it without braces"));
            return;
        }

        var shape = ShapeOf(node.Written, frame);
        if (Remedy(shape, text.Slice(node.Written.Span), node.Written is CallExpression) is { } remedy)
            findings.Add(TemplateErrors.IsSomethingElse(At(node.Written.Span), text.Slice(node.Written.Span), $"{shape.Words}, no text", remedy));
    }

    private static string? Remedy(TemplateShape shape, string written, bool isCall) => shape switch
    {
        TemplateShape.FieldsShape when isCall => $"Write `{{{{#with ({written})}}}}` and the fields that are meant",
        TemplateShape.FieldsShape { Fields: var fields } => $"Write one of its fields, e.g. `{(written is "this" or "." ? "" : written + ".")}{FirstText(fields)}`",
        TemplateShape.ListShape => $"Write `{{{{#each {written}}}}}`",
        TemplateShape.FlagShape => $"Write `{{{{#if {written}}}}}`",
        _ => null,
    };

    private static string FirstText(ImmutableSortedDictionary<string, TemplateShape> fields) => fields.ContainsKey("text") ? "text" : fields.ContainsKey("label") ? "label" : fields.First().Key;

    private void Block(BlockNode block, TemplateFrame frame)
    {
        var subject = ShapeOf(block.Subject, frame);
        var inside = block.Word switch
        {
            "each" => frame.Inside(ElementOf(block, subject), true, block.Names),
            "with" => frame.Inside(subject, false, block.Names),
            _ => frame,
        };
        Walk(block.Body, inside);
        Walk(block.Otherwise, frame);
    }

    private TemplateShape ElementOf(BlockNode block, TemplateShape subject)
    {
        if (subject is TemplateShape.ListShape list)
            return list.Element;
        if (subject is not TemplateShape.UnknownShape)
            findings.Add(TemplateErrors.IsSomethingElse(At(block.Subject.Span), text.Slice(block.Subject.Span), $"{subject.Words}, no list", $"Write `{{{{#with {text.Slice(block.Subject.Span)}}}}}`"));
        return TemplateShape.Unknown;
    }

    private void Use(UseNode use, TemplateFrame frame)
    {
        var context = use.Context is null ? frame.Context : ShapeOf(use.Context, frame);
        if (parts.Find(use.Part) is not { } part)
        {
            findings.Add(TemplateErrors.PartUnknown(At(use.Span), use.Part, parts.Names));
            return;
        }

        if (using_.Contains(use.Part))
        {
            findings.Add(TemplateErrors.LeadsBack(At(use.Span), using_.Reverse().SkipWhile(p => p != use.Part).Append(use.Part)));
            return;
        }

        if (++uses > MostUses)
        {
            if (uses == MostUses + 1)
                findings.Add(TemplateErrors.OutOfBounds(At(use.Span), $"Parts use each other more than {MostUses.ToString("N0", CultureInfo.InvariantCulture)} times in all", "Use fewer"));
            return;
        }

        using_.Push(use.Part);
        if (part.Text is null)
            Walk(part.Body, TemplateFrame.Outermost(context));
        else
            BuiltIn(use, part, context);
        using_.Pop();
    }

    private void BuiltIn(UseNode use, TemplatePart part, TemplateShape context)
    {
        if (context is TemplateShape.UnknownShape)
            return;
        var inside = new DiagnosticBag();
        var checker = new TemplateChecker(part.Text!, root, parts, helpers, inside);
        checker.using_.Push(use.Part);
        checker.Walk(part.Body, TemplateFrame.Outermost(context));
        if (inside.InOrder().FirstOrDefault() is { } first)
            findings.Add(TemplateErrors.PartUnfit(At(use.Span), use.Part, context.Words, first.Location.Text.Slice(first.Location.Span)));
    }

    private TemplateShape ShapeOf(TemplateExpression expression, TemplateFrame frame) => expression switch
    {
        CallExpression call => Call(call, frame),
        // A bare name is a helper's before it is a field's.
        PathExpression { Steps: [var only] } path when path.Written == only.Name && helpers.TryGetValue(only.Name, out var helper) && !helper.IsFieldWhenBare =>
            Call(new CallExpression(only.Name, only.Span, [], path.Span), frame),
        PathExpression path => Path(path, frame),
        LiteralExpression { IsText: true } => TemplateShape.Text,
        LiteralExpression { Value: "true" or "false" } => TemplateShape.Flag,
        LiteralExpression { Value: "null" or "undefined" } => TemplateShape.Unknown,
        LiteralExpression => TemplateShape.Number,
        _ => throw new InvalidOperationException($"Unexpected expression {expression}."),
    };

    private TemplateShape Path(PathExpression path, TemplateFrame frame)
    {
        var start = path.Data is { } data ? Data(path, data, frame) : frame.Outside(path.Ups)?.Context;
        if (start is null)
        {
            findings.Add(TemplateErrors.NothingAround(At(path.Span), path.Written, using_.Count > 0 ? "a part does not see what surrounds its use" : "no block surrounds it"));
            return TemplateShape.Unknown;
        }

        var steps = path.Steps;
        if (path is { Data: null, Ups: 0 } && steps.Length > 0 && frame.Names.TryGetValue(steps[0].Name, out var named))
            (start, steps) = (named, steps.RemoveAt(0));
        foreach (var step in steps)
            start = Step(start, step, ReferenceEquals(start, frame.Context) ? frame : null);
        return start;
    }

    private TemplateShape? Data(PathExpression path, string data, TemplateFrame frame)
    {
        switch (data)
        {
            case "root":
                return root;
            case "first" or "last" or "index" when frame.Context is TemplateShape.UnknownShape || frame.IsInEach:
                return data == "index" ? TemplateShape.Number : TemplateShape.Flag;
            case "first" or "last" or "index":
                findings.Add(TemplateErrors.NothingAround(At(path.Span), path.Written, "no `#each` surrounds it"));
                return TemplateShape.Unknown;
            default:
                findings.Add(TemplateErrors.FieldUnknown(At(path.Span), "a template", path.Written, ["@root", "@first", "@last", "@index"], null));
                return TemplateShape.Unknown;
        }
    }

    private TemplateShape Step(TemplateShape owner, PathStep step, TemplateFrame? frame)
    {
        if (owner is TemplateShape.UnknownShape)
            return owner;
        if (owner is TemplateShape.FieldsShape { Fields: var fields } && fields.TryGetValue(step.Name, out var field))
            return field;
        if (owner is TemplateShape.ListShape { Element: var element } && int.TryParse(step.Name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return element;
        IEnumerable<string> known = owner is TemplateShape.FieldsShape { Fields.Keys: var names } ? names : [];
        findings.Add(owner is TemplateShape.ListShape
            ? TemplateErrors.IsSomethingElse(At(step.Span), step.Name, "looked for in a list", "Write `{{#each …}}` over it")
            : TemplateErrors.FieldUnknown(At(step.Span), owner.Words, step.Name, known.Concat(frame?.Names.Keys ?? []), Further(frame, step.Name)));
        return TemplateShape.Unknown;
    }

    /// <summary>How a name is written that belongs to what surrounds the block.</summary>
    private static string? Further(TemplateFrame? frame, string name)
    {
        var ups = "";
        for (frame = frame?.Around; frame is not null; frame = frame.Around)
        {
            ups += "../";
            if (frame.Context is TemplateShape.FieldsShape { Fields: var fields } && fields.ContainsKey(name))
                return ups + name;
        }

        return null;
    }

    private static bool Has(TemplateFrame frame, string name) =>
        frame.Names.ContainsKey(name) || frame.Context is TemplateShape.UnknownShape || (frame.Context is TemplateShape.FieldsShape { Fields: var fields } && fields.ContainsKey(name));

    private TemplateShape Call(CallExpression call, TemplateFrame frame)
    {
        if (!helpers.TryGetValue(call.Helper, out var helper))
        {
            findings.Add(Has(frame, call.Helper)
                ? TemplateErrors.Malformed(At(call.Span), $"`{call.Helper}` is followed by something, but is no helper", "Write one thing in each tag")
                : TemplateErrors.HelperUnknown(At(call.HelperSpan), call.Helper, helpers.Keys.Order(StringComparer.Ordinal)));
            return TemplateShape.Unknown;
        }

        var shapes = call.Arguments.Select(a => ShapeOf(a, frame)).ToArray();
        if (shapes.Length != helper.Takes.Length)
        {
            findings.Add(TemplateErrors.WrongArguments(At(call.Span), helper.Name, helper.Form, call.Arguments.IsEmpty && Has(frame, helper.Name)));
            return helper.Gives;
        }

        for (var i = 0; i < shapes.Length; i++)
            Argument(helper, helper.Takes[i], call.Arguments[i], shapes[i]);
        return helper.Gives;
    }

    private void Argument(HelperSignature helper, HelperTakes takes, TemplateExpression argument, TemplateShape shape)
    {
        if (takes == HelperTakes.Metric && argument is LiteralExpression { IsText: true } name)
            metrics.Add(new PathStep(name.Value, name.Span));
        else if (!Takes(takes, shape))
            findings.Add(TemplateErrors.IsSomethingElse(At(argument.Span), text.Slice(argument.Span), shape.Words, $"`{helper.Name}` is written `{helper.Form}`{Offer(takes, argument, shape)}"));
    }

    private string Offer(HelperTakes takes, TemplateExpression argument, TemplateShape shape) =>
        shape is TemplateShape.FieldsShape { Fields: var fields } && argument is PathExpression path && fields.FirstOrDefault(f => Takes(takes, f.Value) && f.Key is "text" or "number" or "numbers" or "label").Key is { } field
            ? $": `{(path.Steps.IsEmpty ? "" : text.Slice(argument.Span) + ".")}{field}`"
            : "";

    private static bool Takes(HelperTakes takes, TemplateShape shape) => shape is TemplateShape.UnknownShape || takes switch
    {
        HelperTakes.Text => shape is TemplateShape.TextShape or TemplateShape.NumberShape,
        HelperTakes.Number => shape is TemplateShape.NumberShape,
        HelperTakes.Numbers => shape is TemplateShape.ListShape { Element: TemplateShape.NumberShape },
        HelperTakes.Metric => false,
        _ => throw new InvalidOperationException($"Unexpected kind of argument {takes}."),
    };

    private Location At(TextSpan span) => new(text, span);
}
