using ServiceErp.Kernel;

namespace ServiceErp.Platform.Ui;

/// <summary>
/// Codes that a module knows though they are nobody's entry in the search box, such as the number of a paper or a supplier's own number of a part. A module implements it in its <c>Integration</c> folder and registers it with
/// <c>builder.RegisterType&lt;X&gt;().As&lt;IKnownCodes&gt;()</c>; it is made in the reader's scope and asked when no entry has the code.
/// </summary>
public interface IKnownCodes
{
    /// <summary>What has exactly this code; nothing that the reader's branch may not see. Whoever asks leaves out what the reader has no permission for.</summary>
    /// <param name="code">As it was scanned, trimmed; at most 200 characters.</param>
    /// <param name="cancel">The reader has left.</param>
    Task<IReadOnlyList<SearchEntry>> FindAsync(string code, CancellationToken cancel);
}
