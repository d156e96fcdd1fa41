using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>Steps as a window of the runtime, which lists them as they are written: the innermost first.</summary>
internal static class WindowCode
{
    public static string Of(EquatableArray<PlanStep> steps) =>
        steps.IsEmpty ? "Window.Own" : $"Window.Of({string.Join(", ", steps.Reverse().Select(Of))})";

    /// <summary>A name for the window: <c>OverPreviousEveryMonth</c>.</summary>
    public static string Name(EquatableArray<PlanStep> steps) => string.Concat(steps.Reverse().Select(s => s switch
    {
        PlanWindow window => CSharpName.Pascal(window.Step.ToString()),
        PlanEvery every => $"Every{every.Grain}",
        PlanWhole whole => $"Whole{whole.Grain}s",
        _ => throw Unexpected.Node(s),
    }));

    private static string Of(PlanStep step) => step switch
    {
        PlanEvery every => $"new WindowStep.LastWhole(Grain.{every.Grain})",
        PlanWhole whole => $"new WindowStep.Whole(Grain.{whole.Grain})",
        PlanWindow { Step: var window } => window.Form switch
        {
            WindowForm.Previous => $"new WindowStep.Previous({(window.Count == 1 ? "" : CSharpText.Of(window.Count))})",
            WindowForm.PreviousToDate => "new WindowStep.PreviousToDate()",
            WindowForm.SamePeriodLastYear => "new WindowStep.SamePeriodLastYear()",
            WindowForm.Trailing => $"new WindowStep.Trailing({CSharpText.Of(window.Count)}, Grain.{window.Grain})",
            WindowForm.ToDate => $"new WindowStep.ToDate(Grain.{window.Grain})",
            WindowForm.AllBefore => "new WindowStep.AllBefore()",
            WindowForm.Ever => "new WindowStep.Ever()",
            WindowForm.AtStart => "new WindowStep.AtStart()",
            WindowForm.AtEnd => "new WindowStep.AtEnd()",
            _ => throw Unexpected.Node(window),
        },
        _ => throw Unexpected.Node(step),
    };
}
