using MetricsAsCode.Compiler.Planning.Model;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>What a number is made of: numbers, sets, the aggregates it reads itself, and the key of a number per entity.</summary>
public sealed record PlanParts(IEnumerable<PlanNumber> Numbers, IEnumerable<PlanSet> Sets, IEnumerable<int> Aggregates, PlanKey? Key)
{
    private static readonly Finder Direct = new();

    public static PlanParts Of(PlanNumber number) => Direct.Visit(number);

    /// <summary>The number and all below it, in reading order, each once.</summary>
    public static IReadOnlyList<PlanNumber> All(PlanNumber number) => All(number, static _ => false);

    /// <summary>The same without what lies below numbers at which to end.</summary>
    public static IReadOnlyList<PlanNumber> All(PlanNumber number, Func<PlanNumber, bool> ends)
    {
        var seen = new HashSet<PlanNumber>();
        var found = new List<PlanNumber>();
        Walk(number);
        return found;

        void Walk(PlanNumber at)
        {
            if (!seen.Add(at))
                return;
            found.Add(at);
            if (ends(at))
                return;
            foreach (var part in Of(at).Numbers)
                Walk(part);
        }
    }

    /// <summary>The keys of numbers per entity anywhere in a number.</summary>
    public static IEnumerable<PlanKey> Keys(PlanNumber number) => All(number).Select(n => Of(n).Key).OfType<PlanKey>();

    /// <summary>The aggregates that a number reads, itself or through sets and keys; not those that its filters ask for.</summary>
    public static IEnumerable<int> Leaves(PlanNumber number) => All(number).Select(Of).SelectMany(p => p.Aggregates.Concat(p.AllSets().SelectMany(Leaves)));

    public static IEnumerable<int> Leaves(PlanSet set) => set switch
    {
        PlanSetReading reading => [reading.Aggregate],
        PlanSetCombination combination => Leaves(combination.Left).Concat(Leaves(combination.Right)),
        _ => throw Unexpected.Node(set),
    };

    private IEnumerable<PlanSet> AllSets() => Key is PlanSetKey key ? Sets.Append(key.Set) : Sets;

    private sealed class Finder : PlanNumberVisitor<PlanParts>
    {
        protected override PlanParts Constant(PlanConstant node) => Over();

        protected override PlanParts AsOf(PlanAsOf node) => Over();

        protected override PlanParts Reading(PlanReading node) => Reads(node.Aggregate);

        protected override PlanParts Share(PlanShare node) => Reads(node.Hits, node.Base);

        protected override PlanParts Size(PlanSize node) => new([], [node.Set], [], null);

        protected override PlanParts Arithmetic(PlanArithmetic node) => Over(node.Left, node.Right);

        protected override PlanParts Negate(PlanNegate node) => Over(node.Operand);

        protected override PlanParts Compare(PlanCompare node) => Over(node.Left, node.Right);

        protected override PlanParts Logic(PlanLogic node) => Over(node.Left, node.Right);

        protected override PlanParts Not(PlanNot node) => Over(node.Operand);

        protected override PlanParts IsMissing(PlanIsMissing node) => Over(node.Operand);

        protected override PlanParts In(PlanIn node) => Over(node.Operand);

        protected override PlanParts If(PlanIf node) => Over(node.Condition, node.Then, node.Else);

        protected override PlanParts Call(PlanCall node) => Over([.. node.Arguments]);

        protected override PlanParts Per(PlanPer node) => new([node.Operand], [], [], node.Key);

        protected override PlanParts SharePer(PlanSharePer node) => new([node.Condition], [], [], node.Key);

        protected override PlanParts Each(PlanEach node) => Over(node.Operand);

        protected override PlanParts Within(PlanWithin node) => Over(node.Operand);

        protected override PlanParts LeftOut(PlanLeftOut node) => Over(node.Operand, node.Count);

        private static PlanParts Over(params PlanNumber[] numbers) => new(numbers, [], [], null);

        private static PlanParts Reads(params int[] aggregates) => new([], [], aggregates, null);
    }
}
