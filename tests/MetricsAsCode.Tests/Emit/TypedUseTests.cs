using MetricsAsCode.Compiler.Emit.CSharp;
using MetricsAsCode.Engines.Compiled;
using MetricsAsCode.Tests.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MetricsAsCode.Tests.Emit;

public class TypedUseTests
{
    [Fact]
    public void Metrics_are_typed_methods_with_documentation()
    {
        using var module = CalculatorCompiler.Compile(Written.OfShop(Shop.Metrics));
        var calculator = Calculated.Calculator(module).GetType();

        calculator.FullName.ShouldBe("Metrics.Shop.ShopCalculator");
        calculator.GetMethod("Revenue", [typeof(Period)])!.ReturnType.ShouldBe(typeof(Money));
        calculator.GetMethod("OrderCount", [typeof(Period)])!.ReturnType.ShouldBe(typeof(Count));
        calculator.GetMethod("ChurnRate", [typeof(Period), typeof(Results.Dimension)])!.ReturnType.ShouldBe(typeof(Breakdown<Ratio>));
        calculator.GetConstructors().ShouldHaveSingleItem().GetParameters().Select(p => p.Name).ShouldBe(["customers", "orders", "lines", "options"]);
    }

    [Fact]
    public void Documentation_comments_are_well_formed()
    {
        string code = CSharpEmitter.Emit(Written.OfShop(Shop.Metrics));
        var tree = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Diagnose));

        tree.GetDiagnostics().ShouldBeEmpty();
        code.ShouldContain("/// Revenue &lt; budget? Then call \"us\" &amp; ask.");
    }

    [Fact]
    public void A_source_can_be_created_again_from_its_contract()
    {
        using var module = CalculatorCompiler.Compile(Written.OfShop(Shop.Metrics));

        module.Sources["orders"].Schema.Columns.Count.ShouldBe(9);
        module.Sources["orders"].ColumnsInUse.ShouldBe(["order_id", "placed_at", "customer_id", "status", "amount", "discount"], ignoreOrder: true);
    }
}
