namespace MetricsAsCode.Compiler.Emit.CSharp.Kernels;

/// <summary>A condition that is computed for all rows of a block at once.</summary>
internal abstract record MaskCode;

/// <summary>One test of a column.</summary>
/// <param name="Into">The C# statement that writes the rows for which it holds into a local.</param>
internal sealed record MaskTest(Func<string, string> Into) : MaskCode;

/// <summary>Either or both of two conditions.</summary>
internal sealed record MaskPair(bool IsOr, MaskCode Left, MaskCode Right) : MaskCode;
