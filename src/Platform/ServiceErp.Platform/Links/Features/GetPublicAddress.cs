using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Links.Features;

/// <summary>Under which address customers reach this program.</summary>
public static class GetPublicAddress
{
    /// <summary>The question.</summary>
    [Requires(LinkPermissions.Address)]
    public sealed record Query : IQuery<Answer>;

    /// <summary>The address.</summary>
    /// <param name="Address">Null until somebody has said so: messages then go without links.</param>
    /// <param name="IsConfigured">It stands in the program's settings (<c>Public:Address</c>) and is changed there only.</param>
    public sealed record Answer(string? Address, bool IsConfigured);

    internal sealed class Handler(PublicLinks links) : IHandler<Query, Answer>
    {
        public Task<Result<Answer>> Handle(Query request, CancellationToken cancel) => Task.FromResult<Result<Answer>>(new Answer(links.Address, links.IsConfigured));
    }
}
