using System.Text;

namespace MetricsAsCode.Benchmarks.Data;

/// <summary>Texts that are drawn with different frequencies, as UTF-8.</summary>
internal sealed class Choices
{
    private const int Places = 1024;

    private readonly byte[][] texts;
    private readonly byte[] places = new byte[Places];

    /// <param name="weighted">Each text with its weight; a text's share of 1,024 draws is its weight's share of all, rounded.</param>
    public Choices(params IReadOnlyList<(string Text, int Weight)> weighted)
    {
        texts = [.. weighted.Select(w => Encoding.UTF8.GetBytes(w.Text))];
        int total = weighted.Sum(w => w.Weight), sum = 0, place = 0;
        for (int i = 0; i < weighted.Count; i++)
        {
            sum += weighted[i].Weight;
            for (int end = sum * Places / total; place < end; place++)
                places[place] = (byte)i;
        }
    }

    /// <summary>The texts in the order they were given.</summary>
    public IReadOnlyList<string> Texts => [.. texts.Select(Encoding.UTF8.GetString)];

    public byte[] Draw(ref RandomNumbers random) => texts[places[random.Below(Places)]];
}
