using MetricsAsCode.Data.Reading.Chunks;

namespace MetricsAsCode.Tests.Data.Chunks;

public class ByteMaskTests
{
    [Fact]
    public void Every_width_of_vector_makes_the_mask_that_a_loop_makes()
    {
        var random = new Random(1);
        for (int round = 0; round < 500; round++)
        {
            byte[] bytes = random.GetItems<byte>([(byte)',', (byte)'"', 0, 0x80, 0xFF, (byte)'a'], 64);
            ulong commas = 0, high = 0, parity = 0;
            bool isInside = false;
            for (int i = 0; i < 64; i++)
            {
                isInside ^= bytes[i] == '"';
                commas |= (bytes[i] == ',' ? 1UL : 0) << i;
                high |= (bytes[i] >= 0x80 ? 1UL : 0) << i;
                parity |= (isInside ? 1UL : 0) << i;
            }

            ByteMask.Of(ref bytes[0], (byte)',').ShouldBe(commas);
            ByteMask.Of512(ref bytes[0], (byte)',').ShouldBe(commas);
            ByteMask.Of256(ref bytes[0], (byte)',').ShouldBe(commas);
            ByteMask.Of128(ref bytes[0], (byte)',').ShouldBe(commas);
            ByteMask.NotAscii(ref bytes[0]).ShouldBe(high);
            ByteMask.Parity(ByteMask.Of(ref bytes[0], (byte)'"')).ShouldBe(parity);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(64, ulong.MaxValue)]
    [InlineData(1000, ulong.MaxValue)]
    public void Lowest_bits(int bits, ulong expected) => ByteMask.Lowest(bits).ShouldBe(expected);

    [Fact]
    public void A_survey_counts_line_ends_outside_quotes_for_both_ways_to_begin()
    {
        var random = new Random(2);
        for (int length = 0; length < 300; length++)
        {
            byte[] bytes = random.GetItems<byte>([(byte)'\n', (byte)'"', (byte)'a', (byte)'a', (byte)'a'], length + 64);
            int[] lines = [0, 0];
            int isInside = 0;
            foreach (byte b in bytes.AsSpan(0, length))
            {
                isInside ^= b == '"' ? 1 : 0;
                lines[isInside] += b == '\n' ? 1 : 0;
            }

            ChunkSurvey.Of(bytes.AsSpan(0, length)).ShouldBe(new ChunkSurvey(lines[0], lines[1], isInside == 1));
        }
    }
}
