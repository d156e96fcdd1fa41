using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Differential.Model;

namespace MetricsAsCode.Differential.Generation.Families;

/// <summary>Pieces of pieces.</summary>
internal static class Make
{
    /// <summary>A piece whose children are made for goals, in order.</summary>
    public static Gen<Term> From(Goal goal, string production, string text, params Goal[] children) =>
        Gen.CollectToArray(children.Select(Grammar.Of)).Select(made => Term.Of(goal.Sort, production, text, made));

    /// <summary>The same with one of several texts.</summary>
    public static Gen<Term> FromOne(Goal goal, string production, string[] texts, params Goal[] children) =>
        Gen.Elements(texts).SelectMany(text => From(goal, production, text, children));

    /// <summary>One of several ways.</summary>
    public static Gen<T> Either<T>(params Func<Gen<T>>[] ways) => Gen.Elements(ways).SelectMany(way => way());

    public static Gen<bool> OneIn(int count) => Gen.Choose(1, count).Select(n => n == 1);
}
