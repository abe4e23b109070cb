using ServiceErp.Kernel;

namespace ServiceErp.Platform.Dispatching;

/// <summary>Anything that enters a module: a question or an order to do something. Each states who may send it.</summary>
/// <typeparam name="TAnswer">What comes back on success.</typeparam>
public interface IRequest<TAnswer>;

/// <summary>A question. Changes nothing, runs without a transaction, may be asked again at will.</summary>
/// <typeparam name="TAnswer">The answer.</typeparam>
public interface IQuery<TAnswer> : IRequest<TAnswer>;

/// <summary>An order to change something. Stored whole or not at all; a refused one leaves no trace.</summary>
/// <typeparam name="TAnswer">What the sender learns on success.</typeparam>
public interface ICommand<TAnswer> : IRequest<TAnswer>;

/// <summary>The answer of a command that has nothing to tell.</summary>
public sealed record Done
{
    /// <summary>The one value.</summary>
    public static readonly Done It = new();
}

/// <summary>Carries out one use case. It never saves and never calls another handler.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
/// <typeparam name="TAnswer">The answer.</typeparam>
public interface IHandler<in TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    /// <summary>Answers, or refuses.</summary>
    Task<Result<TAnswer>> Handle(TRequest request, CancellationToken cancel);
}

/// <summary>A command that creates something under an identity the sender may choose; sending it again gives the first answer.</summary>
public interface ICreates
{
    /// <summary>The identity chosen by the sender, or null to have one given.</summary>
    Guid? Id { get; }
}

/// <summary>A command that changes something the sender has looked at.</summary>
public interface IVersioned
{
    /// <summary>The version the sender saw; null means "whatever it is now".</summary>
    int? Version { get; }
}

/// <summary>
/// A command that carries a secret or answers one, such as a password or a new key. Neither it nor its answer is remembered under an idempotency key, since
/// what is remembered is stored.
/// </summary>
public interface IConfidential;

/// <summary>
/// What only the customer behind a secret link says. Refused while anybody is signed in there, with a session or with a key: a member of staff never answers as the customer
/// (S3.22, WRK-4).
/// </summary>
public interface IByCustomer;

/// <summary>The permission a caller needs.</summary>
/// <param name="permission">Such as <c>SpareParts.Stock.Issue</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(string permission) : Attribute
{
    /// <summary>The permission.</summary>
    public string Permission { get; } = permission;
}

/// <summary>How far a request reaches.</summary>
public enum Reach
{
    /// <summary>What is the sender's alone, or what the sender was let do by an earlier request.</summary>
    Own,

    /// <summary>What is one branch's. Its handler holds those who are bound to a branch to their own.</summary>
    Branch,

    /// <summary>What binds all branches: nobody who is bound to one of several may send it, whatever permissions they hold.</summary>
    All,

    /// <summary>What all branches share and each of them keeps up, such as a part, a supplier, a customer: whoever holds the permission, from whichever branch.</summary>
    Common,
}

/// <summary>Says how far a request reaches. Every command of the Platform does, and every one of a module that touches nothing a branch owns.</summary>
/// <param name="reach">How far.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReachesAttribute(Reach reach) : Attribute
{
    /// <summary>How far.</summary>
    public Reach Reach { get; } = reach;
}

/// <summary>Open to everybody, for a reason that is written down.</summary>
/// <param name="reason">Why nobody has to prove anything.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnyoneAttribute(string reason) : Attribute
{
    /// <summary>Why.</summary>
    public string Reason { get; } = reason;
}
