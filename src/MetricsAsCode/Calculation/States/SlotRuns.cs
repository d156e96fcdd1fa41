namespace MetricsAsCode.Calculation.States;

// Two ways to number slots. Member after member: a member's buckets stand side by side, so that a run of them is one piece. Bucket after bucket: rows in order
// of time write near each other even when there are millions of members.

/// <summary>Where the members of a scope keep what a stretch of time needs. Buckets are in order of time.</summary>
/// <param name="Buckets">How many elementary stretches each member has.</param>
/// <param name="From">The first of the stretch.</param>
/// <param name="To">The one behind the last.</param>
/// <param name="Members">How many members there are when slots are numbered bucket after bucket; 0 when they are numbered member after member.</param>
internal readonly record struct SlotRuns(int Buckets, int From, int To, int Members = 0)
{
    /// <summary>The slots of one member.</summary>
    public SlotRun Of(int code) => Members == 0
        ? new SlotRun((code * Buckets) + From, (code * Buckets) + To, 1)
        : new SlotRun((From * Members) + code, (To * Members) + code, Members);
}

/// <summary>Some slots: the first, the one behind the last, and how far each is from the next.</summary>
internal readonly record struct SlotRun(int From, int To, int Step);
