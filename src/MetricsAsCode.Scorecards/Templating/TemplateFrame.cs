using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Templating;

/// <summary>What names mean at one place of a template: inside of each block that has a subject of its own, and of each part.</summary>
/// <param name="Context">What bare names are fields of.</param>
/// <param name="Around">What surrounds it in the same part; null outermost.</param>
/// <param name="IsEach">Whether the context is one of a list.</param>
/// <param name="Names">What stands behind <c>as</c>, here and around.</param>
internal sealed record TemplateFrame(TemplateShape Context, TemplateFrame? Around, bool IsEach, ImmutableDictionary<string, TemplateShape> Names)
{
    internal static TemplateFrame Outermost(TemplateShape context) => new(context, null, false, ImmutableDictionary<string, TemplateShape>.Empty);

    internal bool IsInEach => IsEach || Around is { IsInEach: true };

    internal TemplateFrame Inside(TemplateShape context, bool isEach, ImmutableArray<string> names)
    {
        var known = Names;
        for (var i = 0; i < names.Length; i++)
            known = known.SetItem(names[i], i == 0 ? context : TemplateShape.Number);
        return new TemplateFrame(context, this, isEach, known);
    }

    /// <summary>The frame so many blocks further out; null when there is none.</summary>
    internal TemplateFrame? Outside(int blocks)
    {
        var frame = this;
        for (; blocks > 0 && frame is not null; blocks--)
            frame = frame.Around;
        return frame;
    }
}
