namespace MetricsAsCode.Tests.Pipeline;

/// <summary>One note of a merge request, against a `curl` that answers from files.</summary>
public sealed class GitlabNoteTests : IDisposable
{
    private readonly Job job = new Job()
        .With("CI_API_V4_URL", "https://gitlab.example/api/v4")
        .With("CI_PROJECT_ID", "5")
        .With("CI_MERGE_REQUEST_IID", "7")
        .With("CI_JOB_URL", "https://gitlab.example/acme/shop/-/jobs/1")
        .With("CI_JOB_TOKEN", "job-token");

    public GitlabNoteTests()
    {
        job.Write("work/metrics-report/report.md", "## Metrics\n\nAll well.\n").Write("notes-1.json", "[]");
        job.Program("curl", """
            echo "$*" | grep -q token && [ "${*#*PRIVATE-TOKEN}" != "$*" ] && exit 9
            while [ $# -gt 0 ]; do
              case $1 in
                --request) method=$2; shift ;;
                --config) config=$2; shift ;;
                --output) output=$2; shift ;;
                --data-urlencode) cp "${2#body@}" "$JOB/body.md"; shift ;;
                http*) place=${1#*/merge_requests/} ;;
              esac
              shift
            done
            echo "$method $place $(cat "$config")" >> "$JOB/calls"
            if [ -f "$JOB/fail-$method" ]; then cat "$JOB/fail-$method"; exit 0; fi
            if [ "$method" = GET ]; then cp "$JOB/notes-${place##*page=}.json" "$output"; fi
            echo 200

            """);
    }

    public void Dispose() => job.Dispose();

    [ShellFact]
    public void The_first_run_posts_a_note()
    {
        job.Run("gitlab-note.sh").ShouldBe((0, "A note is posted.\n"));
        job.Calls.ShouldBe(["GET 7/notes?per_page=100&page=1 header = \"JOB-TOKEN: job-token\"", "POST 7/notes header = \"JOB-TOKEN: job-token\""]);
        job.Read("body.md").ShouldBe("<!-- metricsascode report -->\n## Metrics\n\nAll well.\n");
    }

    [ShellFact]
    public void A_later_run_updates_its_note_wherever_it_is()
    {
        string others = string.Join(",", Enumerable.Range(1, 100).Select(i => $$"""{ "id": {{i}}, "system": {{(i == 1 ? "true" : "false")}}, "body": "{{(i == 1 ? "<!-- metricsascode report -->" : "hello")}}" }"""));
        job.Write("notes-1.json", $"[{others}]").Write("notes-2.json", """[{ "id": 333, "system": false, "body": "<!-- metricsascode report -->\nold" }]""");
        job.With("METRICS_GITLAB_TOKEN", "secret").Run("gitlab-note.sh").ShouldBe((0, "Note 333 is updated.\n"));
        job.Calls[^1].ShouldBe("PUT 7/notes/333 header = \"PRIVATE-TOKEN: secret\"");
    }

    [ShellFact]
    public void A_token_that_may_not_write_is_no_failure()
    {
        job.Write("fail-POST", "403");
        var (exit, output) = job.Run("gitlab-note.sh");
        output.ShouldStartWith("This token may not write notes. The report is among the artifacts of the job;");
        exit.ShouldBe(0);
    }

    [ShellFact]
    public void Any_other_failure_is_one()
    {
        job.Write("fail-GET", "500");
        job.Run("gitlab-note.sh").ShouldBe((1, "The notes of the merge request cannot be reached (HTTP 500).\n"));
    }
}
