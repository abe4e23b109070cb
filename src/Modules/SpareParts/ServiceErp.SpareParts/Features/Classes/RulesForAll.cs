using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.SpareParts.Features.Classes;

/// <summary>Rules that bind every branch are changed by who answers for all of them; where there is one branch only, by who answers for it.</summary>
internal static class RulesForAll
{
    public static bool MayChangeRules(this ICurrentUser user, IBranches branches) => user.Can(SparePartsPermissions.RulesWrite) && (user.BranchId is null || branches.All.Count <= 1);

    public static Error? RulesRefusal(this ICurrentUser user, IBranches branches) => user.MayChangeRules(branches) ? null
        : Error.Forbidden("SpareParts.PlanningRules.ForAllBranches", "These rules bind all branches: who answers for all of them changes them.");
}
