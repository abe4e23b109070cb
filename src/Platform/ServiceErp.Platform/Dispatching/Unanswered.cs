using ServiceErp.Kernel;

namespace ServiceErp.Platform.Dispatching;

/// <summary>A question to another module found no answer, which is not the same as the answer "nothing". Whoever asked ends with a conflict and may ask again.</summary>
/// <param name="error">Why.</param>
public sealed class UnansweredException(Error error) : Exception(error.ToString());

/// <summary>Reads the answers of other modules.</summary>
public static class Questions
{
    /// <summary>The answer to a question that nobody can be refused.</summary>
    /// <exception cref="UnansweredException">There is none, since the database was busy.</exception>
    public static T OrUnanswered<T>(this Result<T> result) => result.Succeeded ? result.Value : throw new UnansweredException(result.Error);
}
