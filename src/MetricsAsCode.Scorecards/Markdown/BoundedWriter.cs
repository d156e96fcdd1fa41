using System.Globalization;

namespace MetricsAsCode.Scorecards.Markdown;

/// <summary>Collects what a template writes, and ends it when that is more than anyone reads: loops over loops grow fast.</summary>
internal sealed class BoundedWriter(string template) : StringWriter(CultureInfo.InvariantCulture)
{
    private const int Most = 16 * 1024 * 1024;

    public override void Write(char value)
    {
        Check(1);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Check(count);
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Check(buffer.Length);
        base.Write(buffer);
    }

    public override void Write(string? value)
    {
        Check(value?.Length ?? 0);
        base.Write(value);
    }

    private void Check(int more)
    {
        if (GetStringBuilder().Length > Most - more)
            throw new ScorecardTemplateException(template, FormattableString.Invariant($"it writes more than {Most:N0} characters. Loop over less."));
    }
}
