using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Classes;

internal static class ClassErrors
{
    public static Error RunNotFound => Error.NotFound("SpareParts.ClassRun.NotFound", "This classification is not there any more.");

    public static Error NotClassed => Error.Refused("SpareParts.ManualClass.NotClassed", "The parts are not classed yet. Class them first.");
}
