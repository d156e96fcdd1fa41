using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Syntax.Outlining;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>A file: <c>module NAME</c>, then declarations in any order.</summary>
internal sealed class FileGrammar(Reading reading)
{
    private static readonly Dictionary<string, Func<Member, Reading, DeclarationSyntax?>> Declarations = new(StringComparer.Ordinal)
    {
        ["product"] = ProductGrammar.Read,
        ["source"] = SourceGrammar.Read,
        ["let"] = LetGrammar.Read,
        ["segment"] = SegmentGrammar.Read,
        ["journey"] = JourneyGrammar.Read,
        ["define"] = DefineGrammar.Read,
        ["metric"] = MetricGrammar.Read,
        ["funnel"] = FunnelGrammar.Read,
        ["cohort"] = CohortGrammar.Read,
        ["objective"] = ObjectiveGrammar.Read,
        ["test"] = TestGrammar.Read,
        ["scorecard"] = ScorecardGrammar.Read,
    };

    private readonly ImmutableArray<DeclarationSyntax>.Builder read = ImmutableArray.CreateBuilder<DeclarationSyntax>();

    /// <summary>Null until a <c>module</c> is read; its name may be missing, which is reported.</summary>
    private Member? module;

    private Identifier? moduleName;

    public (Identifier? Module, ImmutableArray<DeclarationSyntax> Declarations) Read(ImmutableArray<Member> members)
    {
        members = WithTables(members);
        for (int i = 0; i < members.Length; i++)
        {
            var member = Mend(members[i]);
            if (member.First.IsWord("module"))
            {
                ReadModule(member, i);
            }
            else
            {
                ReadDeclaration(member);
            }
        }

        if (module is null)
        {
            reading.Report(new TextSpan(0, 0), SyntaxErrors.NoModule);
        }

        return (moduleName, read.ToImmutable());
    }

    /// <summary>The lines of a table belong to the source whose block they follow.</summary>
    private static ImmutableArray<Member> WithTables(ImmutableArray<Member> members)
    {
        var joined = ImmutableArray.CreateBuilder<Member>(members.Length);
        foreach (var member in members)
        {
            bool isTable = member is { First.Kind: TokenKind.TableRow, Body: null } && member.Header.All(t => t.Kind == TokenKind.TableRow);
            if (isTable && joined.Count > 0 && joined[joined.Count - 1] is { Body: not null, Table.IsEmpty: true } owner && owner.First.IsWord("source"))
            {
                joined[joined.Count - 1] = owner with { Table = member.Header };
            }
            else
            {
                joined.Add(member);
            }
        }

        return joined.ToImmutable();
    }

    private void ReadModule(Member member, int index)
    {
        var name = reading.Line(member, ModuleGrammar.Header);
        if (index > 0)
        {
            reading.Report(member.HeaderSpan, at => SyntaxErrors.ModuleNotFirst(at, module is not null));
        }

        module ??= member;
        moduleName ??= name;
    }

    private void ReadDeclaration(Member member)
    {
        if (Declarations.TryGetValue(member.First.Value, out var grammar) && member.First.IsWord(member.First.Value))
        {
            if (grammar(member, reading) is { } declaration)
            {
                read.Add(declaration);
            }
        }
        else if (!member.First.IsBroken)
        {
            reading.Report(member.First.Span, at => SyntaxErrors.UnknownDeclaration(at, reading.Written(member.First), Keywords.Declarations));
        }
    }

    /// <summary>A misspelt keyword is reported and then read as what it was meant to be: the rest of the declaration is as good as any.</summary>
    private Member Mend(Member member)
    {
        var first = member.First;
        if (!Tokens.IsName(first) || Keywords.Declarations.Contains(first.Value) || Suggestion.For(first.Value, Keywords.Declarations) is not { } meant)
        {
            return member;
        }

        reading.Report(first.Span, at => SyntaxErrors.UnknownDeclaration(at, reading.Written(first), Keywords.Declarations));
        return member with { Header = member.Header.SetItem(0, first with { Value = meant }) };
    }
}
