using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Generation.Families;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation;

/// <summary>Sources with their rows: each may refer to those before it, so that references never lead in a circle and never dangle.</summary>
internal static class SourceTables
{
    /// <summary>The family of sources that are samples.</summary>
    public const string Samples = "Samples";

    private static readonly string[] Names = ["customers", "orders", "lines", "tickets", "visits"];

    /// <param name="cells">What stands in cells.</param>
    /// <param name="favoured">The family that is favoured; null for none.</param>
    public static Gen<ImmutableArray<SourceSpec>> Of(Cells cells, string? favoured) =>
        from count in Gen.Frequency((2, Gen.Constant(2)), (3, Gen.Constant(3)), (2, Gen.Constant(4)), (1, Gen.Constant(5)))
        from sources in Further([], count, cells, (favoured == nameof(States) ? 2 : 7, favoured == Samples ? 2 : 7))
        select sources;

    private static Gen<ImmutableArray<SourceSpec>> Further(ImmutableArray<SourceSpec> before, int count, Cells cells, (int Lives, int Samples) oneIn) => before.Length == count
        ? Gen.Constant(before)
        : Make.OneIn(10).SelectMany(isLike => isLike && Takeable(before).Length > 0
            ? Like(Names[before.Length], before, cells)
            : Source(Names[before.Length], before, cells, oneIn)).SelectMany(s => Further(before.Add(s), count, cells, oneIn));

    private static SourceSpec[] Takeable(ImmutableArray<SourceSpec> before) => [.. before.Where(s => s is { Lifetime: null, Form: not SourceForm.Table })];

    // Another's columns over rows of its own.
    private static Gen<SourceSpec> Like(string name, ImmutableArray<SourceSpec> before, Cells cells) =>
        from other in Gen.Elements(Takeable(before))
        let source = other with { Name = name, Like = other.Name, Form = SourceForm.Csv, Rows = [] }
        from rows in Rows(source, before, cells)
        select source with { Rows = rows };

    // One in so many sources has a lifetime, few of them also a time.
    private static Gen<SourceSpec> Source(string name, ImmutableArray<SourceSpec> before, Cells cells, (int Lives, int Samples) oneIn) =>
        from lives in Make.OneIn(oneIn.Lives)
        from life in Lives.Columns(name)
        from timeless in Gen.Choose(1, lives ? 5 : 1)
        from key in Key(name, before.IsEmpty || lives)
        from references in References(before)
        from time in timeless > 1 ? Gen.Constant((ColumnSpec?)null) : Time(name, before.IsEmpty)
        from others in Gen.Choose(2, 4).SelectMany(n => Gen.CollectToArray(Enumerable.Range(1, n).Select(i => Columns.Any(name, i, cells.Moments.Product.Foreign))))
        from compound in Gen.Choose(1, 5)
        from columns in Gen.Shuffle(Assembled(key, references, time, lives ? [life.From, life.To, .. others] : others, compound == 1 && !lives))
        from form in Gen.Frequency((12, Gen.Constant(SourceForm.Csv)), (1, Gen.Constant(SourceForm.Json)), (1, Gen.Constant(SourceForm.Table)))
        from monthly in Make.OneIn(12)
        let bare = new SourceSpec(name, [.. columns], []) { Form = form, Lifetime = lives ? new LifetimeSpec(life.From.Name, life.To.Name, life.IsThrough) : null }
        let timed = timeless > 1 ? bare : Timed(bare, before)
        from sampled in Make.OneIn(oneIn.Samples)
        from sample in sampled && !lives ? SampleOf(timed, before, cells) : Gen.Constant((string?)null)
        let source = timed with { IsMonthly = monthly && timed.IsDated, SampleOf = sample }
        from rows in Rows(source, before, cells)
        from made in lives ? Lives.Of(source, rows, cells) : Gen.Constant(rows)
        select source with { Rows = made, Form = made.IsEmpty && form == SourceForm.Table ? SourceForm.Csv : form };

    // Rows that do not change with the period, and the reference that says which of them a row answers for.
    private static Gen<string?> SampleOf(SourceSpec source, ImmutableArray<SourceSpec> before, Cells cells)
    {
        var references = source.Columns.Where(c => c.References is not null).ToArray();
        if (references.Length == 0)
            return Gen.Constant((string?)null);
        var schema = new Schema(cells.Moments.Product, before);
        return from reference in Gen.Elements(references)
               from depth in Gen.Choose(0, 2)
               from rows in Grammar.Of(new Goal(schema, Need.Rows, depth) { Source = schema.Source(reference.References!), Sources = before, IsSteady = true })
               select (string?)$"{rows} via {reference.Name}";
    }

    private static Gen<ColumnSpec?> Key(string name, bool isNeeded) =>
        from has in Gen.Choose(1, isNeeded ? 1 : 4)
        from kind in Gen.Elements(ScalarKind.Text, ScalarKind.Integer)
        select has == 4 ? null : new ColumnSpec($"{name[0]}_id", kind) { IsKey = true };

    private static Gen<ColumnSpec[]> References(ImmutableArray<SourceSpec> before)
    {
        var targets = before.Where(s => s.OnlyKey is not null).ToArray();
        if (targets.Length == 0)
            return Gen.Constant(Array.Empty<ColumnSpec>());
        var one = from target in Gen.Elements(targets)
                  from isOptional in Gen.Choose(1, 2)
                  select new ColumnSpec($"{target.Name}_ref", target.OnlyKey!.Kind) { References = target.Name, IsOptional = isOptional == 1 };
        return from count in Gen.Frequency((1, Gen.Constant(0)), (5, Gen.Constant(1)), (3, Gen.Constant(2)))
               from made in one.ArrayOf(count)
               from twice in Gen.Choose(1, 6)
               select made.Length == 2 && made[0].Name == made[1].Name ? twice == 1 ? [made[0], made[1] with { Name = made[1].Name + "2" }] : [made[0]] : made;
    }

    private static Gen<ColumnSpec?> Time(string name, bool isFirst) =>
        from has in Gen.Choose(1, isFirst ? 3 : 5)
        from kind in Gen.Frequency((3, Gen.Constant(ScalarKind.Timestamp)), (1, Gen.Constant(ScalarKind.Date)))
        from column in Columns.Of(kind, $"{name[0]}_time")
        from optional in Gen.Choose(1, 6)
        select (isFirst ? has > 1 : has == 1) ? null : column with { IsTime = true, IsOptional = optional == 1 };

    // A compound key is a reference and the key of its own, or the first column that can be one.
    private static ColumnSpec[] Assembled(ColumnSpec? key, ColumnSpec[] references, ColumnSpec? time, ColumnSpec[] others, bool isCompound)
    {
        var all = new List<ColumnSpec>();
        if (key is not null)
            all.Add(key);
        all.AddRange(references.Select((r, i) => isCompound && key is not null && i == 0 ? r with { IsKey = true, IsOptional = false } : r));
        if (time is not null)
            all.Add(time);
        return [.. all, .. others];
    }

    /// <summary>Rows without a time that refer to dated ones borrow theirs, but not of rows with a lifetime, which cannot be told apart without a time.</summary>
    private static SourceSpec Timed(SourceSpec source, ImmutableArray<SourceSpec> before)
    {
        if (source.IsDated)
            return source;
        var reference = source.Columns.FirstOrDefault(c => c.References is { } to && before.First(s => s.Name == to) is { IsDated: true, Lifetime: null });
        if (reference is null)
            return source;
        var target = before.First(s => s.Name == reference.References);
        return source with { BorrowedTime = $"{reference.Name}.{target.BorrowedTime ?? target.Columns.First(c => c.IsTime).Name}" };
    }

    private static Gen<ImmutableArray<ImmutableArray<string?>>> Rows(SourceSpec source, ImmutableArray<SourceSpec> before, Cells cells)
    {
        bool isImpossible = source.Columns.Any(c => c is { References: { } to, IsOptional: false } && before.First(s => s.Name == to).Rows.IsEmpty);
        if (isImpossible)
            return Gen.Constant(ImmutableArray<ImmutableArray<string?>>.Empty);
        return from count in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Constant(1)), (6, Gen.Choose(2, 9)), (5, Gen.Choose(10, 24)))
               from rows in Gen.CollectToArray(Enumerable.Range(0, count).Select(i => Row(source, before, cells, i)))
               select source.Columns.Any(c => c.IsKey) ? rows.DistinctBy(r => KeyOf(source, r)).ToImmutableArray() : [.. rows];
    }

    private static Gen<ImmutableArray<string?>> Row(SourceSpec source, ImmutableArray<SourceSpec> before, Cells cells, int number) =>
        Gen.CollectToArray(source.Columns.Select(c => Cell(c, before, cells, number))).Select(r => r.ToImmutableArray());

    private static Gen<string?> Cell(ColumnSpec column, ImmutableArray<SourceSpec> before, Cells cells, int number)
    {
        if (column.References is { } to)
        {
            var target = before.First(s => s.Name == to);
            int at = target.Columns.IndexOf(target.OnlyKey!);
            string?[] keys = [.. target.Rows.Select(r => r[at])];
            return from missing in Gen.Choose(1, column.IsOptional ? 4 : 1)
                   from key in missing == 2 || keys.Length == 0 ? Gen.Constant<string?>(null) : Gen.Elements(keys)
                   select key;
        }

        return column.IsKey ? KeyCell(column.Kind, number) : cells.Of(column);
    }

    // Keys that sort otherwise as numbers than as texts, and look alike.
    private static Gen<string?> KeyCell(ScalarKind kind, int number)
    {
        string digits = (number - 2).ToString(CultureInfo.InvariantCulture);
        return kind == ScalarKind.Integer
            ? Gen.Constant((string?)digits)
            : Gen.Elements("k", "K", "é", "\U0001F600", "'", "").Select(prefix => (string?)(prefix + digits));
    }

    private static string KeyOf(SourceSpec source, ImmutableArray<string?> row) =>
        string.Join('\u0001', source.Columns.Select((c, i) => c.IsKey ? row[i] : ""));
}
