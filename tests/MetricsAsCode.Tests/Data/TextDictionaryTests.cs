using System.Text;
using MetricsAsCode.Data;

namespace MetricsAsCode.Tests.Data;

public class TextDictionaryTests
{
    [Fact]
    public void Codes_follow_the_first_appearance()
    {
        var column = TextColumn.Of("city", ["Pune", "Delhi", null, "Pune", ""]);
        column.Codes.ToArray().ShouldBe([0, 1, -1, 0, 2]);
        column.Dictionary.ShouldBe(["Pune", "Delhi", ""]);
        column.CodeOf("Delhi").ShouldBe(1);
        column.CodeOf("delhi").ShouldBe(-1);
        column.Text(2).ShouldBeNull();
        column.IsKnown(2).ShouldBeFalse();
    }

    [Fact]
    public void Many_texts_of_many_lengths_keep_their_codes()
    {
        var dictionary = new TextDictionary();
        string[] texts = [.. Enumerable.Range(0, 5000).Select(n => new string((char)('a' + n % 26), n % 40) + n)];
        for (int n = 0; n < texts.Length; n++)
            dictionary.Add(texts[n]).ShouldBe(n);
        for (int n = 0; n < texts.Length; n++)
            (dictionary.CodeOf(texts[n]), dictionary[n], Encoding.UTF8.GetString(dictionary.Utf8(n))).ShouldBe((n, texts[n], texts[n]));
        dictionary.CodeOf("5000").ShouldBe(-1);
        Should.Throw<ArgumentOutOfRangeException>(() => dictionary[5000]);
    }
}
