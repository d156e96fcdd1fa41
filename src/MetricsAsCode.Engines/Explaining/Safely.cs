using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Engines.Reference.Rows;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>Values of rows where an overflow, which leaves the aggregate without a value, is shown as a missing one.</summary>
internal static class Safely
{
    public static Scalar? Value(RowEvaluator values, RowExpression expression, int row)
    {
        try
        {
            return values.Evaluate(expression, row);
        }
        catch (NoValueException)
        {
            return null;
        }
    }
}
