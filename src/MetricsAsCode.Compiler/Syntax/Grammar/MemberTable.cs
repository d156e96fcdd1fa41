using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax.Outlining;
using MetricsAsCode.Compiler.Text;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>The members that a kind of block may have, by the word that begins them.</summary>
/// <param name="owner">The keyword of the block, for messages.</param>
internal sealed class MemberTable<T>(string owner, params MemberRule<T>[] rules)
    where T : SyntaxNode
{
    public ImmutableArray<T> Read(Block? block, Reading reading)
    {
        var read = ImmutableArray.CreateBuilder<T>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in block?.Members ?? [])
        {
            if (RuleFor(member, reading) is not { } rule)
            {
                continue;
            }

            if (!rule.MayRepeat && !seen.Add(rule.Words))
            {
                reading.Report(member.HeaderSpan, at => SyntaxErrors.Repeated(at, rule.Words));
            }
            else if (rule.Read(member, reading) is { } node)
            {
                read.Add(node);
            }
        }

        return read.ToImmutable();
    }

    private MemberRule<T>? RuleFor(Member member, Reading reading)
    {
        var rule = rules.FirstOrDefault(r => member.First.IsWord(r.FirstWord));
        if (rule is null && !member.First.IsBroken)
        {
            reading.Report(member.First.Span, at => SyntaxErrors.UnknownMember(at, reading.Written(member.First), owner, rules.Select(r => r.Words)));
        }

        return rule;
    }
}

/// <summary>One kind of member.</summary>
/// <param name="Words">The words that begin it, e.g. <c>north star</c>.</param>
internal sealed record MemberRule<T>(string Words, Func<Member, Reading, T?> Read, bool MayRepeat = false)
    where T : SyntaxNode
{
    public string FirstWord { get; } = Words.Split(' ')[0];

    /// <summary>A member of one line; <paramref name="rest"/> is what follows its words.</summary>
    public static MemberRule<T> Line<TValue>(string words, Parser<TValue> rest, Func<TValue, TextSpan, T> make, bool mayRepeat = false)
    {
        var grammar = words.Split(' ').Select(Tokens.Word).Aggregate((all, next) => all.Then(_ => next)).Then(_ => rest).Node(make);
        return new MemberRule<T>(words, (member, reading) => reading.Line(member, grammar), mayRepeat);
    }
}
