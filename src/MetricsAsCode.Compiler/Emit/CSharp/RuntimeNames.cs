namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>Names of the runtime and of .NET that generated code uses: nothing of a module may hide them.</summary>
internal static class RuntimeNames
{
    public static readonly IReadOnlyList<string> Types =
        ("AggregateKind Aggregate AggregateState AnswerColumn ArithmeticOperator Bits Block BooleanValue Breakdown Calculator CalculatorOptions CalculatorPlan Calendar Cells Chain ChainColumn ChainPart ChainStep "
        + "ColumnKey ColumnKind ColumnPath ColumnSchema ColumnType ColumnValue Comparison ComputedText Count DataFrame DateOnly DateValue DayOfWeek DerivedColumn "
        + "Dictionary Dimension Display Duration EntityKey Exact Exactly ExactValue Filter Formula Grain Instant Int128 IntegerValue "
        + "IReadOnlyDictionary IReadOnlyList KeyValuePair Local Lookup Math Masks MetricPlan Money Number NumberFunction NumberValue Period Ratio "
        + "MatureColumn NeighbourColumn ReturnColumn ReadOnlySpan Real RowValue SamplePlan Score SegmentColumn Selection SetFormula SetKey SetReading SetTest SourceFrame SourceKey SourcePlan SourceSchema Span "
        + "String StringComparer TextCells Texts TextValue TimestampValue TimeZoneInfo Tri Unit Value Whole Window WindowStep "
        + "Kernels Definition Metrics MetricsAsCode System").Split(' ');

    /// <summary>Members that every class has, and those of <c>Calculator</c>.</summary>
    public static readonly IReadOnlyList<string> CalculatorMembers =
        ("Equals GetHashCode GetType ToString MemberwiseClone Finalize ReferenceEquals "
        + "AsOf BreakdownOf Calendar Create Data Evaluate Options Plan ResultOf SeriesOf").Split(' ');

    public static readonly IReadOnlyList<string> ObjectMembers =
        "Equals GetHashCode GetType ToString MemberwiseClone Finalize ReferenceEquals".Split(' ');
}
