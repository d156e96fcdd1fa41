using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Scorecards.Templating;

// The part of Handlebars that templates are written in. What the engine would take beyond it is a mistake here, so that whatever passes is rendered as it reads:
// 1. blocks are #if, #unless, #each and #with; {{else}} and {{else if x}} belong to the nearest one;
// 2. {{> part}} and {{> part x}} use a part, {{#*inline "name"}} makes one;
// 3. names are joined by dots, helpers take what they need by place.
// A mistake is reported and left out; the rest is read on, so that all mistakes come out together.

/// <summary>Reads a template into what it says.</summary>
internal sealed class TemplateParser
{
    private const int DeepestNesting = 32;

    private readonly SourceText text;
    private readonly DiagnosticBag findings;
    private readonly Stack<OpenBlock> open = new();
    private bool isTooDeep;

    private TemplateParser(SourceText text, DiagnosticBag findings) => (this.text, this.findings) = (text, findings);

    internal static ImmutableArray<TemplateNode> Parse(SourceText text, DiagnosticBag findings) => new TemplateParser(text, findings).Parse();

    private ImmutableArray<TemplateNode> Parse()
    {
        open.Push(new OpenBlock("", default));
        foreach (var tag in new TemplateScanner(text, findings).Tags().TakeWhile(_ => !isTooDeep))
            Read(tag);
        while (open.Count > 1)
        {
            if (!open.Peek().IsChained && !isTooDeep)
                findings.Add(TemplateErrors.Unclosed(At(open.Peek().Span), "block", $"{{{{/{open.Peek().Word}}}}}"));
            CloseOne();
        }

        return [.. open.Pop().Nodes];
    }

    private void Read(TemplateTag tag)
    {
        var sigil = tag.Inner.Length == 0 ? ' ' : text.Content[tag.Inner.Start];
        var tokens = new TagTokens(text.Content, sigil is '#' or '/' or '>' or '^' or '&' or '*' ? TextSpan.FromBounds(tag.Inner.Start + 1, tag.Inner.End) : tag.Inner);
        switch (sigil)
        {
            case '#':
                Open(tag, tokens);
                break;
            case '/':
                Close(tag, tokens);
                break;
            case '>':
                Use(tag, tokens);
                break;
            case '^':
                findings.Add(TemplateErrors.NotSupported(At(tag.Span), "{{^", "Write `{{else}}` or `{{#unless x}}`"));
                break;
            case '&' or '*':
                findings.Add(TemplateErrors.NotSupported(At(tag.Span), "{{" + sigil, "Write the name alone"));
                break;
            default:
                if (tokens.Current.IsWord("else"))
                    Else(tag, tokens);
                else if (Reader(tokens) is var reader && reader.Written() is { } written && reader.Ends())
                    open.Peek().Nodes.Add(new WriteNode(written, tag.Span));
                break;
        }
    }

    private void Open(TemplateTag tag, TagTokens tokens)
    {
        var word = tokens.Take();
        Push(word.Text switch
        {
            "if" or "unless" or "each" or "with" => Block(word.Text, tag, tokens),
            "*inline" => Inline(tag, tokens),
            _ => Unknown(word, tag),
        });
    }

    // What is deeper would exhaust the stack, here or in the engine.
    private void Push(OpenBlock block)
    {
        isTooDeep = open.Count > DeepestNesting;
        if (isTooDeep)
            findings.Add(TemplateErrors.OutOfBounds(At(block.Span), $"Blocks stand in each other more than {DeepestNesting} deep", "Make parts of them"));
        open.Push(block);
    }

    private OpenBlock Block(string word, TemplateTag tag, TagTokens tokens)
    {
        var reader = Reader(tokens);
        var block = new OpenBlock(word, tag.Span) { Subject = tokens.IsAtEnd ? NothingFor(word, tag) : reader.Operand() };
        if (word is "each" or "with" && tokens.Current.IsWord("as"))
            block.Names = Names(tokens, word == "each" ? 2 : 1);
        if (block.Subject is not null)
            reader.Ends();
        return block;
    }

    private TemplateExpression? NothingFor(string word, TemplateTag tag)
    {
        findings.Add(TemplateErrors.Malformed(At(tag.Span), $"`#{word}` does not say what it is about", $"Write `{{{{#{word} NAME}}}}`"));
        return null;
    }

    private ImmutableArray<string> Names(TagTokens tokens, int most)
    {
        var start = tokens.Take();
        var names = new List<string>();
        if (tokens.Current.Is("|") && tokens.Current.Span.Start > start.Span.End)
        {
            tokens.Take();
            while (tokens.Current.Kind == TagTokenKind.Word)
                names.Add(tokens.Take().Text);
        }

        if (!tokens.Take().Is("|") || names.Count == 0 || names.Count > most || !names.All(static n => n.All(static c => char.IsAsciiLetterOrDigit(c))))
            findings.Add(TemplateErrors.Malformed(At(start.Span), "`as` is followed by other than names between bars", most == 2 ? "Write `as |row|` or `as |row index|`" : "Write `as |name|`"));
        return [.. names.Take(most)];
    }

    private OpenBlock Inline(TemplateTag tag, TagTokens tokens)
    {
        if (tokens.IsGlued)
            findings.Add(TemplateErrors.Glued(At(tokens.Current.Span)));
        var name = tokens.Take();
        if (name.Kind == TagTokenKind.Text && name.Text.Length > 0)
            Reader(tokens).Ends();
        else
            findings.Add(TemplateErrors.Malformed(At(tag.Span), "`#*inline` does not say what the part is called", "Write `{{#*inline \"name\"}}`"));
        if (open.Count > 1)
            findings.Add(TemplateErrors.Malformed(At(tag.Span), "A part is made inside a block", "Make it outside of all blocks"));
        return new OpenBlock("inline", tag.Span) { Part = name.Text };
    }

    private OpenBlock Unknown(TagToken word, TemplateTag tag)
    {
        if (word.Text.StartsWith('>'))
            findings.Add(TemplateErrors.NotSupported(At(tag.Span), "{{#>", "Use a part with `{{> name}}`"));
        else
            findings.Add(TemplateErrors.BlockUnknown(At(word.Kind == TagTokenKind.End ? tag.Span : word.Span), word.Text));
        return new OpenBlock(word.Text, tag.Span);
    }

    private void Close(TemplateTag tag, TagTokens tokens)
    {
        var word = tokens.Take();
        Reader(tokens).Ends();
        var due = open.First(static b => !b.IsChained);
        var opened = open.FirstOrDefault(b => !b.IsChained && b.Word.Length > 0 && string.Equals(b.Word, word.Text, StringComparison.Ordinal));
        if (opened is null)
        {
            findings.Add(TemplateErrors.Malformed(At(tag.Span), $"`{text.Slice(tag.Span)}` closes nothing", due.Word.Length > 0 ? $"The open block is closed by `{{{{/{due.Word}}}}}`" : "Remove it"));
            // A slip in the word closes the block all the same; the word of another block is one too many.
            opened = word.Text is "if" or "unless" or "each" or "with" or "inline" || due.Word.Length == 0 ? null : due;
        }

        if (opened is null)
            return;

        while (open.Peek() != opened)
        {
            if (!open.Peek().IsChained)
                findings.Add(TemplateErrors.Unclosed(At(open.Peek().Span), "block", $"{{{{/{open.Peek().Word}}}}}"));
            CloseOne();
        }

        CloseOne();
    }

    private void CloseOne()
    {
        var block = open.Pop();
        open.Peek().Nodes.AddRange(block.Close());
    }

    private void Else(TemplateTag tag, TagTokens tokens)
    {
        var word = tokens.Take();
        var block = open.Peek();
        if (block.Word is not ("if" or "unless" or "each" or "with"))
        {
            findings.Add(TemplateErrors.Malformed(At(tag.Span), "`else` stands outside of a block", "Write it between `{{#if x}}` and `{{/if}}`"));
            return;
        }

        if (block.HasElse)
            findings.Add(TemplateErrors.Malformed(At(tag.Span), $"The `#{block.Word}` has an `else` already", "Keep one, the last"));
        block.BeginElse();
        if (tokens.IsAtEnd)
            return;
        if (!tokens.Current.IsWord("if") || block.Word is not ("if" or "unless"))
        {
            findings.Add(TemplateErrors.NotSupported(At(word.Span.To(tokens.Rest)), $"{{{{{text.Slice(word.Span.To(tokens.Rest))}}}}}", "Write `{{else}}` alone, or `{{else if x}}` in an `#if`"));
            return;
        }

        tokens.Take();
        var chained = Block("if", tag, tokens);
        chained.IsChained = true;
        Push(chained);
    }

    private void Use(TemplateTag tag, TagTokens tokens)
    {
        var part = tokens.Take();
        if (part.Kind is not (TagTokenKind.Word or TagTokenKind.Text))
        {
            findings.Add(TemplateErrors.Malformed(At(tag.Span), "The part has no name", "Write `{{> name}}`"));
            return;
        }

        var reader = Reader(tokens);
        var context = tokens.IsAtEnd || tokens.Current.Is("=") ? null : reader.Operand();
        if (reader.Ends())
            open.Peek().Nodes.Add(new UseNode(part.Text, context, part.Span));
    }

    private ExpressionReader Reader(TagTokens tokens) => new(text, tokens, findings);

    private Location At(TextSpan span) => new(text, span);

    /// <summary>A block whose end has not been read yet.</summary>
    private sealed class OpenBlock(string word, TextSpan span)
    {
        private readonly List<TemplateNode> body = [];
        private List<TemplateNode>? otherwise;

        internal string Word { get; } = word;

        internal TextSpan Span { get; } = span;

        internal TemplateExpression? Subject { get; init; }

        internal ImmutableArray<string> Names { get; set; } = [];

        internal string? Part { get; init; }

        /// <summary>Whether it is an <c>{{else if x}}</c>, which ends with the block it belongs to.</summary>
        internal bool IsChained { get; set; }

        internal bool HasElse => otherwise is not null;

        internal List<TemplateNode> Nodes => otherwise ?? body;

        internal void BeginElse() => otherwise ??= [];

        /// <summary>The block; one that is mistaken is about something unknown.</summary>
        internal IEnumerable<TemplateNode> Close() => this switch
        {
            { Part: { } part } => [new InlineNode(part, [.. body], Span)],
            { Subject: { } subject } => [new BlockNode(Word, subject, Names, [.. body], [.. otherwise ?? []], Span)],
            _ => [new BlockNode(Word is "if" or "unless" ? Word : "with", new LiteralExpression("null", false, Span), Names, [.. body], [.. otherwise ?? []], Span)],
        };
    }
}
