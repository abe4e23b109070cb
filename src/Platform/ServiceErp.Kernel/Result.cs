namespace ServiceErp.Kernel;

/// <summary>What kind of refusal an <see cref="Error"/> is; it decides the HTTP status and nothing else.</summary>
public enum ErrorKind
{
    /// <summary>The input is malformed or incomplete: 400.</summary>
    Invalid,

    /// <summary>The caller may not do this: 403.</summary>
    Forbidden,

    /// <summary>The object does not exist, or not for this caller: 404.</summary>
    NotFound,

    /// <summary>A rule of the trade forbids it in the present state: 409.</summary>
    Refused,

    /// <summary>Somebody else changed the object meanwhile: 409.</summary>
    Conflict,
}

/// <summary>
/// An expected refusal: what went wrong and what to do about it. Never thrown.
/// </summary>
/// <param name="Code">Stable, dotted and machine readable: <c>SpareParts.Reservation.StockTooLow</c>.</param>
/// <param name="Message">English sentence with <c>{0}</c>-style places for the arguments; it is also the key of its translations.</param>
/// <param name="Kind">The kind of refusal.</param>
public sealed record Error(string Code, string Message, ErrorKind Kind)
{
    /// <summary>Values for the places in <see cref="Message"/>, in order.</summary>
    public IReadOnlyList<object?> Arguments { get; init; } = [];

    /// <summary>The input field the message belongs to, in the command's own property name; null when it concerns the whole.</summary>
    public string? Field { get; init; }

    /// <summary>Several faults of one input, each with its field; empty for a single refusal.</summary>
    public IReadOnlyList<Error> Details { get; init; } = [];

    /// <summary>The input is malformed or incomplete.</summary>
    public static Error Invalid(string code, string message, params object?[] arguments) => new(code, message, ErrorKind.Invalid) { Arguments = arguments };

    /// <summary>The caller may not do this.</summary>
    public static Error Forbidden(string code, string message, params object?[] arguments) => new(code, message, ErrorKind.Forbidden) { Arguments = arguments };

    /// <summary>The object does not exist, or not for this caller.</summary>
    public static Error NotFound(string code, string message, params object?[] arguments) => new(code, message, ErrorKind.NotFound) { Arguments = arguments };

    /// <summary>A rule of the trade forbids it in the present state.</summary>
    public static Error Refused(string code, string message, params object?[] arguments) => new(code, message, ErrorKind.Refused) { Arguments = arguments };

    /// <summary>Somebody else changed the object meanwhile.</summary>
    public static Error Conflict(string code, string message, params object?[] arguments) => new(code, message, ErrorKind.Conflict) { Arguments = arguments };

    /// <summary>The same error, tied to an input field.</summary>
    public Error On(string field) => this with { Field = field };

    /// <summary>The message with its arguments in place, in English.</summary>
    public override string ToString() =>
        Arguments.Count == 0 ? Message : string.Format(System.Globalization.CultureInfo.InvariantCulture, Message, [.. Arguments]);
}

/// <summary>The outcome of something that may be refused.</summary>
public readonly struct Result
{
    private Result(Error? error) => Error = error;

    /// <summary>The refusal, or null on success.</summary>
    public Error? Error { get; }

    /// <summary>Whether it succeeded.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    /// <summary>Success.</summary>
    public static Result Success => default;

    /// <summary>A refusal.</summary>
    public static implicit operator Result(Error error) => new(error);
}

/// <summary>A value, or the refusal to give it.</summary>
/// <typeparam name="T">The value on success.</typeparam>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Error? error)
    {
        this.value = value;
        Error = error;
    }

    /// <summary>The refusal, or null on success.</summary>
    public Error? Error { get; }

    /// <summary>Whether there is a value.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It was refused; ask <see cref="Succeeded"/> first.</exception>
    public T Value => Error is null ? value! : throw new InvalidOperationException($"Refused: {Error.Code}: {Error}");

    /// <summary>A value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);
}
