using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>MAC8xxx: templates of scorecards.</summary>
public static class TemplateErrors
{
    public static readonly DiagnosticDescriptor Unreadable = new(
        "MAC8001", Severity.Error, "A template cannot be read",
        "scorecard q3 for 2026-Q3 { template \"../../q3.hbs\" }", "scorecard q3 for 2026-Q3 { template \"q3.hbs\" }");

    public static readonly DiagnosticDescriptor NotClosed = new(
        "MAC8002", Severity.Error, "Something in a template is not closed",
        "{{#if product.goal}}Goal: {{product.goal}}", "{{#if product.goal}}Goal: {{product.goal}}{{/if}}");

    public static readonly DiagnosticDescriptor Unfit = new(
        "MAC8003", Severity.Error, "A tag of a template cannot be understood",
        "{{#each}}{{label}}{{/each}}", "{{#each overview}}{{label}}{{/each}}");

    public static readonly DiagnosticDescriptor Unsupported = new(
        "MAC8004", Severity.Error, "A template uses what templates do not have",
        "{{^product.goal}}no goal{{/product.goal}}", "{{#unless product.goal}}no goal{{/unless}}");

    public static readonly DiagnosticDescriptor NoField = new(
        "MAC8005", Severity.Error, "A template names a field that is not there",
        "{{#each overview}}{{lable}}{{/each}}", "{{#each overview}}{{label}}{{/each}}");

    public static readonly DiagnosticDescriptor NoMetric = new(
        "MAC8006", Severity.Error, "A template names a metric that is not there",
        "{{#with (metric \"revenu\")}}{{value.text}}{{/with}}", "{{#with (metric \"revenue\")}}{{value.text}}{{/with}}");

    public static readonly DiagnosticDescriptor NoHelper = new(
        "MAC8007", Severity.Error, "A template calls a helper or a block that is not there",
        "{{cel title}}", "{{cell title}}");

    public static readonly DiagnosticDescriptor NoPart = new(
        "MAC8008", Severity.Error, "A template uses a part that is not there",
        "{{> perriod}}", "{{> period}}");

    public static readonly DiagnosticDescriptor PartCycle = new(
        "MAC8009", Severity.Error, "A part of a template leads back to itself",
        "{{#*inline \"row\"}}{{label}} {{> row}}{{/inline}}", "{{#*inline \"row\"}}{{label}}{{/inline}}");

    public static readonly DiagnosticDescriptor WrongSort = new(
        "MAC8010", Severity.Error, "A name in a template stands for something else than is due",
        "{{#each overview}}{{score}}{{/each}}", "{{#each overview}}{{score.text}}{{/each}}");

    public static readonly DiagnosticDescriptor TooLarge = new(
        "MAC8011", Severity.Error, "A template is beyond all bounds",
        "{{#*inline \"a\"}}{{> b}}{{> b}}{{/inline}} // and so on, each twice the one before", "{{> overview}}");

    public static Diagnostic CannotRead(Location at, string file, string why, string remedy) =>
        Unreadable.At(at, $"The template `{file}` {why}. {remedy}.");

    public static Diagnostic Unclosed(Location at, string what, string end) =>
        NotClosed.At(at, $"The {what} that begins here is not closed. Write `{end}` behind it.");

    public static Diagnostic Malformed(Location at, string fact, string remedy) => Unfit.At(at, $"{fact}. {remedy}.");

    public static Diagnostic Glued(Location at) => Malformed(at, "Nothing separates this from what stands before it", "Write a blank between them");

    public static Diagnostic NotSupported(Location at, string what, string remedy) =>
        Unsupported.At(at, $"Templates do not have `{what}`. {remedy}.");

    /// <param name="at">The name's place.</param>
    /// <param name="owner">What it is looked for in, e.g. <c>a key result</c>.</param>
    /// <param name="name">The name as written.</param>
    /// <param name="fields">What there is.</param>
    /// <param name="further">How to write it if it belongs to what surrounds the block; null if it does not.</param>
    public static Diagnostic FieldUnknown(Location at, string owner, string name, IEnumerable<string> fields, string? further)
    {
        var known = fields.ToArray();
        string remedy = further is not null ? $" It belongs to what surrounds it: write `{further}`."
            : Suggestion.DidYouMean(name, known) is { Length: > 0 } near ? near
            : known.Length > 0 ? $" It has {NameErrors.Words(known)}." : " Write its name alone.";
        return NoField.At(at, $"{char.ToUpperInvariant(owner[0])}{owner.Substring(1)} has no `{name}`.{remedy}");
    }

    /// <summary><c>../</c> or <c>@first</c> where nothing surrounds it.</summary>
    public static Diagnostic NothingAround(Location at, string name, string why) => NoField.At(at, $"`{name}` means nothing here: {why}.");

    public static Diagnostic MetricUnknown(Location at, string module, string name, IEnumerable<string> metrics)
    {
        var known = metrics.ToArray();
        string remedy = Suggestion.DidYouMean(name, known) is { Length: > 0 } near ? near : known.Length > 0 ? $" It has {NameErrors.Words(known)}." : "";
        return NoMetric.At(at, $"`{module}` has no metric `{name}`.{remedy}");
    }

    public static Diagnostic HelperUnknown(Location at, string name, IEnumerable<string> helpers)
    {
        var known = helpers.ToArray();
        return NoHelper.At(at, $"There is no helper `{name}`.{(Suggestion.DidYouMean(name, known) is { Length: > 0 } near ? near : $" There are {NameErrors.Words(known)}.")}");
    }

    public static Diagnostic BlockUnknown(Location at, string name)
    {
        string[] known = ["each", "if", "unless", "with"];
        string remedy = Suggestion.DidYouMean(name, known) is { Length: > 0 } near ? near : " Write `#if`, `#unless`, `#each` or `#with` and what it is about.";
        return NoHelper.At(at, $"There is no block `#{name}`.{remedy}");
    }

    public static Diagnostic PartUnknown(Location at, string name, IEnumerable<string> parts)
    {
        var known = parts.ToArray();
        return NoPart.At(at, $"There is no part `{name}`.{(Suggestion.DidYouMean(name, known) is { Length: > 0 } near ? near : $" There are {NameErrors.Words(known)}.")}");
    }

    public static Diagnostic PartTwice(Location at, string name, bool isBuiltIn) =>
        Unfit.At(at, $"There is a part `{name}` already{(isBuiltIn ? ", which is built in" : "")}. Give this one another name.");

    /// <summary>A built-in part over something that it cannot show.</summary>
    public static Diagnostic PartUnfit(Location at, string part, string context, string lacks) =>
        WrongSort.At(at, $"The part `{part}` cannot show {context}, which has no `{lacks}`. Write behind its name what it is to show.");

    public static Diagnostic LeadsBack(Location at, IEnumerable<string> cycle) =>
        PartCycle.At(at, $"The part leads back to itself: {string.Join(" -> ", cycle.Select(n => $"`{n}`"))}. Use one of them without the other.");

    public static Diagnostic IsSomethingElse(Location at, string written, string isA, string remedy) =>
        WrongSort.At(at, $"`{written}` is {isA}. {remedy}.");

    public static Diagnostic WrongArguments(Location at, string helper, string form, bool isAlsoField) =>
        WrongSort.At(at, $"`{helper}` is a helper, written `{form}`.{(isAlsoField ? $" The field of that name is `this.{helper}`." : "")}");

    public static Diagnostic OutOfBounds(Location at, string fact, string remedy) => TooLarge.At(at, $"{fact}. {remedy}.");
}
