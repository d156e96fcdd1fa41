namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>Switches once over the sets of entities.</summary>
public abstract class EntitySetVisitor<T>
{
    public T Visit(EntitySet set) => set switch
    {
        SetOfRows node => OfRows(node),
        SetCombination node => Combination(node),
        SetWindow node => Window(node),
        _ => throw Unexpected.Node(set),
    };

    protected abstract T OfRows(SetOfRows node);

    protected abstract T Combination(SetCombination node);

    protected abstract T Window(SetWindow node);
}
