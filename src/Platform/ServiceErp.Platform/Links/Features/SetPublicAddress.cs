using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Links.Features;

/// <summary>Writes down under which address customers reach this program. Links already sent keep the old one.</summary>
public static class SetPublicAddress
{
    /// <summary>The command; without an address no links are sent.</summary>
    [Requires(LinkPermissions.Address)]
    [Reaches(Reach.All)]
    public sealed record Command(string? Address) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Address).PublicAddress();
    }

    internal sealed class Handler(PlatformDbContext db, PublicLinks links) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (links.IsConfigured)
            {
                return Error.Refused("Platform.PublicAddress.Configured", "The address stands in the program's settings (Public:Address). Change it there.");
            }

            await PublicAddressRecord.WriteAsync(db, request.Address, cancel);
            return Done.It;
        }
    }
}
