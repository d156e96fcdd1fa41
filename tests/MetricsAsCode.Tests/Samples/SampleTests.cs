using MetricsAsCode.Results;
using MetricsAsCode.Tests.OtherRows;
using MetricsAsCode.Tests.Reuse;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Samples;

public sealed class SampleTests
{
    // Of June's tickets 1, 2, 3, 4, 6 and 8 were asked; 1, 2, 4 and 6 have answered by the 2nd of July, 6 on the 1st; 3 does on the 5th.
    private const string Tickets = """
        ticket_id,customer,channel,created_at,sent_at
        1,ann,chat,2026-06-01T08:00:00,2026-06-01T09:00:00
        2,ann,chat,2026-06-02T08:00:00,2026-06-02T09:00:00
        3,bob,chat,2026-06-03T08:00:00,2026-06-03T09:00:00
        4,bob,mail,2026-06-04T08:00:00,2026-06-04T09:00:00
        5,cid,mail,2026-06-05T08:00:00,
        6,cid,mail,2026-06-30T08:00:00,2026-06-30T09:00:00
        7,ann,chat,2026-05-31T08:00:00,2026-05-31T09:00:00
        8,dee,phone,2026-06-10T08:00:00,2026-06-10T09:00:00
        """;

    private const string Surveys = """
        ticket_id,answered_at,rating
        1,2026-06-02T10:00:00,5
        2,2026-06-03T10:00:00,2
        4,2026-06-05T10:00:00,
        6,2026-07-01T10:00:00,4
        7,2026-06-01T10:00:00,4
        3,2026-07-05T10:00:00,1
        """;

    private static readonly Period June = Period.Month(2026, 6);

    [Fact]
    public void A_share_of_answers_carries_the_response_rate_and_an_interval()
    {
        using var trial = Desk("metric csat as percent = share(surveys.rating where rating >= 4)");
        var found = trial.Of("csat", June);
        (found.Numerator.ToString(), found.Denominator.ToString()).ShouldBe(("2", "3"));
        Rate(found).ShouldBe("4 / 6");
        found.ResponseRate!.Value.AsDouble.ShouldBe(4 / 6.0);
        found.ResponseRate.N.ShouldBe(6);
        // (2 + 1.9208 ∓ 1.96 √(2 · 1 / 3 + 0.9604)) / 6.8416 = (3.9208 ∓ 2.500108) / 6.8416
        found.Interval!.Value.Low.ShouldBe(0.207655, 1e-6);
        found.Interval.Value.High.ShouldBe(0.938510, 1e-6);
        found.OnSample().ShouldBe(["response rate 66.7%", "95% interval 20.8%..93.9%"]);
    }

    [Fact]
    public void Answers_behind_the_as_of_are_none_yet()
    {
        using var trial = Desk("metric csat = share(surveys.rating where rating >= 4)", asOf: "2026-07-01T00:00:00Z");
        Rate(trial.Of("csat", June)).ShouldBe("3 / 6");
        using var later = Desk("metric csat = share(surveys.rating where rating >= 4)", asOf: "2026-07-06T00:00:00Z");
        Rate(later.Of("csat", June)).ShouldBe("5 / 6");
    }

    [Fact]
    public void The_time_of_the_rows_asked_may_be_another()
    {
        using var trial = Desk("metric csat = share(surveys.rating where rating >= 4)", asked: "tickets dated sent_at");
        Rate(trial.Of("csat", Period.Day(new DateOnly(2026, 6, 30)))).ShouldBe("1 / 1");
        Rate(trial.Of("csat", June)).ShouldBe("4 / 6");
    }

    [Fact]
    public void Nobody_asked_is_no_response_rate()
    {
        using var trial = Desk("metric csat = share(surveys.rating where rating >= 4)");
        var found = trial.Of("csat", Period.Month(2026, 4));
        found.ResponseRate!.Reason!.Text.ShouldBe("no rows");
        found.Interval.ShouldBeNull();
        found.OnSample().ShouldBe(["no response rate (no rows)"]);
    }

    [Fact]
    public void In_a_breakdown_each_group_has_its_own_rate_when_the_rows_asked_have_the_group()
    {
        using var trial = Desk("""
            metric csat = share(surveys.rating where rating >= 4)
            scorecard june "June" for 2026-06 { show csat by tickets.channel; show csat by surveys.rating; show csat by tickets.customer top 1 }
            """);
        // The phone's ticket was asked and did not answer: no answer is of that group.
        trial.Ask(new MetricRequest("csat", [June], new Dimension("tickets", "channel"))).Select(g => $"{g.Group} {g.Measurement.Value} {Rate(g.Measurement)}")
            .ShouldBe(["chat 0.6666666666666666 2 / 3", "mail no value (no rows) 2 / 2"]);
        trial.Ask(new MetricRequest("csat", [June], new Dimension("surveys", "rating"))).Select(g => g.Measurement.ResponseRate!.Reason!.Text).Distinct()
            .ShouldBe(["the rows asked have no such group"]);
        trial.Ask(new MetricRequest("csat", [June], new Dimension("tickets", "customer"), Top: 1)).Select(g => $"{g.Group} {g.IsOther} {Rate(g.Measurement)}")
            .ShouldBe(["ann False 2 / 2", "other True 2 / 4"]);
    }

    [Theory]
    [InlineData("(share(surveys.rating where rating >= 4) where tickets.channel = chat)", "2 / 3")] // 1 and 2 of 1, 2, 3
    [InlineData("share(surveys where rating >= 4 among tickets.channel = mail and rating is known)", "2 / 2")] // 4 and 6; a rating has only who answers
    [InlineData("share(surveys where tickets.channel = mail)", "4 / 6")]
    [InlineData("count(surveys where ticket_id in [1, 3, 6])", "2 / 3")]
    [InlineData("count(surveys where ticket_id in set(tickets.ticket_id where channel = phone))", "0 / 1")]
    [InlineData("avg(surveys.rating where tickets.channel = chat or rating = 5)", "4 / 6")]
    [InlineData("share(surveys.rating where rating >= 4) over previous", "1 / 1")] // May's ticket 7
    [InlineData("count(surveys over previous)", "1 / 1")]
    [InlineData("share(surveys.rating where rating >= 4) - share(surveys.rating where rating <= 2)", "4 / 6")]
    [InlineData("count(tickets) / count(surveys where tickets.channel = mail)", "2 / 2")]
    [InlineData("count(surveys) / count(tickets)", "4 / 6")]
    [InlineData("coalesce(avg(surveys.rating), 3)", "4 / 6")]
    [InlineData("monthly", "4 / 6")]
    [InlineData("monthly over previous", "1 / 1")]
    public void Conditions_that_the_rows_asked_know_and_windows_narrow_them_too(string formula, string rate)
    {
        using var trial = Desk($"metric monthly every month = share(surveys.rating where rating >= 4)\nmetric m = {formula}");
        Rate(trial.Of("m", June)).ShouldBe(rate);
    }

    [Theory]
    [InlineData("avg(avg(surveys.rating) per customer)")]
    [InlineData("share(count(surveys) >= 1 per tickets)")]
    [InlineData("avg(count(surveys) each week)")]
    [InlineData("size(set(surveys.ticket_id))")]
    [InlineData("count(tickets)")]
    public void Numbers_per_entity_or_unit_and_sets_say_nothing_of_the_sample(string formula)
    {
        using var trial = Desk($"metric m = {formula.Replace("per customer", "per tickets.customer", StringComparison.Ordinal)}");
        trial.Of("m", June).ResponseRate.ShouldBeNull();
        trial.Of("m", June).OnSample().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("count(surveys where rating >= 4) / count(surveys.rating)", true)]
    [InlineData("count(surveys where rating >= 4) / count(surveys where rating is known)", true)]
    [InlineData("good / answers", true)]
    [InlineData("(good / answers) over quarter to date", true)]
    [InlineData("share(surveys where rating >= 4)", true)]
    [InlineData("count(surveys where rating >= 4) / count(surveys where rating >= 3)", false)] // only arithmetic tells that the first are some of the second
    [InlineData("good / (answers over previous)", false)]
    [InlineData("answers / count(tickets)", false)]
    [InlineData("1 - good / answers", false)]
    [InlineData("avg(surveys.rating)", false)]
    [InlineData("share(tickets where channel = chat)", false)]
    public void Only_a_part_of_the_sample_over_all_of_it_has_an_interval(string formula, bool hasInterval)
    {
        using var trial = Desk($"metric good = count(surveys where rating >= 4)\nmetric answers = count(surveys)\nmetric m = {formula}");
        (trial.Of("m", June).Interval is not null).ShouldBe(hasInterval);
    }

    [Fact]
    public void Several_answers_are_one_and_a_column_of_the_same_name_may_say_whose_they_are()
    {
        using var trial = new Trial(
            """
            module desk
            source tickets from csv "tickets.csv" { ticket_id text key; opened_on date time }
            source surveys from csv "surveys.csv" { ticket_id text?; answered_on date time; sample of tickets via ticket_id }
            metric answers = count(surveys)
            """,
            "2026-07-01T00:00:00Z",
            ("tickets.csv", "ticket_id,opened_on a,2026-06-01 b,2026-06-02 c,2026-06-03"),
            ("surveys.csv", "ticket_id,answered_on a,2026-06-02 a,2026-06-03 ,2026-06-04 d,2026-06-05"));
        var found = trial.Of("answers", June);
        (found.Value.ToString(), Rate(found)).ShouldBe(("4", "1 / 3"));
    }

    [Fact]
    public void Like_takes_over_the_sample_of_the_own_rows()
    {
        const string Own = """
            module own
            source questions like desk.tickets from csv "tickets.csv"
            source ratings like desk.surveys from csv "surveys.csv"
            metric csat = desk.csat(surveys = ratings)
            """;
        var found = Everywhere.Compute(
            Own, "own.csat", June, null, ("desk.metrics", Definitions("metric csat = share(surveys.rating where rating >= 4)\n")), ("tickets.csv", Tickets), ("surveys.csv", Surveys));
        // The newest answer is of the 5th of July, so that all but 8 have answered.
        Rate(found.Single().Measurement).ShouldBe("5 / 6");
    }

    private static string Rate(Measurement found) => $"{found.ResponseRate!.Numerator} / {found.ResponseRate.Denominator}";

    private static Trial Desk(string metrics, string asOf = "2026-07-02T00:00:00Z", string asked = "tickets where sent_at is known") =>
        new(Definitions(metrics, asked), asOf, ("tickets.csv", Tickets), ("surveys.csv", Surveys));

    private static string Definitions(string metrics, string asked = "tickets where sent_at is known") => $$"""
        module desk
        source tickets from csv "tickets.csv" {
          ticket_id integer key
          customer text
          channel text in [chat, mail, phone]
          created_at timestamp time
          sent_at timestamp?
        }
        source surveys from csv "surveys.csv" {
          ticket_id integer key -> tickets
          answered_at timestamp time
          rating integer?
          sample of {{asked}} via ticket_id
        }
        {{metrics}}

        """;
}
