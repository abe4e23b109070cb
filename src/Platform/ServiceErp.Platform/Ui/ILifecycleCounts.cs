using ServiceErp.Kernel;

namespace ServiceErp.Platform.Ui;

/// <summary>
/// A life cycle to be drawn on the page "Life cycles", with how many are in each state. Implemented in the module's <c>Integration</c> folder, registered in its
/// <c>Register</c>, made in the signed-in user's scope.
/// </summary>
public interface ILifecycleCounts
{
    /// <summary>The table it is drawn from.</summary>
    ILifecycle Lifecycle { get; }

    /// <summary>What lives this life, as an English plural, such as "Service orders"; translated when shown.</summary>
    string Title { get; }

    /// <summary>The permission to see the list behind it.</summary>
    string Permission { get; }

    /// <summary>How many are in each state, for the current user; states without any may be left out.</summary>
    /// <param name="cancel">The reader has left.</param>
    Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel);

    /// <summary>The list of those in a state.</summary>
    string HrefOf(string state);

    /// <summary>The colour of a state; the one its badge has elsewhere.</summary>
    Tone ToneOf(string state) => Tone.Neutral;
}
