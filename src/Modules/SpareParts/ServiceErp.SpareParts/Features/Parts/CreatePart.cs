using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>Adds a part to the catalogue (PAR-1).</summary>
public static class CreatePart
{
    [Requires(SparePartsPermissions.PartWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(Guid? Id, string Number, string Name, string Group, string Unit) : ICommand<Answer>, ICreates
    {
        public string? Barcode { get; init; }

        public bool CustomerOwned { get; init; }

        public bool SerialTracked { get; init; }

        /// <summary>Net sales price from today on, in the currency of the caller's branch.</summary>
        public decimal? Price { get; init; }

        /// <summary>Codes of the models it fits.</summary>
        public IReadOnlyList<string> Fits { get; init; } = [];
    }

    public sealed record Answer(Guid Id, string Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Number).Needed(60, "SpareParts.Part.NumberMissing");
            RuleFor(c => c.Name).Needed(200, "SpareParts.Part.NameMissing");
            RuleFor(c => c.Group).Needed(80, "SpareParts.Part.GroupMissing");
            RuleFor(c => c.Unit).Needed(20, "SpareParts.Part.UnitMissing");
            RuleFor(c => c.Barcode).AtMost(60);
            RuleFor(c => c.Price).Amount();
            RuleForEach(c => c.Fits).NotEmpty().WithMessage("This is needed.").WithErrorCode("SpareParts.Part.ModelMissing").AtMost(60);
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IClock clock, IIdentifiers ids, ICurrentUser user, IBranches branches) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var part = new Part(c.Id ?? ids.NewId(), c.Number);
            if (await db.TakenAsync(part.Id, c.Number, nameof(c.Number), cancel) is { } numberTaken)
            {
                return numberTaken;
            }

            if (await db.TakenAsync(part.Id, c.Barcode, nameof(c.Barcode), cancel) is { } barcodeTaken)
            {
                return barcodeTaken;
            }

            if (part.Describe(c.Name, c.Group, c.Unit, c.CustomerOwned, c.SerialTracked, active: true, hasMoved: false) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            if (c.Barcode is { Length: > 0 } barcode && part.AddBarcode(ids.NewId(), barcode, null, null) is { Succeeded: false, Error: var notRead })
            {
                return notRead.On(nameof(c.Barcode));
            }

            if (c.Price is { } price && branches.For(user) is { } branch)
            {
                part.SetPrice(ids.NewId(), branch.Currency, branch.DayOf(clock.GetCurrentInstant()), price);
            }

            foreach (var model in c.Fits)
            {
                part.Fit(ids.NewId(), model);
            }

            db.Parts.Add(part);
            return new Answer(part.Id, part.Number);
        }
    }
}
