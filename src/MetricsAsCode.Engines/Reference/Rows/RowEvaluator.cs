using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Engines.Reference.Tables;
using MetricsAsCode.Values;

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
    /// <exception cref="NoValueException">A number overflows.</exception>
    public bool IsTrue(RowExpression condition, int row) => ScalarAlgebra.Truth(Evaluate(condition, row)) == true;

    /// <summary>Looks up the sets that conditions ask for: without them no row can be judged, even when there is none.</summary>
    /// <exception cref="NoValueException">A set has no stretch, or a number overflows in it.</exception>
    public void RequireSets(IEnumerable<RowExpression> conditions)
    {
        foreach (var test in conditions.SelectMany(RowParts.All).OfType<RowInSet>())
            members(test.Set);
    }

    /// <summary>Whether all hold, in whichever order: a row that one of them keeps out is out, whatever overflows in another.</summary>
    /// <returns>Null when one overflows and the others hold.</returns>
    public bool? AreTrue(IEnumerable<RowExpression> conditions, int row)
    {
        bool? known = true;
        foreach (var condition in conditions.SelectMany(Conjuncts.Of))
        {
            try
            {
                if (!IsTrue(condition, row))
                    return false;
            }
            catch (NoValueException none) when (none.Reason == Reason.Overflow)
            {
                known = null;
            }
        }

        return known;
    }
}
