using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Differential.Generation.Families;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation;

/// <summary>Metrics that meet one row with many: a condition or value of the rows that refer here. The binder must refuse each.</summary>
internal static class Traps
{
    public static Gen<Term?> Of(Schema schema)
    {
        var pairs = (from many in schema.Sources
                     from one in schema.Sources
                     where many.Name != one.Name && schema.Reaching(one).Contains(many) && !schema.Reaching(many).Contains(one)
                     select (many, one)).ToArray();
        if (pairs.Length == 0)
            return Gen.Constant<Term?>(null);
        return from pair in Gen.Elements(pairs)
               from column in Gen.Elements(pair.many.Columns.AsEnumerable())
               from text in Gen.Elements(
                   "count({1} where {0} is known)", "share({1} where {0} is missing)", "count({1} per {0})", "(count({1}) where {0} is known)", "size(set({1}.{2} where {0} is known))")
               where pair.one.Columns.Length > 0
               select (Term?)Term.Of("trap", "trap", text, Term.Leaf("column", "trap column", $"{pair.many.Name}.{column.Name}"), Term.Leaf("rows", "source", pair.one.Name), Term.Leaf("column", "trap column", pair.one.Columns[0].Name));
    }
}
