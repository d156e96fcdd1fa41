using MetricsAsCode.Data;
using static MetricsAsCode.Tests.Data.Csv;

namespace MetricsAsCode.Tests.Data;

public class CsvFuzzTests
{
    private static readonly ColumnSchema[] Columns =
    [
        Integer("id") with { IsKey = true },
        Text("note") with { IsOptional = true },
        Of("at", ColumnKind.Timestamp) with { Zone = "Asia/Kolkata" },
        Of("took", ColumnKind.Duration),
        Of("amount", ColumnKind.Money, 2) with { Low = -5 },
        Of("x", ColumnKind.Number),
        Of("ok", ColumnKind.Boolean),
        Of("day", ColumnKind.Date),
    ];

    private static readonly byte[] Valid = [.. """
        id,note,at,took,amount,x,ok,day
        1,"a ""b""
        c",2026-07-01T03:53:00.5+05:30,PT1H30M,-4.99,1e3,true,2026-07-01
        2,é日𝄞,2026-07-01 03:53,2 hours,12,0.1,0,1999-12-31
        """u8];

    [Fact]
    public void Whatever_bytes_a_file_holds_it_is_read_or_refused_with_a_data_error()
    {
        Read(Valid, Columns).RowCount.ShouldBe(2);
        ReadOnlySpan<byte> replacements = [0, (byte)'"', (byte)',', (byte)'\n', (byte)'\r', (byte)'9', 0xC3];
        int read = 0, refused = 0;
        for (int at = 0; at < Valid.Length; at++)
        {
            foreach (byte replacement in replacements)
            {
                byte[] changed = [.. Valid];
                changed[at] = replacement;
                Count(changed, ref read, ref refused);
            }

            Count([.. Valid[..at], .. Valid[(at + 1)..]], ref read, ref refused);
            Count(Valid[..at], ref read, ref refused);
        }

        (read + refused).ShouldBe(Valid.Length * 9);
        read.ShouldBeGreaterThan(50);
        refused.ShouldBeGreaterThan(500);
    }

    private static void Count(byte[] bytes, ref int read, ref int refused)
    {
        string whole = Outcome(() => Read(bytes, Columns)), steps = Outcome(() => ReadInSteps(bytes, Columns));
        steps.ShouldBe(whole, "where the buffer ends does not matter");
        if (whole.Length == 0)
            read++;
        else
            refused++;
    }

    /// <summary>The errors, or nothing when the file is read.</summary>
    private static string Outcome(Func<DataFrame> read)
    {
        try
        {
            read();
            return "";
        }
        catch (DataException e)
        {
            e.Errors.ShouldAllBe(error => error.Line >= 0 && error.Column >= 0 && (error.Message.EndsWith('.') || error.Message.EndsWith('?')));
            return e.Message;
        }
    }
}
