using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;

namespace ServiceErp.SpareParts.Integration;

/// <summary>A code that nothing has may be a further barcode of a part, or the first of a new one.</summary>
internal sealed class UnknownPartCodes(ICurrentUser user, Texts texts) : IUnknownCodes
{
    public IEnumerable<CodeProposal> Propose(string code)
    {
        if (user.Can(SparePartsPermissions.PartWrite))
        {
            var written = Uri.EscapeDataString(code);
            yield return new CodeProposal(texts["No part has the barcode {0}.", code], texts["Add it to a part"], $"/spare-parts/scan?code={written}#new-barcode", "barcode");
            yield return new CodeProposal(texts["No part has the number or barcode {0}.", code], texts["Put a new part into the catalogue"], $"/spare-parts/parts/new?Barcode={written}", "package");
        }
    }
}
