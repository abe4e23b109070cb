using Autofac;

namespace ServiceErp.Platform.Ui;

/// <summary>
/// What a code that nothing has could be (HOST-4). A module implements it in its <c>Integration</c> folder and registers it with
/// <c>builder.RegisterType&lt;X&gt;().As&lt;IUnknownCodes&gt;()</c>; it is made in the reader's scope. The top search, the scan page and the module's own scanner pages show what all modules say.
/// </summary>
public interface IUnknownCodes
{
    /// <summary>What it could be, and the way to make it so; only ways that the reader may go.</summary>
    /// <param name="code">As it was scanned, trimmed; at most 200 characters.</param>
    IEnumerable<CodeProposal> Propose(string code);
}

/// <summary>One thing an unknown code could be.</summary>
/// <param name="Missing">What is not there, translated: "No device has the serial number X".</param>
/// <param name="Action">What to do about it, translated: an imperative.</param>
/// <param name="Href">Where it is done; the code goes with it.</param>
/// <param name="Icon">A name in <c>Client/icons.txt</c>.</param>
public sealed record CodeProposal(string Missing, string Action, string Href, string Icon);

/// <summary>Tells codes from words.</summary>
public static class UnknownCodes
{
    /// <summary>Whether somebody may have scanned this: one word of 4 to 60 signs with a digit in it.</summary>
    public static bool CouldBe(string text) => text.Length is >= 4 and <= 60 && text.Any(char.IsAsciiDigit) && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '/' or '.' or '_' or '+' or ':' or '#');

    internal static IReadOnlyList<CodeProposal> Proposals(this ILifetimeScope scope, string code)
    {
        var asked = code.Trim();
        asked = asked.Length > 200 ? asked[..200] : asked;
        return asked.Length == 0 ? [] : [.. scope.Resolve<IEnumerable<IUnknownCodes>>().SelectMany(m => m.Propose(asked))];
    }
}
