using ServiceErp.Kernel;

namespace ServiceErp.Platform.Printing;

/// <summary>Prints documents to PDF, where the machine has what it takes (HOST-7). Without it every document can still be printed from the browser.</summary>
public interface IPdfPrinter
{
    /// <summary>Whether this machine can print to PDF.</summary>
    bool IsAvailable { get; }

    /// <summary>Prints a page.</summary>
    /// <param name="html">A whole document with everything in it: styles in the head, pictures as <c>data:</c> addresses. Nothing is fetched and no script runs.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The PDF; refused with <c>Platform.Pdf.NotAvailable</c> when there is no printer and <c>Platform.Pdf.Failed</c> when it does not answer.</returns>
    Task<Result<byte[]>> PrintAsync(string html, CancellationToken cancel);
}
