using MetricsAsCode.Data;

namespace MetricsAsCode.Tests.Data;

public class BitmapTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(63, 1)]
    [InlineData(64, 1)]
    [InlineData(65, 2)]
    public void All_sets_every_row_and_nothing_past_the_length(int length, int words)
    {
        var all = Bitmap.All(length);
        all.Words.Length.ShouldBe(words);
        all.PopCount().ShouldBe(length);
        Bitmap.Not(all).Any().ShouldBeFalse();
    }

    [Fact]
    public void Rows_are_set_and_cleared_one_by_one()
    {
        var bits = new Bitmap(70) { [0] = true, [63] = true, [64] = true, [69] = true };
        bits[63] = false;
        bits.Words.ToArray().ShouldBe([0x1UL, 0x21UL]);
        bits[64].ShouldBeTrue();
        bits[63].ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => bits[70]);
    }

    [Fact]
    public void Combining_works_row_by_row()
    {
        Bitmap a = new([0b0011], 4), b = new([0b0101], 4);
        Bitmap.And(a, b).Words[0].ShouldBe(0b0001UL);
        Bitmap.Or(a, b).Words[0].ShouldBe(0b0111UL);
        Bitmap.AndNot(a, b).Words[0].ShouldBe(0b0010UL);
        Bitmap.Not(a).Words[0].ShouldBe(0b1100UL);
        a.Words[0].ShouldBe(0b0011UL, "static operations leave their operands alone");
    }

    [Fact]
    public void Words_past_the_length_are_cut_and_lengths_must_match()
    {
        new Bitmap([ulong.MaxValue], 3).PopCount().ShouldBe(3);
        Should.Throw<ArgumentException>(() => new Bitmap(3).And(new Bitmap(4)));
        Should.Throw<ArgumentException>(() => new Bitmap([0, 0], 64));
    }
}
