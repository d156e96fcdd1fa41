using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Engines.Reference.Tables;

namespace MetricsAsCode.Engines.Reference.Rows;

/// <summary>Evaluates row expressions for the rows of one selection.</summary>
/// <param name="members">The members of a set "of the rows' period".</param>
/// <param name="at">The rows' time, at which references to rows with a lifetime are read; null when they have none.</param>
internal sealed class RowEvaluator(ReferenceData data, Func<EntitySet, IReadOnlySet<Scalar>> members, RowColumn? at)
{
    /// <summary>The value for a row; null is missing, and for a condition unknown.</summary>
    /// <exception cref="NoValueException">A number overflows.</exception>
    public Scalar? Evaluate(RowExpression expression, int row) => new RowVisitor(data, members, row, at).Visit(expression);

    /// <summary>"<c>where</c> and <c>share</c> count known true."</summary>
    public bool IsTrue(RowExpression condition, int row) => ScalarAlgebra.Truth(Evaluate(condition, row)) == true;
}
