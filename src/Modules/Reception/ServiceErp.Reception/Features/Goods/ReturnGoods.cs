using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Goods;

/// <summary>Hands goods back at the counter: checked, signed, receipt retrieved and voided, register out (REC-5). The order ends with it.</summary>
public static class ReturnGoods
{
    /// <param name="Id">The receipt.</param>
    /// <param name="SignedBy">Who signs.</param>
    /// <param name="Signature">The picture as a PNG data address.</param>
    /// <param name="ReceiptRetrieved">Whether the customer brought the receipt back.</param>
    /// <param name="NotRetrievedReason">Why not; then the identity was checked otherwise.</param>
    /// <param name="Version">The version that the sender saw.</param>
    [Requires(ReceptionPermissions.GoodsWrite)]
    public sealed record Command(Guid Id, string? SignedBy, string? Signature, bool ReceiptRetrieved = true, string? NotRetrievedReason = null, int? Version = null) : ICommand<Answer>, IVersioned
    {
        /// <summary>Why a supervisor hands the goods back although they are not paid and the customer does not pay on account.</summary>
        public string? UnpaidReason { get; init; }
    }

    public sealed record Answer(Guid Id, string Number, Guid RequestId, Guid OrderId);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SignedBy).Needed(200, "Reception.Goods.SignerMissing", "Write the name of the person who signs.");
            RuleFor(c => c.Signature).Cascade(CascadeMode.Stop)
                .Must(s => !string.IsNullOrEmpty(s)).WithMessage("The customer signs for the goods.").WithErrorCode("Reception.Goods.SignatureMissing")
                .AtMost(AttachmentShapes.LongestSignature);
            RuleFor(c => c.NotRetrievedReason).Must((c, reason) => c.ReceiptRetrieved || !string.IsNullOrWhiteSpace(reason))
                .WithMessage("Say why the receipt is not brought back.").WithErrorCode("Reception.Goods.ReasonMissing");
            RuleFor(c => c.NotRetrievedReason).ReasonOrNothing();
            RuleFor(c => c.UnpaidReason).ReasonOrNothing();
        }
    }

    internal sealed class Handler(ReceptionDbContext db, GoodsDesk desk, IAttachments attachments, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Receipts.FirstOrDefaultAsync(r => r.Id == c.Id, cancel) is not { } receipt)
            {
                return GoodsErrors.NotFound;
            }

            if (receipt.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            if (receipt.State != ReceiptState.Issued)
            {
                return GoodsErrors.Gone(receipt);
            }

            Error[] refusals = [.. (await desk.ChecksAsync(receipt, cancel)).Select(check => check.Error).OfType<Error>()];
            if (!string.IsNullOrWhiteSpace(c.UnpaidReason) && Array.Exists(refusals, r => r.Code == GoodsDesk.NotPaid))
            {
                if (!user.Can(ReceptionPermissions.RequestOverride))
                {
                    return Error.Forbidden("Reception.Goods.UnpaidForbidden", "Only a supervisor hands unpaid goods back to a customer who does not pay on account.").On(nameof(c.UnpaidReason));
                }

                refusals = Array.FindAll(refusals, r => r.Code != GoodsDesk.NotPaid);
                db.Note(receipt, "ReturnUnpaid", c.UnpaidReason.Trim());
            }

            if (refusals.Length > 0)
            {
                return refusals.Length == 1 ? refusals[0] : refusals[0] with { Details = refusals };
            }

            var signature = await attachments.AddDataUrlAsync(c.Signature, "signature.png", nameof(GoodsReceipt), receipt.Id, "signature", cancel);
            if (!signature.Succeeded)
            {
                return signature.Error.On(nameof(c.Signature));
            }

            var now = clock.GetCurrentInstant();
            var returned = receipt.Return(new HandedBack(now, user.Name, c.SignedBy!, signature.Value.Id, c.ReceiptRetrieved, c.NotRetrievedReason));
            if (!returned.Succeeded)
            {
                return returned.Error;
            }

            db.Register.Add(new GoodsRegisterEntry(ids.NewId(), receipt, GoodsDirection.Out, now, user.Name, c.SignedBy!.Trim()));
            return new Answer(receipt.Id, receipt.Number, receipt.RequestId, receipt.OrderId);
        }
    }
}
