using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>Renames a part group; into one that there is, the two become one. Warranty terms name groups too and are changed where they are kept.</summary>
public static class RenamePartGroup
{
    /// <summary>More would hold up the store for too long in one step.</summary>
    public const int MostParts = 5000;

    [Requires(SparePartsPermissions.PartWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(string Group, string Name) : ICommand<Answer>;

    public sealed record Answer(int Parts);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Group).Needed(80, "SpareParts.Part.GroupMissing");
            RuleFor(c => c.Name).Needed(80, "SpareParts.Part.GroupMissing");
        }
    }

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(cancel);
            var parts = await db.Parts.Where(p => p.Group == c.Group).Take(MostParts + 1).ToListAsync(cancel);
            if (parts.Count == 0)
            {
                return Error.NotFound("SpareParts.Part.GroupNotFound", "No part is in this group.");
            }

            if (parts.Count > MostParts)
            {
                return Error.Refused("SpareParts.Part.GroupTooLarge", "The group has more than {0} parts. Change them by a file.", MostParts);
            }

            parts.ForEach(p => p.Regroup(c.Name));
            return new Answer(parts.Count);
        }
    }
}
