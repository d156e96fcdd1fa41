using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>A member of a source and where it is written: in the source itself, or in one whose columns it takes over.</summary>
/// <param name="Written">The scope of the file and module in which it stands.</param>
/// <param name="IsOwn">Whether it stands in the source's own block.</param>
internal sealed record PlacedMember(SourceMember Member, Scope Written, bool IsOwn)
{
    /// <summary>The scope to bind it in for a source of another module: places are those of its file, names and currency those of the module.</summary>
    public Scope For(Scope own) => own with { Tree = Written.Tree };
}
