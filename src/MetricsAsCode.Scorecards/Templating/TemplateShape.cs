using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace MetricsAsCode.Scorecards.Templating;

// Names begin with a small letter, as templates write them. The shape of a model is that of its type: a value that is missing today has its names all the same.

/// <summary>What a name in a template stands for.</summary>
internal abstract record TemplateShape
{
    internal static readonly TemplateShape Text = new TextShape();
    internal static readonly TemplateShape Number = new NumberShape();
    internal static readonly TemplateShape Flag = new FlagShape();

    /// <summary>Stands for anything: after a mistake, so that it is not reported twice.</summary>
    internal static readonly TemplateShape Unknown = new UnknownShape();

    private static readonly ConcurrentDictionary<Type, ImmutableSortedDictionary<string, TemplateShape>> Members = new();

    /// <summary>E.g. <c>a key result</c>.</summary>
    internal abstract string Words { get; }

    internal static TemplateShape Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
            return Text;
        if (plain == typeof(bool))
            return Flag;
        if (plain == typeof(int) || plain == typeof(long) || plain == typeof(double))
            return Number;
        return typeof(IEnumerable).IsAssignableFrom(plain) ? new ListShape(Of(plain.GetGenericArguments()[0])) : new FieldsShape(plain);
    }

    /// <summary>A property's name as templates write it.</summary>
    internal static string NameOf(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

    internal static PropertyInfo[] PropertiesOf(Type model) => model.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    internal sealed record TextShape : TemplateShape
    {
        internal override string Words => "a text";
    }

    internal sealed record NumberShape : TemplateShape
    {
        internal override string Words => "a number";
    }

    internal sealed record FlagShape : TemplateShape
    {
        internal override string Words => "a yes or no";
    }

    internal sealed record UnknownShape : TemplateShape
    {
        internal override string Words => "something";
    }

    internal sealed record ListShape(TemplateShape Element) : TemplateShape
    {
        internal override string Words => "a list";
    }

    internal sealed record FieldsShape(Type Model) : TemplateShape
    {
        internal ImmutableSortedDictionary<string, TemplateShape> Fields =>
            Members.GetOrAdd(Model, static m => PropertiesOf(m).ToImmutableSortedDictionary(NameOf, static p => Of(p.PropertyType), StringComparer.Ordinal));

        internal override string Words => WordsOf(Model);
    }

    /// <summary><c>KeyResultModel</c> is a key result.</summary>
    internal static string WordsOf(Type model)
    {
        var name = model.Name.EndsWith("Model", StringComparison.Ordinal) ? model.Name[..^"Model".Length] : model.Name;
        var words = new StringBuilder();
        foreach (var c in name)
            words.Append(char.IsAsciiLetterUpper(c) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(c));
        return ("aeiou".Contains(words[0], StringComparison.Ordinal) ? "an " : "a ") + words;
    }
}
