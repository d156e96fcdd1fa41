namespace MetricsAsCode.Compiler.Binding.Model.Printing;

/// <summary>How tightly a printed expression holds together, loosest first.</summary>
public enum Tightness
{
    If,
    Or,
    And,
    Not,
    Comparison,
    Sum,
    Product,
    Sign,
    Window,
    Whole,
}

/// <summary>An expression as text, and how tightly it holds together.</summary>
public readonly record struct Printed(string Text, Tightness Tightness = Tightness.Whole)
{
    /// <summary>The text, in parentheses where a tighter one is needed.</summary>
    public string For(Tightness needed) => Tightness < needed ? $"({Text})" : Text;

    public override string ToString() => Text;
}
