using NodaTime;
using ServiceErp.Platform.Composition;

namespace ServiceErp.Demo;

/// <summary>
/// Lives through many stories at once in the order of time. A story is a sequence of instants: it goes on when its next one has come, with the clock set to it.
/// What would happen after the end does not happen any more, so that the demo ends amid unfinished work.
/// </summary>
internal sealed class Timeline(PlatformClock clock, Instant end)
{
    private readonly PriorityQueue<IAsyncEnumerator<Instant>, (Instant At, int Turn)> waiting = new();
    private int turn;

    /// <summary>Lets a story begin at an instant.</summary>
    public void Begin(Instant at, IAsyncEnumerable<Instant> story) => waiting.Enqueue(story.GetAsyncEnumerator(), (at, turn++));

    /// <summary>Tells every story up to the end.</summary>
    /// <param name="lived">Told after each step what time it is.</param>
    public async Task LiveAsync(Action<Instant> lived)
    {
        while (waiting.TryDequeue(out var story, out var due))
        {
            if (due.At <= end)
            {
                clock.TravelTo(due.At);
                if (await story.MoveNextAsync())
                {
                    waiting.Enqueue(story, (Instant.Max(story.Current, due.At), turn++));
                    lived(due.At);
                    continue;
                }
            }

            await story.DisposeAsync();
        }
    }
}
