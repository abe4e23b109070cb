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
    /// <summary>How often a command that lost a race is carried out anew before it is a conflict.</summary>
    private const int Attempts = 6;

    private static readonly MethodInfo Typed = typeof(Dispatcher).GetMethod(nameof(SendTyped), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly ConcurrentDictionary<Type, Delegate> pipelines = new();
    private readonly ILifetimeScope root;
    private readonly ModuleCatalog catalog;
    private readonly OutboxPump pump;
    private readonly IClock clock;
    private readonly IIdentifiers identifiers;
    private readonly ILogger<Dispatcher> log;

    internal Dispatcher(ILifetimeScope root, ModuleCatalog catalog, OutboxPump pump, IClock clock, IIdentifiers identifiers, ILogger<Dispatcher> log)
    {
        this.root = root;
        this.catalog = catalog;
        this.pump = pump;
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
        var useCase = UseCase<TRequest>.Instance;
        if (useCase.Permission is { } permission && !caller.Can(permission))
        {
            return Error.Forbidden("Platform.Forbidden", "You may not do this: the permission {0} is needed. Ask an administrator.", permission);
        }

        idempotencyKey = request is IConfidential ? null : idempotencyKey ?? (request as ICreates)?.Id?.ToString();
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = Enter(caller);
            if (scope.ResolveOptional<IValidator<TRequest>>() is { } validator)
            {
                var verdict = await validator.ValidateAsync(request, cancel);
                if (!verdict.IsValid)
                {
                    return Invalid(verdict);
                }
            }

            if (untyped is not ICommand<TAnswer> || !store)
            {
                return await scope.Resolve<IHandler<TRequest, TAnswer>>().Handle(request, cancel);
            }

            var module = catalog.Of(typeof(TRequest));
            var context = module.DbContext is { } type ? (ModuleDbContext)scope.Resolve(type) : null;
            IdempotencyRecord? record = null;
            var key = idempotencyKey is null ? null : $"{caller.UserId?.ToString() ?? caller.Name}:{idempotencyKey}";
            if (key is not null && context is not null)
            {
                if (key.Length > 200)
                {
                    return Error.Invalid("Platform.IdempotencyKeyTooLong", "The Idempotency-Key may have at most 120 characters.");
                }

                var fingerprint = Fingerprint(request);
                if (await context.Idempotency.AsNoTracking().FirstOrDefaultAsync(r => r.Key == key, cancel) is { } earlier)
                {
                    return earlier.UseCase == useCase.Name && earlier.Fingerprint == fingerprint
                        ? JsonSerializer.Deserialize<TAnswer>(earlier.Answer, ErpJson.Options)!
                        : Error.Conflict("Platform.IdempotencyKeyReused", "This key was already used for a different command. Use a new one.");
                }

                record = new IdempotencyRecord { Key = key, UseCase = useCase.Name, Fingerprint = fingerprint, Answer = "", At = clock.GetCurrentInstant() };
            }

            try
            {
                var result = await scope.Resolve<IHandler<TRequest, TAnswer>>().Handle(request, cancel);
                if (!result.Succeeded || context is null)
                {
                    return result;
                }

                if (record is not null)
                {
                    record = new IdempotencyRecord { Key = record.Key, UseCase = record.UseCase, Fingerprint = record.Fingerprint, At = record.At, Answer = JsonSerializer.Serialize(result.Value, ErpJson.Options) };
                }

                await pump.StoreAsync(context, new StoreContext(caller, useCase.Name, clock.GetCurrentInstant(), identifiers, pump.Address) { Idempotency = record }, cancel);
                return result;
            }
            catch (TextTooLongException e)
            {
                return e.Refusal;
            }
            catch (Exception e) when (DatabaseErrors.IsLostRace(e))
            {
                if (attempt >= Attempts || (request as IVersioned)?.Version is not null)
                {
                    log.LogWarning(e, "{UseCase} lost a race {Attempts} times", useCase.Name, attempt);
                    return Error.Conflict("Platform.Conflict", "Somebody else changed this at the same moment. Reload and try again.");
                }
            }
        }
    }

    private static string Fingerprint<TRequest>(TRequest request) =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, ErpJson.Options)).AsSpan(0, 16));

    private static Error Invalid(FluentValidation.Results.ValidationResult verdict) =>
        Error.Invalid("Platform.Invalid", "Some entries are missing or not right.") with
        {
            Details = [.. verdict.Errors.Select(f => Error.Invalid(
                string.IsNullOrEmpty(f.ErrorCode) ? "Platform.Invalid" : f.ErrorCode, f.ErrorMessage, f.CustomState as object?[] ?? []).On(f.PropertyName))],
        };

    private sealed class UseCase<TRequest>
    {
        public static readonly UseCase<TRequest> Instance = new();

        public string Name { get; } = typeof(TRequest).DeclaringType?.Name ?? typeof(TRequest).Name;

        public string? Permission { get; } = typeof(TRequest).GetCustomAttribute<RequiresAttribute>()?.Permission
            ?? (typeof(TRequest).GetCustomAttribute<AnyoneAttribute>() is not null
                ? null
                : throw new InvalidOperationException($"{typeof(TRequest).FullName} says neither [Requires] nor [Anyone]."));
    }
}
