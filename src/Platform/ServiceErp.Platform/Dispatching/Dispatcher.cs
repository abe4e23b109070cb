using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Autofac;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Dispatching;

/// <summary>
/// The one door into every module, for routes, pages and jobs alike: authorise → validate → handle → save. Each request runs in
/// a lifetime scope of its own.
/// </summary>
public sealed class Dispatcher
{
    private static readonly MethodInfo Typed = typeof(Dispatcher).GetMethod(nameof(SendTyped), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly ConcurrentDictionary<Type, Delegate> pipelines = new();
    private readonly ILifetimeScope root;
    private readonly ModuleCatalog catalog;
    private readonly OutboxPump pump;
    private readonly LostRaces races;
    private readonly IClock clock;
    private readonly IIdentifiers identifiers;
    private readonly ILogger<Dispatcher> log;

    internal Dispatcher(ILifetimeScope root, ModuleCatalog catalog, OutboxPump pump, LostRaces races, IClock clock, IIdentifiers identifiers, ILogger<Dispatcher> log)
    {
        this.root = root;
        this.catalog = catalog;
        this.pump = pump;
        this.races = races;
        this.clock = clock;
        this.identifiers = identifiers;
        this.log = log;
    }

    /// <summary>Sends a request on behalf of somebody.</summary>
    /// <param name="request">The command or query.</param>
    /// <param name="caller">On whose behalf.</param>
    /// <param name="idempotencyKey">A key of the sender's choice; the same command sent again under it gives the first answer.</param>
    /// <param name="cancel">Stops it; a command that is already being stored is finished.</param>
    /// <returns>The answer, or why it was refused; a refused command has left no trace.</returns>
    public Task<Result<TAnswer>> Send<TAnswer>(IRequest<TAnswer> request, Caller caller, string? idempotencyKey = null, CancellationToken cancel = default)
    {
        return Pipeline<TAnswer>(request.GetType())(request, caller, idempotencyKey, true, cancel);
    }

    /// <summary>
    /// Carries a command out and throws the outcome away: what it would answer, or why it would be refused. For the dry run of imports; a command that writes through other
    /// modules' interfaces can't be tried.
    /// </summary>
    public Task<Result<TAnswer>> Try<TAnswer>(ICommand<TAnswer> command, Caller caller, CancellationToken cancel = default) =>
        Pipeline<TAnswer>(command.GetType())(command, caller, null, false, cancel);

    /// <summary>Opens a scope in which services see the caller; for queries that span modules, such as the search box.</summary>
    public ILifetimeScope Enter(Caller caller) => root.Enter(caller);

    private Func<IRequest<TAnswer>, Caller, string?, bool, CancellationToken, Task<Result<TAnswer>>> Pipeline<TAnswer>(Type request) =>
        (Func<IRequest<TAnswer>, Caller, string?, bool, CancellationToken, Task<Result<TAnswer>>>)pipelines.GetOrAdd(request, static (type, me) =>
            Typed.MakeGenericMethod(type, typeof(TAnswer)).CreateDelegate<Func<IRequest<TAnswer>, Caller, string?, bool, CancellationToken, Task<Result<TAnswer>>>>(me), this);

    private async Task<Result<TAnswer>> SendTyped<TRequest, TAnswer>(IRequest<TAnswer> untyped, Caller caller, string? idempotencyKey, bool store, CancellationToken cancel)
        where TRequest : IRequest<TAnswer>
    {
        var request = (TRequest)untyped;
        var useCase = UseCaseName<TRequest>.Value;
        if (caller.BranchId is not null)
        {
            caller = caller.Among(root.Resolve<IBranches>());
        }

        if (Access.Refusal<TRequest>(caller) is { } refusal)
        {
            return refusal;
        }

        if (request is IByCustomer && !caller.IsVisitor)
        {
            return Error.Forbidden("Platform.ByCustomerOnly", "You are signed in here as {0}. Only the customer answers through this link: sign out first, or write down what you were told where it belongs.", caller.Name);
        }

        var key = store && untyped is ICommand<TAnswer> ? Key(request, caller, idempotencyKey) : null;
        if (key?.Length > 200)
        {
            return Error.Invalid("Platform.IdempotencyKeyTooLong", "The Idempotency-Key may have at most 120 characters.");
        }

        try
        {
            return await races.RetryAsync(_ => AttemptAsync<TRequest, TAnswer>(request, caller, useCase, key, store, cancel), waits: caller is { UserId: null, Permissions: null }, cancel);
        }
        catch (TextTooLongException e)
        {
            return e.Refusal;
        }
        catch (Exception e) when (DatabaseErrors.IsLostRace(e) || DatabaseErrors.IsLockNotFree(e))
        {
            log.LogWarning(e, "{UseCase} lost its races or waited for a lock in vain", useCase);
            return Error.Conflict("Platform.Conflict", "Somebody else changed this at the same moment. Reload and try again.");
        }
    }

    private async Task<Result<TAnswer>> AttemptAsync<TRequest, TAnswer>(TRequest request, Caller caller, string useCase, string? key, bool store, CancellationToken cancel)
        where TRequest : IRequest<TAnswer>
    {
        WhenRefused traces;
        Result<TAnswer> result;
        await using (var scope = Enter(caller))
        {
            traces = scope.Resolve<WhenRefused>();
            result = await HandleAsync<TRequest, TAnswer>(scope, request, caller, useCase, key, store, cancel);
        }

        if (!result.Succeeded)
        {
            await traces.DoneAsync();
        }

        return result;
    }

    private async Task<Result<TAnswer>> HandleAsync<TRequest, TAnswer>(ILifetimeScope scope, TRequest request, Caller caller, string useCase, string? key, bool store, CancellationToken cancel)
        where TRequest : IRequest<TAnswer>
    {
        if (scope.ResolveOptional<IValidator<TRequest>>() is { } validator)
        {
            var verdict = await validator.ValidateAsync(request, cancel);
            if (!verdict.IsValid)
            {
                return Invalid(verdict);
            }
        }

        if (Gaps.OfObjects(request) is { } missing)
        {
            return Error.Invalid("Platform.Invalid", "Some entries are missing or not right.") with { Details = [missing] };
        }

        var context = request is ICommand<TAnswer> && store && catalog.Of(typeof(TRequest)).DbContext is { } type ? (ModuleDbContext)scope.Resolve(type) : null;
        var fingerprint = "";
        var begun = clock.GetCurrentInstant();
        if (key is not null && context is not null)
        {
            fingerprint = Fingerprint(request);
            if (await context.Idempotency.AsNoTracking().FirstOrDefaultAsync(r => r.Key == key, cancel) is { } earlier)
            {
                return earlier.UseCase == useCase && earlier.Fingerprint == fingerprint
                    ? JsonSerializer.Deserialize<TAnswer>(earlier.Answer, ErpJson.Options)!
                    : Error.Conflict("Platform.IdempotencyKeyReused", "This key was already used for a different command. Use a new one.");
            }
        }

        var result = await scope.Resolve<IHandler<TRequest, TAnswer>>().Handle(request, cancel);
        if (result.Succeeded && context is not null)
        {
            var record = key is null ? null : new IdempotencyRecord { Key = key, UseCase = useCase, Fingerprint = fingerprint, Answer = JsonSerializer.Serialize(result.Value, ErpJson.Options), At = begun };
            await pump.StoreAsync(context, new StoreContext(caller, useCase, clock.GetCurrentInstant(), identifiers, pump.Address) { Idempotency = record }, cancel);
        }

        return result;
    }

    private static string? Key<TRequest>(TRequest request, Caller caller, string? chosen) =>
        request is not IConfidential && (chosen ?? (request as ICreates)?.Id?.ToString()) is { } key ? $"{caller.UserId?.ToString() ?? caller.Name}:{key}" : null;

    private static string Fingerprint<TRequest>(TRequest request) =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, ErpJson.Options)).AsSpan(0, 16));

    private static Error Invalid(FluentValidation.Results.ValidationResult verdict) =>
        Error.Invalid("Platform.Invalid", "Some entries are missing or not right.") with
        {
            Details = [.. verdict.Errors.Select(f => Error.Invalid(
                string.IsNullOrEmpty(f.ErrorCode) ? "Platform.Invalid" : f.ErrorCode, f.ErrorMessage, f.CustomState as object?[] ?? []).On(f.PropertyName))],
        };

    private static class UseCaseName<TRequest>
    {
        public static readonly string Value = typeof(TRequest).DeclaringType?.Name ?? typeof(TRequest).Name;
    }
}
