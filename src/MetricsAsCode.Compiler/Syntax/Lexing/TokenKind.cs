namespace MetricsAsCode.Compiler.Syntax.Lexing;

public enum TokenKind
{
    /// <summary>A name or a keyword: which of the two is the grammar's business.</summary>
    Name,

    /// <summary><c>`at`</c>, never a keyword</summary>
    QuotedName,

    /// <summary><c>12</c>, <c>1_000</c>, <c>2.5</c>; the value has no underscores</summary>
    Number,

    /// <summary><c>20%</c>; the value has no percent sign</summary>
    Percent,

    /// <summary><c>2026-07-01</c>, <c>2026-Q3</c>, <c>FY2027</c></summary>
    Period,

    /// <summary><c>"text"</c>; the value is unescaped</summary>
    Text,

    /// <summary>An operator, a bracket or a separator</summary>
    Symbol,

    /// <summary>A line of a table, <c>| 1 | ann |</c></summary>
    TableRow,

    /// <summary>What could not be read and has been reported</summary>
    Bad,
}
