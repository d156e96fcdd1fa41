using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Engines.Reference;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>Where the walk stands.</summary>
/// <param name="Context">The stretch of days and the rows looked at, inside a <c>per</c> those of one entity; null behind a window that leads nowhere.</param>
/// <param name="Definition">The metric or <c>let</c> that the part is written in.</param>
/// <param name="Key">Of the innermost <c>per</c> around it, which the rows are of; null outside.</param>
internal sealed record Place(Context? Context, Location Definition, EntityKey? Key = null);
