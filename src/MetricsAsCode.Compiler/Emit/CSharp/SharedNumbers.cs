using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>Numbers that are used more than once and would be long if they were written at each use: each gets a field of its own.</summary>
internal sealed class SharedNumbers
{
    private const double Long = 24;
    private readonly Dictionary<PlanNumber, int> uses = [];
    private readonly Dictionary<PlanNumber, double> sizes = [];

    public SharedNumbers(IEnumerable<PlanNumber> numbers)
    {
        foreach (var number in numbers)
            Use(number);
    }

    public bool Contains(PlanNumber number) => uses.TryGetValue(number, out int times) && times > 1 && sizes[number] >= Long;

    // How long a number is when all that it is made of is written at each use.
    private double Use(PlanNumber number)
    {
        uses[number] = uses.TryGetValue(number, out int times) ? times + 1 : 1;
        if (times == 0)
            sizes.Add(number, 1 + PlanParts.Of(number).Numbers.Sum(Use));
        return sizes[number];
    }
}
