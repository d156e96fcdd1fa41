using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Engines.Reference;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>Where the walk stands.</summary>
/// <param name="Context">The stretch of days and the rows looked at; null behind a window that leads nowhere.</param>
/// <param name="Definition">The metric or <c>let</c> that the part is written in.</param>
/// <param name="Key">Of the innermost <c>per</c> around it, where each entity has its own value; null outside.</param>
internal sealed record Place(Context? Context, Location Definition, EntityKey? Key = null)
{
    /// <summary>The context in which a value can be shown.</summary>
    public Context? Shown => Key is null ? Context : null;
}
