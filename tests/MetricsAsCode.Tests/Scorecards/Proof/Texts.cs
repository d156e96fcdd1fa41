using System.Collections;
using System.Reflection;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Templating;

namespace MetricsAsCode.Tests.Scorecards.Proof;

/// <summary>A model with other texts everywhere, also where today only our own stand.</summary>
internal static class Texts
{
    internal static ScorecardModel Replaced(ScorecardModel model, Func<PropertyInfo, string, string> text) => (ScorecardModel)Of(model, text)!;

    private static object? Of(object? value, Func<PropertyInfo, string, string> text)
    {
        if (value is null or bool or int or long or double)
            return value;
        if (value is IEnumerable list)
            return ListOf(list, value.GetType(), text);
        var copy = value.GetType().GetMethod("<Clone>$")!.Invoke(value, null)!;
        foreach (var property in TemplateShape.PropertiesOf(value.GetType()).Where(static p => p.CanWrite))
            property.SetValue(copy, property.GetValue(value) is string old ? old.Length == 0 ? old : text(property, old) : Of(property.GetValue(value), text));
        return copy;
    }

    private static object ListOf(IEnumerable list, Type type, Func<PropertyInfo, string, string> text)
    {
        var element = type.GetGenericArguments()[0];
        var items = list.Cast<object?>().Select(i => i is string old ? text(typeof(ProductModel).GetProperty(nameof(ProductModel.Values))!, old) : Of(i, text)).ToArray();
        var array = Array.CreateInstance(element, items.Length);
        for (var i = 0; i < items.Length; i++)
            array.SetValue(items[i], i);
        return typeof(System.Collections.Immutable.ImmutableArray).GetMethods().Single(static m => m.Name == "Create" && m.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(element).Invoke(null, [array])!;
    }
}
