using System.Security.Cryptography;

namespace ServiceErp.Platform.Persistence;

/// <summary>The wait before something that lost a race is tried again.</summary>
public interface IRacePause
{
    /// <summary>Waits.</summary>
    /// <param name="attempt">The attempt that was lost: 1, 2, 3 …</param>
    /// <param name="cancel">Stops waiting.</param>
    Task WaitAsync(int attempt, CancellationToken cancel);
}

/// <summary>A few random milliseconds, more with each attempt: those who collided and go on at once collide again.</summary>
internal sealed class RandomRacePause : IRacePause
{
    private const int MostMilliseconds = 15;

    public Task WaitAsync(int attempt, CancellationToken cancel) => Task.Delay(RandomNumberGenerator.GetInt32(1, (MostMilliseconds * attempt) + 1), cancel);
}

/// <summary>The one policy by which commands, effects and housekeeping are tried again after somebody else was first.</summary>
internal sealed class LostRaces(IRacePause pause)
{
    private const int Attempts = 6;

    /// <summary>
    /// Carries something out, anew after each lost race. Who waited for a lock in vain has waited long: for a person that is the end; what runs without one may wait once more.
    /// </summary>
    /// <param name="attempt">What to do, given the number of the attempt; nothing of a failed one may remain.</param>
    /// <param name="waits">Whether it can wait: it is the program's own, and nobody stands there for the answer.</param>
    /// <param name="cancel">Stops waiting between attempts.</param>
    /// <returns>The answer of the attempt that won; the last one's exception is thrown.</returns>
    public async Task<T> RetryAsync<T>(Func<int, Task<T>> attempt, bool waits, CancellationToken cancel)
    {
        var locksLeft = waits ? 1 : 0;
        for (var number = 1; ; number++)
        {
            try
            {
                return await attempt(number);
            }
            catch (Exception e) when (number < Attempts && (DatabaseErrors.IsLostRace(e) || (DatabaseErrors.IsLockNotFree(e) && locksLeft-- > 0)))
            {
                await pause.WaitAsync(number, cancel);
            }
        }
    }
}
