namespace ServiceErp.Platform.Dispatching;

/// <summary>
/// Takes back what a command did beside its own transaction, such as the signature it kept before it took its lock: a refused command leaves no trace. Of one scope; the <see cref="Dispatcher"/> calls it when
/// the scope with its locks is gone.
/// </summary>
internal sealed class WhenRefused
{
    private readonly List<Func<Task>> steps = [];

    public void Do(Func<Task> step) => steps.Add(step);

    public async Task DoneAsync()
    {
        foreach (var step in steps)
        {
            await step();
        }
    }
}
