namespace ServiceErp.Platform.Composition;

/// <summary>Whether the program is ready to serve; before that it migrates and makes the demo centre, whose clock stands in the past. Jobs wait for it.</summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How far the preparation is; null before it says so.</summary>
    public DemoProgress? Progress { get; set; }

    /// <summary>Why the preparation failed; null when it did not.</summary>
    public string? Failure { get; set; }

    /// <summary>Whether everything is there.</summary>
    public bool IsReady => ready.Task.IsCompleted;

    /// <summary>Done when everything is there.</summary>
    public Task WhenReady => ready.Task;

    /// <summary>Everything is there.</summary>
    public void Set() => ready.TrySetResult();
}
