namespace MetricsAsCode.Tests.Pipeline;

/// <summary>One comment of a pull request, against a `gh` that answers from files.</summary>
public sealed class GithubCommentTests : IDisposable
{
    private const string Marker = "<!-- metricsascode report -->";

    private readonly Job job = new Job()
        .With("GITHUB_REPOSITORY", "acme/shop")
        .With("GITHUB_SERVER_URL", "https://github.example")
        .With("GITHUB_RUN_ID", "42")
        .With("METRICS_PULL_REQUEST", "7");

    public GithubCommentTests()
    {
        job.With("GITHUB_STEP_SUMMARY", job.At("summary.md")).Write("work/metrics-report/report.md", "## Metrics\n\nAll well.\n").Write("comments.json", "[]");
        job.Program("gh", """
            method=GET body= query=
            while [ $# -gt 0 ]; do
              case $1 in
                --method) method=$2; shift ;;
                --jq) query=$2; shift ;;
                -F) body=${2#body=@}; shift ;;
                repos/*) place=$1 ;;
              esac
              shift
            done
            echo "$method $place" >> "$JOB/calls"
            if [ -f "$JOB/fail-$method" ]; then cat "$JOB/fail-$method" >&2; exit 1; fi
            if [ -n "$body" ]; then cp "$body" "$JOB/body.md"; fi
            if [ -n "$query" ]; then jq -r "$query" "$JOB/comments.json"; fi

            """);
    }

    public void Dispose() => job.Dispose();

    [ShellFact]
    public void The_first_run_posts_a_comment()
    {
        job.Run("github-comment.sh").ShouldBe((0, "A comment is posted.\n"));
        job.Calls.ShouldBe(["GET repos/acme/shop/issues/7/comments?per_page=100", "POST repos/acme/shop/issues/7/comments"]);
        job.Read("body.md").ShouldBe($"{Marker}\n## Metrics\n\nAll well.\n");
        job.Read("summary.md").ShouldBe(job.Read("body.md"));
    }

    /// <summary>Neither what others write behind the same marker, nor the comment of another name.</summary>
    [ShellFact]
    public void A_later_run_updates_its_own_comment()
    {
        job.Write("comments.json", $$"""
            [
              { "id": 1, "user": { "login": "mallory" }, "body": "{{Marker}}\nmine" },
              { "id": 2, "user": { "login": "github-actions[bot]" }, "body": "<!-- metricsascode other -->\nother" },
              { "id": 3, "user": { "login": "github-actions[bot]" }, "body": "{{Marker}}\nold" }
            ]
            """);
        job.Run("github-comment.sh").ShouldBe((0, "Comment 3 is updated.\n"));
        job.Calls.Skip(1).ShouldBe(["PATCH repos/acme/shop/issues/comments/3"]);
    }

    [ShellFact]
    public void Another_name_is_another_comment()
    {
        job.With("METRICS_COMMENT", "eu--> <b>west").Run("github-comment.sh").ExitCode.ShouldBe(0);
        job.Read("body.md").ShouldStartWith("<!-- metricsascode eu--bwest -->\n");
    }

    [ShellFact]
    public void No_one_is_notified_by_what_definitions_say()
    {
        job.Write("work/metrics-report/report.md", "@acme/all and (@ann), but sales@shop.example\n").Run("github-comment.sh").ExitCode.ShouldBe(0);
        job.Read("body.md").ShouldBe($"{Marker}\n@\u200bacme/all and (@\u200bann), but sales@shop.example\n");
    }

    [ShellFact]
    public void A_token_that_may_not_write_is_no_failure()
    {
        job.Write("fail-POST", "gh: Resource not accessible by integration (HTTP 403)\n");
        var (exit, output) = job.Run("github-comment.sh");
        output.ShouldBe("::notice title=metrics::This token may not write a comment, as on pull requests from forks. The report is in the summary of the job.\n");
        exit.ShouldBe(0);
        job.Read("summary.md").ShouldContain("All well.");
    }

    [ShellFact]
    public void Any_other_failure_is_one()
    {
        job.Write("fail-GET", "gh: Server Error (HTTP 502)\n");
        job.Run("github-comment.sh").ShouldBe((1, "gh: Server Error (HTTP 502)\n"));
    }

    [ShellFact]
    public void Without_a_pull_request_there_is_only_the_summary()
    {
        job.With("METRICS_PULL_REQUEST", "").Run("github-comment.sh").ShouldBe((0, ""));
        job.Calls.ShouldBeEmpty();
        job.Read("summary.md").ShouldContain("All well.");
    }

    /// <summary>The host refuses bodies of more than 65,536 characters. The text is of three bytes each.</summary>
    [ShellFact]
    public void A_long_report_is_cut_at_a_line_its_blocks_closed_and_points_to_the_summary()
    {
        string lines = string.Concat(Enumerable.Range(0, 900).Select(i => $"| {i} | {new string('▇', 90)} |\n"));
        string page = $"## Metrics\n\n<details><summary>Long</summary>\n\n````text\n```\n{lines}````\n\n</details>\n";
        job.Write("work/metrics-report/report.md", page).Run("github-comment.sh").ExitCode.ShouldBe(0);

        string body = job.Read("body.md");
        body.Length.ShouldBeInRange(64_000, 65_536);
        body.ShouldStartWith(Marker + "\n## Metrics\n");
        body.ShouldEndWith("▇ |\n````\n\n</details>\n\n… The rest is in [the summary of the job](https://github.example/acme/shop/actions/runs/42).\n");
        job.Read("summary.md").ShouldBe($"{Marker}\n{page}");
    }
}
