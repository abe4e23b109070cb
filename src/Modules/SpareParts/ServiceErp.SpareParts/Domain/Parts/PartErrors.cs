using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Parts;

internal static class PartErrors
{
    public static Error NotFound => Error.NotFound("SpareParts.Part.NotFound", "This part does not exist.");

    public static Error Unknown(string number) => Error.NotFound("SpareParts.Part.Unknown", "There is no part {0}.", number);

    public static Error EntryNotFound => Error.NotFound("SpareParts.Part.EntryNotFound", "This entry is not there any more.");

    public static Error Inactive(string number) => Error.Refused("SpareParts.Part.Inactive", "{0} is not in use any more.", number);

    public static Error UnitUnknown(string number, string unit) => Error.Invalid("SpareParts.Part.UnitUnknown", "{0} is not counted in {1}.", number, unit);

    public static Error CodeTaken(string code, string number) => Error.Refused("SpareParts.Part.CodeTaken", "{0} is already a number or barcode of {1}.", code, number);
}
