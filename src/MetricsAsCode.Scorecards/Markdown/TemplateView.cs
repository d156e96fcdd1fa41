using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using MetricsAsCode.Scorecards.Templating;

namespace MetricsAsCode.Scorecards.Markdown;

// Names begin with a small letter, as templates write them. Empty texts and lists are as good as none, so that `{{#if}}` asks for both.

/// <summary>A model as a template sees it: records as names and values, texts so that they are escaped.</summary>
internal static class TemplateView
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    internal static object? Of(object? model) => model switch
    {
        null or "" => null,
        string text => new TemplateText(text),
        bool or int or long or double => model,
        IEnumerable items => items.Cast<object?>().Select(Of).ToArray(),
        _ => Members(model),
    };

    private static Dictionary<string, object?> Members(object model) => Properties
        .GetOrAdd(model.GetType(), TemplateShape.PropertiesOf)
        .ToDictionary(TemplateShape.NameOf, p => Of(p.GetValue(model)), StringComparer.Ordinal);
}
