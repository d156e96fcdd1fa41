using System.Globalization;
using MetricsAsCode.Data;
using static MetricsAsCode.Tests.Data.Csv;

namespace MetricsAsCode.Tests.Data;

public class TimestampTests
{
    private const string NewYork = "America/New_York", Kolkata = "Asia/Kolkata";

    [Theory]
    [InlineData("1970-01-01", 0)]
    [InlineData("1970-01-01T00:00:00.000001", 1)]
    [InlineData("1969-12-31T23:59:59.999999Z", -1)]
    [InlineData("1970-01-01 00:01", 60_000000)]
    [InlineData("1970-01-01T00:00:01.5", 1_500000)]
    [InlineData("1970-01-01T00:00:00.1234560000Z", 123456)]
    [InlineData("1970-01-01T05:30+05:30", 0)]
    [InlineData("1970-01-01 05:30:00+0530", 0)]
    [InlineData("1969-12-31T19:00:00-05", 0)]
    [InlineData("0001-01-01", -62135596800_000000)]
    [InlineData("9999-12-31T23:59:59.999999", 253402300799_999999)]
    public void Without_a_zone_times_are_utc(string cell, long micros) => Value<long>(cell, Of("t", ColumnKind.Timestamp)).ShouldBe(micros);

    [Theory]
    [InlineData(Kolkata, "2026-07-01", "2026-06-30T18:30:00Z")]
    [InlineData(Kolkata, "2026-07-01T03:53:00", "2026-06-30T22:23:00Z")]
    [InlineData(Kolkata, "2026-07-01T03:53:00Z", "2026-07-01T03:53:00Z")] // an offset wins
    [InlineData(Kolkata, "2026-07-01T03:53:00-01:00", "2026-07-01T04:53:00Z")]
    [InlineData(NewYork, "2026-01-15T12:00", "2026-01-15T17:00:00Z")]
    [InlineData(NewYork, "2026-07-15T12:00", "2026-07-15T16:00:00Z")]
    [InlineData(NewYork, "2026-03-08T01:59:59", "2026-03-08T06:59:59Z")] // the last second before the gap
    [InlineData(NewYork, "2026-03-08T02:30", "2026-03-08T07:30:00Z")] // in the gap: read as 03:30
    [InlineData(NewYork, "2026-03-08T03:00", "2026-03-08T07:00:00Z")] // the first second after it
    [InlineData(NewYork, "2026-11-01T00:59:59", "2026-11-01T04:59:59Z")]
    [InlineData(NewYork, "2026-11-01T01:30", "2026-11-01T05:30:00Z")] // occurs twice: the first instant
    [InlineData(NewYork, "2026-11-01T01:30-05:00", "2026-11-01T06:30:00Z")] // an offset names the second one
    [InlineData(NewYork, "2026-11-01T02:00", "2026-11-01T07:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45:00Z")] // a gap of half an hour, +10:30 before
    [InlineData("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00:00Z")] // a whole day skipped, -10:00 before
    [InlineData("Pacific/Apia", "2011-12-31T00:00", "2011-12-30T10:00:00Z")]
    public void Local_times_are_those_of_the_columns_zone(string zone, string cell, string utc)
    {
        long micros = Value<long>(cell, Of("t", ColumnKind.Timestamp) with { Zone = zone })!.Value;
        DateTime.UnixEpoch.AddMicroseconds(micros).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture).ShouldBe(utc);
    }

    [Fact]
    public void Every_hour_of_some_years_agrees_with_the_zone_read_backwards()
    {
        // From UTC to local is unambiguous; reading that back must give the instant, or, in the repeated hour, an earlier one of the same local time.
        var zone = TimeZoneInfo.FindSystemTimeZoneById(NewYork);
        var instants = Enumerable.Range(0, 3 * 366 * 24).Select(h => new DateTime(2023, 1, 1, 0, 30, 0, DateTimeKind.Utc).AddHours(h)).ToArray();
        string Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var read = Read("t\n" + string.Join('\n', instants.Select(Local)), Of("t", ColumnKind.Timestamp) with { Zone = NewYork }).Values<long>("t");
        int earlier = 0;
        for (int row = 0; row < instants.Length; row++)
        {
            var back = DateTime.UnixEpoch.AddMicroseconds(read[row]);
            Local(back).ShouldBe(Local(instants[row]));
            earlier += back == instants[row] ? 0 : back == instants[row].AddHours(-1) ? 1 : throw new InvalidOperationException($"{instants[row]:O} came back as {back:O}");
        }

        earlier.ShouldBe(3, "one repeated hour a year");
    }

    [Theory]
    [InlineData("2026-07-01T", "is not a time")]
    [InlineData("2026-07-01T24:00", "is not a time")]
    [InlineData("2026-07-01T12:60", "is not a time")]
    [InlineData("2026-07-01T12:00:60", "is not a time")]
    [InlineData("2026-07-01T12:00:00.", "is not a time")]
    [InlineData("2026-07-01T12", "is not a time")]
    [InlineData("2026-07-01T12:00:00X", "is not a time")]
    [InlineData("2026-07-01T12:00+5:30", "is not a time")]
    [InlineData("2026-07-01T12:00+05:60", "is not a time")]
    [InlineData("2026-02-30T12:00", "is not a time")]
    [InlineData("1782950400", "is not a time")]
    [InlineData("2026-07-01T12:00:00.1234567", "is finer than a microsecond")]
    [InlineData("0001-01-01T00:00+05:30", "is outside the years 1 to 9999")]
    [InlineData("9999-12-31T23:00-05:00", "is outside the years 1 to 9999")]
    public void Other_times_are_refused(string cell, string why) => Refusal(cell, Of("t", ColumnKind.Timestamp)).ShouldContain(why);
}
