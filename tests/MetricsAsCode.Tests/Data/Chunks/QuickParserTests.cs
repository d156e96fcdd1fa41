using System.Text;
using MetricsAsCode.Data;
using MetricsAsCode.Data.Parsing;
using MetricsAsCode.Data.Parsing.Quick;

namespace MetricsAsCode.Tests.Data.Chunks;

/// <summary>What a quick parser takes in, the column's own parser reads as the same value.</summary>
public class QuickParserTests
{
    private const string Digit = "0123456789", Signs = "0123456789-+.";

    [Fact]
    public void Integers() => Agree(new QuickInteger(), new IntegerParser(), Digit, 18, "-", "+", "-12", "007", "9999999999999999", "-9999999999999999", "99999999999999999", "1.0", "12345678", "123456789").ShouldBeGreaterThan(2000);

    [Fact]
    public void Fixed_point()
    {
        for (int scale = 1; scale <= QuickScaled.LargestScale; scale++)
        {
            var parser = new ScaledParser(new ColumnType(ColumnKind.Decimal, scale));
            string fraction = "98765432"[..scale];
            Agree(new QuickScaled(scale), parser, Signs, 12, $"1.{fraction}", $"-12345678.{fraction}", $"123456789.{fraction}", $".{fraction}", $"-.{fraction}", $"+1.{fraction}", $"0.{fraction}", $"1.{fraction}0", $"--1.{fraction}")
                .ShouldBeGreaterThan(50, $"scale {scale}");
        }
    }

    [Fact]
    public void Numbers() => Agree(new QuickNumber(), new NumberParser(), Signs, 18, "-0", "0.1", "-0.0", ".5", "5.", "1e3", "9007199254740992", "9007199254740993", "90071992547409.93", "0.1234567890123456", "1.7976931348623", "123456.78", "1..2", "NaN", "99999999", "-1234567.8")
        .ShouldBeGreaterThan(1500);

    [Fact]
    public void Booleans() => Agree(new QuickBoolean(), new BooleanParser(), "tTrRuUeEfFaAlLsS01", 5, "true", "TRUE", "True", "false", "False", "fals", "falsE", "tru", "1", "0", "2", "00", "true ").ShouldBeGreaterThan(100);

    [Fact]
    public void Days() => Agree(new QuickDate(new Months()), new DateParser(), "0123456789-", 10, "2026-07-01", "2024-02-29", "2026-02-29", "2026-02-28", "0001-01-01", "0000-01-01", "9999-12-31", "2026-00-01", "2026-13-01", "2026-07-00", "2026-07-32", "2026-7-01", "1999-12-3")
        .ShouldBeGreaterThan(500);

    [Theory]
    [InlineData(null)]
    [InlineData("Asia/Kolkata")]
    [InlineData("America/New_York")]
    public void Times(string? zone) => Agree(
        new QuickTimestamp(new Months(), zone is null ? null : ZoneClock.Find(zone)), new TimestampParser(zone is null ? null : ZoneClock.Find(zone)), "0123456789:-.TtZz +", 27,
        "2026-07-01", "2026-07-01T03:53", "2026-07-01T03:53:00", "2026-07-01t03:53:00z", "2026-07-01 03:53:00Z", "2026-03-08T02:30:00", "2026-11-01T01:30:00", "2026-07-01T03:53:00.1", "2026-07-01T03:53:00.123456Z",
        "2026-07-01T03:53:00.1234567", "2026-07-01T24:00:00", "2026-07-01T23:60:00", "2026-07-01T23:59:60", "0001-01-01T00:00:00", "9999-12-31T23:59:59.999999", "2026-07-01T03:53:00+05:30", "2026-07-01T03:53:00.", "2026-07-01T03:53:00.Z",
        "2026-07-01T03.53:00", "2026-07-01T03:53:00.12 ").ShouldBeGreaterThan(500);

    /// <summary>Compares the parsers over given cells, those with one or two bytes changed, and random ones; says how many the quick one took in.</summary>
    private static int Agree<T, TQuick, TParser>(TQuick quick, TParser parser, string alphabet, int longest, params string[] cells)
        where T : unmanaged
        where TQuick : struct, IQuickParser<T>
        where TParser : struct, ICellParser<T>
    {
        var random = new Random(42);
        int taken = 0;
        for (int round = 0; round < 6000; round++)
        {
            char[] cell = cells[random.Next(cells.Length)].ToCharArray();
            for (int change = random.Next(3); change > 0 && round >= cells.Length; change--)
                cell[random.Next(cell.Length)] = alphabet[random.Next(alphabet.Length)];
            string text = round < cells.Length ? cells[round] : round % 2 == 0 ? new string(cell) : new string(random.GetItems<char>(alphabet, random.Next(longest + 1)));
            taken += AgreeOn<T, TQuick, TParser>(quick, parser, text) ? 1 : 0;
        }

        return taken;
    }

    /// <summary>What stands behind the cell are digits, so that reading too far would be seen.</summary>
    private static bool AgreeOn<T, TQuick, TParser>(TQuick quick, TParser parser, string text)
        where T : unmanaged
        where TQuick : struct, IQuickParser<T>
        where TParser : struct, ICellParser<T>
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text + "7.5-7e9:777777777777");
        if (!quick.TryParse(ref bytes[0], text.Length, out var value))
            return false;
        parser.Parse(bytes.AsSpan(0, text.Length), out var expected).ShouldBe(CellFault.None, text);
        Bits(value).ShouldBe(Bits(expected), text);
        return true;
    }

    private static object Bits<T>(T value) where T : unmanaged => value is double number ? BitConverter.DoubleToInt64Bits(number) : value;

    private static int Agree(QuickInteger quick, IntegerParser parser, string alphabet, int longest, params string[] cells) => Agree<long, QuickInteger, IntegerParser>(quick, parser, alphabet, longest, cells);

    private static int Agree(QuickScaled quick, ScaledParser parser, string alphabet, int longest, params string[] cells) => Agree<long, QuickScaled, ScaledParser>(quick, parser, alphabet, longest, cells);

    private static int Agree(QuickNumber quick, NumberParser parser, string alphabet, int longest, params string[] cells) => Agree<double, QuickNumber, NumberParser>(quick, parser, alphabet, longest, cells);

    private static int Agree(QuickBoolean quick, BooleanParser parser, string alphabet, int longest, params string[] cells) => Agree<bool, QuickBoolean, BooleanParser>(quick, parser, alphabet, longest, cells);

    private static int Agree(QuickDate quick, DateParser parser, string alphabet, int longest, params string[] cells) => Agree<int, QuickDate, DateParser>(quick, parser, alphabet, longest, cells);

    private static int Agree(QuickTimestamp quick, TimestampParser parser, string alphabet, int longest, params string[] cells) => Agree<long, QuickTimestamp, TimestampParser>(quick, parser, alphabet, longest, cells);
}
