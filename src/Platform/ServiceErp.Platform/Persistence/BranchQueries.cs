using ServiceErp.Kernel;

namespace ServiceErp.Platform.Persistence;

/// <summary>Questions about what belongs to a branch.</summary>
public static class BranchQueries
{
    /// <summary>Whose a thing is: for <see cref="ModuleDbContext.BeginWriteAsync(IQueryable{Guid}, CancellationToken)"/>, which takes the branch's lock before the thing is read.</summary>
    public static IQueryable<Guid> BranchOf<T>(this IQueryable<T> things, Guid id)
        where T : Entity, IBranchOwned => things.Where(t => t.Id == id).Select(t => t.BranchId);
}
