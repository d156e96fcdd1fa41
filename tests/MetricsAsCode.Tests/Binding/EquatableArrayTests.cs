using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Binding;

public sealed class EquatableArrayTests
{
    [Fact]
    public void A_collection_expression_keeps_its_items()
    {
        EquatableArray<int> two = [1, 2];
        EquatableArray<int> three = [.. two, 3];
        three.ShouldBe([1, 2, 3]);
        two.Add(3).ShouldBe(three);
    }

    [Fact]
    public void Equal_content_is_equal() => new EquatableArray<string>(["a", "b"]).ShouldBe(["a", "b"]);

    [Fact]
    public void Nothing_is_the_default() => default(EquatableArray<int>).Equals([]).ShouldBeTrue();
}
