using MetricsAsCode.Compiler.Binding.Model;

namespace MetricsAsCode.Compiler.Symbols;

/// <summary><c>sample of tickets where survey_sent_at is known via ticket_id</c>: each row of the sample answers for one of the rows that were asked.</summary>
/// <param name="Sample">The source whose rows are the answers.</param>
/// <param name="Via">The sample's column that says whose answer a row is.</param>
/// <param name="Asked">The rows that could have been in the sample.</param>
/// <param name="Key">Their column that <paramref name="Via"/> holds.</param>
public sealed record SampleOf(SourceSymbol Sample, RowColumn Via, BoundRows Asked, RowColumn Key)
{
    /// <summary>The share of some of the rows asked that have an answer by the as-of.</summary>
    public Measure ResponseRate(BoundRows asked) => new ShareMeasure(asked, new RowAnswered(asked.Source, Key, new BoundRows(Sample, default), Via));
}
