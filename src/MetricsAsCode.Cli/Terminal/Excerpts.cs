using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Cli.Terminal;

/// <summary>Prints what is said of a place: place and words, the line of the file, carets under the exact span.</summary>
internal sealed class Excerpts(ToolConsole console)
{
    private readonly Paint paint = new(console.ColoursOnError);

    /// <param name="location">The place.</param>
    /// <param name="word">What it is in a word, which is coloured: <c>error</c>, <c>failed</c>.</param>
    /// <param name="rest">What follows the word.</param>
    /// <param name="isWarning">Whether it is only to be borne in mind.</param>
    public void Print(Location location, string word, string rest, bool isWarning = false)
    {
        Func<string, string> colour = isWarning ? paint.Warning : paint.Error;
        var (source, carets) = SourceExcerpt.Of(location);
        console.Error.WriteLine($"{paint.Strong(location.ToString())}: {colour(word)}{rest}");
        console.Error.WriteLine(paint.Faint(source));
        console.Error.WriteLine(colour(carets));
    }
}
