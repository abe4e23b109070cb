// Each class here breaks one rule of tests/ServiceErp.Architecture.Tests and carries the rule's name, so that every rule is proven able to fail.
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.Sins
{
    internal sealed class ReferencesOnlyAbstractions
    {
        public static string Sin => typeof(TestBranches).FullName!;
    }

    public sealed class LittleIsPublic;

    public sealed class AbstractionsHoldOnlyWords;

    internal sealed class NamesSaySomethingHelper;

    internal sealed record EventsHaveStableNames : IIntegrationEvent;
}

namespace ServiceErp.Sins.Domain
{
    internal sealed class BranchesHideTheirs : Entity
    {
        public Guid? BranchId { get; init; }
    }

    internal enum SinState
    {
        Fresh,
        Stale,
    }

    internal sealed class DomainIsPure
    {
        public DbContext? Sin { get; init; }

        public DbSet<StateIsWrittenOnce>? Everybodys { get; init; }
    }

    internal sealed class StateIsWrittenOnce : Aggregate
    {
        public SinState State { get; private set; }

        public void First() => State = SinState.Stale;

        public void Second() => State = SinState.Fresh;
    }
}

namespace ServiceErp.Sins.Pages
{
    internal sealed class EdgesOnlySend
    {
        public Domain.StateIsWrittenOnce? Sin { get; init; }
    }
}

namespace ServiceErp.Sins.Features
{
    public static class CommandsSayHowFarTheyReach
    {
        [Anyone("a sin")]
        public sealed record SaysNothing : ICommand<Done>;

        [Anyone("a sin")]
        [Reaches(Reach.Branch)]
        public sealed record AsksNobody : ICommand<Done>;

        internal sealed class Handler : IHandler<SaysNothing, Done>, IHandler<AsksNobody, Done>
        {
            public Task<Result<Done>> Handle(SaysNothing request, CancellationToken cancel) => Task.FromResult<Result<Done>>(Done.It);

            public Task<Result<Done>> Handle(AsksNobody request, CancellationToken cancel) => Task.FromResult<Result<Done>>(Done.It);
        }
    }

    public static class WhatBelongsToAllSaysWhoMay
    {
        [Anyone("a sin")]
        public sealed record Command : ICommand<Done>;

        internal sealed class Handler(Domain.DomainIsPure things) : IHandler<Command, Done>
        {
            public async Task<Result<Done>> Handle(Command request, CancellationToken cancel) => await things.Everybodys!.AnyAsync(cancel) ? Done.It : Done.It;
        }
    }

    public static class RequestsSayWhoMay
    {
        public sealed record Command : ICommand<Done>;

        internal sealed class Handler : IHandler<Command, Done>
        {
            public Task<Result<Done>> Handle(Command request, CancellationToken cancel) => Task.FromResult<Result<Done>>(Done.It);
        }
    }

    public static class RequestsHaveOneHandler
    {
        [Anyone("a sin")]
        public sealed record Command : ICommand<Done>;
    }

    public static class HandlersAreInternal
    {
        [Anyone("a sin")]
        public sealed record Query : IQuery<Done>;

        public sealed class Handler : IHandler<Query, Done>
        {
            public Task<Result<Done>> Handle(Query request, CancellationToken cancel) => Task.FromResult<Result<Done>>(Done.It);
        }
    }

    internal sealed class FeaturesStandAlone
    {
        public RequestsSayWhoMay.Handler? Sin { get; init; }
    }

    public static class VersionsAreCompared
    {
        [Anyone("a sin")]
        public sealed record Command(int? Version) : ICommand<Done>, IVersioned;

        internal sealed class Handler : IHandler<Command, Done>
        {
            public Task<Result<Done>> Handle(Command request, CancellationToken cancel) => Task.FromResult<Result<Done>>(request.Version > 0 ? Done.It : Done.It);
        }
    }

    public static class ReasonsTellSomething
    {
        [Anyone("a sin")]
        public sealed record Command(string Reason) : ICommand<Done>;

        internal sealed class Handler : IHandler<Command, Done>
        {
            public Task<Result<Done>> Handle(Command request, CancellationToken cancel) => Task.FromResult<Result<Done>>(Done.It);
        }
    }

    internal sealed class OnlyThePlatformStores(PlatformDbContext db)
    {
        public int Sin() => db.SaveChanges();
    }
}
