namespace ServiceErp.Kernel.Tests;

public sealed class LifecycleTests
{
    private const string NeedsSignature = "The customer has not signed.";
    private const string NeedsPayment = "The fee is neither paid nor invoiced.";
    private const string NeedsInspection = "The device needs an inspection.";

    private static readonly Lifecycle<Job, JobState, JobTrigger> Table = Lifecycle<Job, JobState, JobTrigger>.Define(JobState.Received, table =>
    {
        table.Configure(JobState.Received)
            .Permit(JobTrigger.Assign, JobState.Assigned)
            .Permit(JobTrigger.Cancel, JobState.Cancelled);
        table.Configure(JobState.Assigned)
            .PermitReentryIf(JobTrigger.Assign, job => !job.Started, "The work has begun.")
            .Permit(JobTrigger.Finish, JobState.Finished)
            .PermitIf(JobTrigger.Finish, JobState.InInspection, job => job.InspectionDue, NeedsInspection)
            .PermitReentry(JobTrigger.Note);
        table.Configure(JobState.InInspection)
            .Permit(JobTrigger.Finish, JobState.Finished);
        table.Configure(JobState.Finished)
            .PermitIf(JobTrigger.Release, JobState.Released, (job => job.Signed, NeedsSignature), (job => job.Paid, NeedsPayment));
        table.Configure(JobState.Released)
            .PermitReentry(JobTrigger.Note);
        table.Final(JobState.Released, JobState.Cancelled);
    });

    internal enum JobState { Received, Assigned, InInspection, Finished, Released, Cancelled }

    internal enum JobTrigger { Assign, Finish, Release, Cancel, Note }

    public static TheoryData<string, string, string?> Matrix()
    {
        var permitted = new Dictionary<(JobState, JobTrigger), JobState>
        {
            [(JobState.Received, JobTrigger.Assign)] = JobState.Assigned,
            [(JobState.Received, JobTrigger.Cancel)] = JobState.Cancelled,
            [(JobState.Assigned, JobTrigger.Assign)] = JobState.Assigned,
            [(JobState.Assigned, JobTrigger.Finish)] = JobState.Finished,
            [(JobState.Assigned, JobTrigger.Note)] = JobState.Assigned,
            [(JobState.InInspection, JobTrigger.Finish)] = JobState.Finished,
            [(JobState.Finished, JobTrigger.Release)] = JobState.Released,
            [(JobState.Released, JobTrigger.Note)] = JobState.Released,
        };
        TheoryData<string, string, string?> matrix = [];
        foreach (var state in Enum.GetValues<JobState>())
        {
            foreach (var trigger in Enum.GetValues<JobTrigger>())
            {
                matrix.Add(state.ToString(), trigger.ToString(), permitted.TryGetValue((state, trigger), out var to) ? to.ToString() : null);
            }
        }

        return matrix;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Every_trigger_in_every_state_leads_where_the_table_says_or_is_refused(string state, string trigger, string? to)
    {
        var job = new Job { Signed = true, Paid = true };
        var (from, by) = (Enum.Parse<JobState>(state), Enum.Parse<JobTrigger>(trigger));

        var result = Table.Fire(job, from, by);

        Assert.Equal(to is not null, result.Succeeded);
        Assert.Equal(to is not null, Table.CanFire(job, from, by));
        Assert.Equal(to is not null, Table.PermittedTriggers(job, from).Contains(by));
        if (to is null)
        {
            Assert.Equal("Tests.Job.NotPermitted", result.Error!.Code);
            Assert.Equal(ErrorKind.Refused, result.Error.Kind);
        }
        else
        {
            Assert.Equal(Enum.Parse<JobState>(to), result.Value);
        }
    }

    [Fact]
    public void An_unknown_trigger_is_refused_with_what_is_possible_instead()
    {
        var error = Table.Fire(new Job { Started = true }, JobState.Assigned, JobTrigger.Release).Error!;

        Assert.Equal("Release is not possible while Assigned; possible now: Finish, Note.", error.ToString());
        Assert.Equal(Lifecycle<Job, JobState, JobTrigger>.NotPermittedMessage, error.Message);
        Assert.Equal(JobTrigger.Release, error.Arguments[0]);
        Assert.Equal(JobState.Assigned, error.Arguments[1]);
        Assert.Equal([JobTrigger.Finish, JobTrigger.Note], Assert.IsType<ErrorList>(error.Arguments[2]).Values);
    }

    [Fact]
    public void Where_nothing_is_possible_the_refusal_says_so() =>
        Assert.Equal(
            "Finish is not possible while Cancelled; nothing is possible any more.",
            Table.Fire(new Job(), JobState.Cancelled, JobTrigger.Finish).Error!.ToString());

    [Fact]
    public void A_failed_guard_refuses_in_its_own_words()
    {
        var error = Table.Fire(new Job { Signed = true }, JobState.Finished, JobTrigger.Release).Error!;

        Assert.Equal("Tests.Job.Release.Refused", error.Code);
        Assert.Equal(NeedsPayment, error.Message);
        Assert.Equal(ErrorKind.Refused, error.Kind);
        Assert.Empty(error.Details);
    }

    [Fact]
    public void Several_failed_guards_are_all_told()
    {
        var error = Table.Fire(new Job(), JobState.Finished, JobTrigger.Release).Error!;

        Assert.Equal(NeedsSignature, error.Message);
        Assert.Equal([NeedsSignature, NeedsPayment], error.Details.Select(detail => detail.Message));
    }

    [Fact]
    public void The_first_passing_guard_wins_and_the_unguarded_move_is_what_remains()
    {
        Assert.Equal(JobState.InInspection, Table.Fire(new Job { InspectionDue = true }, JobState.Assigned, JobTrigger.Finish).Value);
        Assert.Equal(JobState.Finished, Table.Fire(new Job { InspectionDue = false }, JobState.Assigned, JobTrigger.Finish).Value);
    }

    [Fact]
    public void Of_two_guarded_moves_the_first_defined_wins_and_without_any_both_refusals_are_told()
    {
        var table = Lifecycle<int, Two, One>.Define(Two.First, m =>
        {
            m.Configure(Two.First).PermitIf(One.Go, Two.Second, n => n > 10, "Too small.").PermitReentryIf(One.Go, n => n > 5, "Far too small.");
            m.Final(Two.Second);
        });

        Assert.Equal(Two.Second, table.Fire(11, Two.First, One.Go).Value);
        Assert.Equal(Two.First, table.Fire(6, Two.First, One.Go).Value);
        Assert.Equal(["Too small.", "Far too small."], table.Fire(5, Two.First, One.Go).Error!.Details.Select(detail => detail.Message));
    }

    [Fact]
    public void Explain_lists_every_trigger_of_the_state_with_its_refusal()
    {
        var explained = Table.Explain(new Job { Started = true }, JobState.Assigned);

        Assert.Equal([JobTrigger.Assign, JobTrigger.Finish, JobTrigger.Note], explained.Select(one => one.Trigger));
        Assert.Equal([false, true, true], explained.Select(one => one.Permitted));
        Assert.Equal("The work has begun.", explained[0].Refusal!.Message);
        Assert.Empty(Table.Explain(new Job(), JobState.Cancelled));
    }

    [Fact]
    public void The_table_can_be_read_without_its_types()
    {
        ILifecycle table = Table;

        Assert.Equal("Tests.Job", table.Name);
        Assert.Equal("Received", table.Initial);
        Assert.Equal(["Received", "Assigned", "InInspection", "Finished", "Released", "Cancelled"], table.States);
        Assert.Equal(["Released", "Cancelled"], table.States.Where(table.IsFinal));
        Assert.False(table.IsFinal("Nonsense"));
        Assert.Equal(9, table.Transitions.Count);
        var release = table.Transitions.Single(move => move.Trigger == "Release");
        Assert.Equal(("Finished", "Released"), (release.From, release.To));
        Assert.Equal([NeedsSignature, NeedsPayment], release.Refusals);
        Assert.Equal($"{NeedsSignature} {NeedsPayment}", release.GuardDescription);
        Assert.Null(table.Transitions[0].GuardDescription);
    }

    [Fact]
    public void The_name_may_be_given() =>
        Assert.Equal("Shop.Order", Lifecycle<int, Two, One>.Define(Two.First, ToSecond, "Shop.Order").Name);

    [Fact]
    public void The_table_can_be_drawn() => Assert.Equal(
        """
        stateDiagram-v2
            [*] --> First
            First --> Second : Go [if]
            First --> First : Go
            Second --> [*]

        """.ReplaceLineEndings("\n"),
        Lifecycle<int, Two, One>.Define(Two.First, m =>
        {
            m.Configure(Two.First).PermitIf(One.Go, Two.Second, n => n > 0, "Too small.").PermitReentry(One.Go);
            m.Final(Two.Second);
        }).ToMermaid());

    [Fact]
    public void A_state_that_cannot_be_reached_is_a_fault() => Faulty<Three, Pair>("Third cannot be reached from First.", Three.First, m =>
    {
        m.Configure(Three.First).Permit(Pair.Go, Three.Second);
        m.Configure(Three.Third).Permit(Pair.Return, Three.First);
        m.Final(Three.Second);
    });

    [Fact]
    public void A_trigger_that_is_never_used_is_a_fault() => Faulty<Two, Pair>("Return is never used.", Two.First, m =>
    {
        m.Configure(Two.First).Permit(Pair.Go, Two.Second);
        m.Final(Two.Second);
    });

    [Fact]
    public void Two_unguarded_moves_are_a_fault() => Faulty<Three, One>(
        "Go is ambiguous in First: more than one move is unguarded.",
        Three.First,
        m =>
        {
            m.Configure(Three.First).Permit(One.Go, Three.Second).Permit(One.Go, Three.Third);
            m.Final(Three.Second, Three.Third);
        });

    [Fact]
    public void Two_moves_to_the_same_state_are_a_fault() => Faulty<Two, One>(
        "Go is ambiguous in First: it leads to Second more than once.",
        Two.First,
        m =>
        {
            m.Configure(Two.First).Permit(One.Go, Two.Second).PermitIf(One.Go, Two.Second, _ => true, "Never.");
            m.Final(Two.Second);
        });

    [Fact]
    public void A_state_neither_left_nor_final_is_a_fault() =>
        Faulty<Two, One>("Second is neither left nor final.", Two.First, m => m.Configure(Two.First).Permit(One.Go, Two.Second));

    [Fact]
    public void A_state_that_is_only_reentered_is_a_fault() => Faulty<Two, One>("Second is neither left nor final.", Two.First, m =>
    {
        m.Configure(Two.First).Permit(One.Go, Two.Second);
        m.Configure(Two.Second).PermitReentry(One.Go);
    });

    [Fact]
    public void A_final_state_that_is_left_is_a_fault() => Faulty<Two, Pair>("Second is final, yet it is left.", Two.First, m =>
    {
        m.Configure(Two.First).Permit(Pair.Go, Two.Second);
        m.Configure(Two.Second).Permit(Pair.Return, Two.First);
        m.Final(Two.Second);
    });

    [Fact]
    public void All_faults_are_told_at_once() => Faulty<Three, Pair>(
        "Second cannot be reached from First. Third cannot be reached from First. Go is never used. Return is never used. "
            + "First is neither left nor final. Second is neither left nor final. Third is neither left nor final.",
        Three.First,
        _ => { });

    private static void ToSecond(LifecycleDefinition<int, Two, One> table)
    {
        table.Configure(Two.First).Permit(One.Go, Two.Second);
        table.Final(Two.Second);
    }

    private static void Faulty<TState, TTrigger>(string faults, TState initial, Action<LifecycleDefinition<int, TState, TTrigger>> configure)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => Lifecycle<int, TState, TTrigger>.Define(initial, configure, "Test.Thing"));
        Assert.Equal($"The life cycle Test.Thing is faulty: {faults}", thrown.Message);
    }

    private enum One { Go }

    private enum Pair { Go, Return }

    private enum Two { First, Second }

    private enum Three { First, Second, Third }

    internal sealed class Job
    {
        public bool Started { get; init; }

        public bool InspectionDue { get; init; }

        public bool Signed { get; init; }

        public bool Paid { get; init; }
    }
}
