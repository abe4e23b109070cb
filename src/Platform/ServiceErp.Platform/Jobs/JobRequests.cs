using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Jobs;

/// <summary>How a job gets its work done.</summary>
public static class JobRequests
{
    /// <summary>Sends a request on behalf of the program; what is refused fails the run, with the reason as its outcome.</summary>
    /// <param name="dispatcher">The door.</param>
    /// <param name="request">The command or query.</param>
    /// <param name="cancel">The program stops: nothing more is begun.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public static async Task<TAnswer> DoAsync<TAnswer>(this Dispatcher dispatcher, IRequest<TAnswer> request, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var result = await dispatcher.Send(request, Caller.System, cancel: cancel);
        return result.Succeeded ? result.Value : throw new InvalidOperationException(result.Error.ToString());
    }
}
