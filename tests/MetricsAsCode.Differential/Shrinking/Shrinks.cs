using System.Collections.Immutable;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Shrinking;

/// <summary>Smaller programs, the boldest first. Some do not bind; who asks leaves those out.</summary>
internal static class Shrinks
{
    public static IEnumerable<RandomProgram> Of(RandomProgram program) =>
        Metrics(program).Concat(Questions(program)).Concat(Lets(program)).Concat(Declarations(program)).Concat(Sources(program)).Concat(Rows(program))
            .Concat(Formulas(program)).Concat(Columns(program)).Concat(Cells(program)).Concat(Products(program));

    private static IEnumerable<RandomProgram> Metrics(RandomProgram p)
    {
        if (p.Trap is not null)
            yield return p with { Trap = null };
        foreach (var metric in p.Metrics.Where(_ => p.Metrics.Length > 1))
            yield return p with { Metrics = [metric], Questions = [.. p.Questions.Where(q => metric.Asked.Contains(q.Metric))] };
        foreach (var metric in p.Metrics.Where(_ => p.Metrics.Length > 1))
            yield return p with { Metrics = p.Metrics.Remove(metric), Questions = [.. p.Questions.Where(q => !metric.Asked.Contains(q.Metric))] };
        foreach (var metric in p.Metrics.Where(m => m.HasParts))
        {
            for (int i = 0; i < metric.Members.Length; i++)
            {
                string part = $"{metric.Name}.{metric.Members[i]}";
                yield return p with
                {
                    Metrics = p.Metrics.Replace(metric, new MetricSpec(metric.Name, metric.Head, metric.Formula.Children[i])),
                    Questions = [.. p.Questions.Where(q => q.Metric == part || !metric.Asked.Contains(q.Metric)).Select(q => q.Metric == part ? q with { Metric = metric.Name } : q)],
                };
            }
        }

        foreach (var metric in p.Metrics.Where(m => m.Head.Length > 0 && (m.HasParts || m.Members.IsEmpty)))
            yield return p with { Metrics = p.Metrics.Replace(metric, metric with { Head = "" }) };
    }

    private static IEnumerable<RandomProgram> Questions(RandomProgram p)
    {
        if (p.LastDay is not null)
            yield return p with { LastDay = null };
        foreach (var question in p.Questions.Where(_ => p.Questions.Length > 1))
            yield return p with { Questions = [question] };
        foreach (var question in p.Questions)
        {
            foreach (string period in question.Periods.Where(_ => question.Periods.Length > 1))
                yield return p with { Questions = p.Questions.Replace(question, question with { Periods = [period] }) };
            if (question.Top is not null)
                yield return p with { Questions = p.Questions.Replace(question, question with { Top = null }) };
        }
    }

    // A let that nothing names goes; what is named is written out where it stands alone.
    private static IEnumerable<RandomProgram> Lets(RandomProgram p)
    {
        foreach (var let in p.Lets)
        {
            yield return p with { Lets = p.Lets.Remove(let) };
            yield return p with
            {
                Lets = [.. p.Lets.Remove(let).Select(l => l with { Value = Terms.Inlined(l.Value, let) })],
                Metrics = [.. p.Metrics.Select(m => m with { Formula = Terms.Inlined(m.Formula, let) })],
            };
        }
    }

    private static IEnumerable<RandomProgram> Declarations(RandomProgram p) => p.Declarations.Select(d => p with { Declarations = p.Declarations.Remove(d) });

    private static IEnumerable<RandomProgram> Sources(RandomProgram p) =>
        p.Sources.Where(_ => p.Sources.Length > 1).Select(s => p with { Sources = p.Sources.Remove(s), Product = p.Product with { AsOf = p.Product.AsOf.Remove(s.Name) } });

    private static IEnumerable<RandomProgram> Rows(RandomProgram p)
    {
        foreach (var source in p.Sources.Where(s => !s.Rows.IsEmpty))
        {
            for (int size = source.Rows.Length; size > 0; size /= 2)
            {
                for (int from = 0; from < source.Rows.Length; from += size)
                    yield return p with { Sources = p.Sources.Replace(source, source with { Rows = source.Rows.RemoveRange(from, Math.Min(size, source.Rows.Length - from)) }) };
            }
        }
    }

    private static IEnumerable<RandomProgram> Formulas(RandomProgram p) =>
        p.Metrics.SelectMany(m => Terms.Smaller(m.Formula).Select(f => p with { Metrics = p.Metrics.Replace(m, m with { Formula = f }) }))
            .Concat(p.Lets.SelectMany(l => Terms.Smaller(l.Value).Select(v => p with { Lets = p.Lets.Replace(l, l with { Value = v }) })))
            .Concat(p.Declarations.SelectMany(d => Terms.Smaller(d.Rest).Select(r => p with { Declarations = p.Declarations.Replace(d, d with { Rest = r }) })))
            .Concat(p.Sources.SelectMany(s => Forms(s).Select(f => p with { Sources = p.Sources.Replace(s, f) })));

    private static IEnumerable<SourceSpec> Forms(SourceSpec source)
    {
        if (source.Form != SourceForm.Csv)
            yield return source with { Form = SourceForm.Csv };
        if (source.IsMonthly)
            yield return source with { IsMonthly = false };
        if (source.SampleOf is not null)
            yield return source with { SampleOf = null };
        if (source.Lifetime is not null)
            yield return source with { Lifetime = null };
    }

    private static IEnumerable<RandomProgram> Columns(RandomProgram p) =>
        from source in p.Sources
        from column in source.Columns
        let at = source.Columns.IndexOf(column)
        where source.Lifetime is not { } life || (column.Name != life.From && column.Name != life.To)
        let borrowed = source.BorrowedTime is { } path && !path.StartsWith(column.Name + ".", StringComparison.Ordinal) ? path : null
        select p with { Sources = p.Sources.Replace(source, source with { BorrowedTime = borrowed, Columns = source.Columns.RemoveAt(at), Rows = [.. source.Rows.Select(r => r.RemoveAt(at))] }) };

    private static IEnumerable<RandomProgram> Cells(RandomProgram p) =>
        from source in p.Sources
        from row in source.Rows
        from column in source.Columns
        let at = source.Columns.IndexOf(column)
        where column is { IsOptional: true, IsKey: false } && row[at] is not null
        select p with { Sources = p.Sources.Replace(source, source with { Rows = source.Rows.Replace(row, row.SetItem(at, null)) }) };

    private static IEnumerable<RandomProgram> Products(RandomProgram p) => new[]
    {
        p.Product with { Zone = "UTC" }, p.Product with { WeekStart = "monday" }, p.Product with { YearStart = "january" }, p.Product with { AsOf = [] },
    }.Where(product => product.ToString() != p.Product.ToString()).Select(product => p with { Product = product });
}
