using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Reception.Integration;

/// <summary>A code that nothing has may be the serial number of a device that nobody has registered yet.</summary>
internal sealed class UnknownDeviceCodes(ICurrentUser user, Texts texts) : IUnknownCodes
{
    public IEnumerable<CodeProposal> Propose(string code)
    {
        if (user.Can(ReceptionPermissions.DeviceWrite))
        {
            yield return new CodeProposal(texts["No device has the serial number {0}.", code], texts["Register the device"], $"/reception/devices/new?SerialNumber={Uri.EscapeDataString(code)}", "device-desktop");
        }
    }
}
