using Bogus;
using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Features.Payments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Features.Customers;
using ServiceErp.Reception.Features.Devices;
using ServiceErp.Reception.Features.Goods;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Features.Quotations;

namespace ServiceErp.Demo;

/// <summary>The control points that every repair passes.</summary>
internal sealed record Rulebook(IReadOnlyList<Guid> RepairPoints, IReadOnlyList<Guid> InspectionPoints);

/// <summary>Tells the story of an order from the customer's call to the payment, each step by the one whose work it is.</summary>
internal sealed class Repairs(Office office, Store store, Pool pool, Rulebook rules)
{
    private const string Signature = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAANwAAABQAQAAAABaUyaPAAABp0lEQVR42u3Vz0rDMBgA8K/roAPB7OZF1oEv4NGD2D2KvoeYCkIvwh7JwoS9RktfIDsZMCbmb9Nka68ibIfA+mv4viRfvoIY/xE44z9FMoV1MYElmkCUjSPPdxNYtOPICjKBmOJRpJiFa/keokwpwEOAwiHVYzNA+eLWYqOD1yHuLZYaP3GAncW5zuxtgK1JgWaCXWp8H2BnDq0BTB40XoeodqEGgBeFPEIm/1YEEq7xPkT1EAnINLIhqnXkwkxSA32OcCuYRxrhToc1SKgIsTXbqrGNkWCPXYy0OPS47/FLLlCln3mseuzsecFTj+gI6xuHPO/RnTRNDSIZnjgkrgwM3gFucF9D1KG+EvwWIPHVJzdmiOtHSH3d9lhpTAWgARYBZkHFc4d65Ci8DnmAeYyVRxbh1lb0SawsInNVQ9xPYRegqpVXKBwebEIW2WYBkDskdik6FTqTZZ/4mdTMUViXS4DNAvuYrDDpr9ZzOWuWBgnxlUKWSIHyKu4mMkKjsljPi+NWUy51FsmJPsShlLS5EB8nkAEsZ/lIe6NQjrfxn/O37A/wFwxn/1j6ZmhpAAAAAElFTkSuQmCC";

    private int expressDeliveries;

    /// <summary>Why the hours charged are not the hours measured.</summary>
    private const string FlatRate = "Agreed as a flat rate";

    /// <summary>The whole story.</summary>
    public async IAsyncEnumerable<Instant> Tell(Centre centre, Owner owner, Possession device, Course course, Randomizer luck)
    {
        if (await RegisterAsync(centre, owner, device, course, luck) is not { } request)
        {
            // The product of an earlier story is still here: its owner has nothing else to bring.
            yield break;
        }

        if (!office.HasWorkshop || course.Until == OrderState.Received)
        {
            yield break;
        }

        var job = new Job(centre, luck.ListItem([.. centre.Technicians]), request.Id, request.OrderId!.Value, owner, device, request.Category == ServiceCategory.Paid) { Receipt = request.ReceiptId };
        yield return centre.After(office.Now, luck.Double(0.2, 2));
        // What ends with the day or before lunch is planned for the quarter before.
        var plan = (centre.After(office.Now, luck.Double(1, 6)) - Duration.FromSeconds(1)).InZone(centre.Branch.Zone);
        await office.Do(centre.Dispatcher, new AssignOrder.Command(
            job.Order, job.Technician.UserId!.Value, plan.Date, new LocalTime(plan.Hour, plan.Minute / 15 * 15), luck.ArrayElement([30, 60, 90, 120]), course.IsField ? "Test case, standard kit" : null));
        if (course.Until == OrderState.Assigned)
        {
            yield break;
        }

        if (course.Borrows && office.HasSpareParts)
        {
            job.Loan = await pool.LendAsync(centre, job.Order, job.Signer, Signature);
        }

        yield return plan.ToInstant();
        if (course.Cancels)
        {
            await office.Do(centre.Dispatcher, new CancelOrder.Command(job.Order, "The customer has bought a new one"));
            yield break;
        }

        if (course.IsField)
        {
            await foreach (var at in Visit(job, course, luck))
            {
                yield return at;
            }
        }
        else
        {
            await office.Do(job.Technician, new StartDiagnosis.Command(job.Order));
        }

        if (job.State == OrderState.Diagnosing && course.Until != OrderState.Diagnosing)
        {
            await foreach (var at in Bench(job, course, luck))
            {
                yield return at;
            }
        }

        if (job.State is OrderState.AwaitingInspection && course.Until != OrderState.AwaitingInspection)
        {
            await foreach (var at in Inspection(job, course, luck))
            {
                yield return at;
            }
        }

        if (job.State is OrderState.Ready or OrderState.ReadyUnrepaired or OrderState.Completed)
        {
            await foreach (var at in Settle(job, course, luck))
            {
                yield return at;
            }
        }
    }

    private async Task<RegisterRequest.Answer?> RegisterAsync(Centre centre, Owner owner, Possession device, Course course, Randomizer luck)
    {
        var today = centre.Branch.DayOf(office.Now);
        var command = new RegisterRequest.Command(null, Catalogue.Fault(device.Model.Group, owner.Language, luck.Int(0, 1)))
        {
            Channel = course.IsField ? luck.WeightedRandom([ContactChannel.Call, ContactChannel.Email, ContactChannel.Web], [0.7f, 0.2f, 0.1f]) : ContactChannel.CarryIn,
            Priority = luck.WeightedRandom([Priority.Normal, Priority.High, Priority.Emergency], [0.85f, 0.12f, 0.03f]),
            CustomerId = owner.Id,
            Customer = owner.Id is not null ? null : new CustomerEntry
            {
                Kind = owner.IsCompany ? CustomerKind.Company : CustomerKind.Person, Name = owner.Name, ContactName = owner.ContactName, Phone = owner.Phone, Email = owner.Email, Address = owner.Address,
                Language = owner.Language, PaysOnAccount = owner.IsCompany,
            },
            DeviceId = device.Id,
            Device = device.Id is not null ? null : new DeviceEntry
            {
                ModelCode = device.Model.Code, SerialNumber = device.SerialNumber, SoldOn = today.PlusMonths(course.IsPaid ? -72 : -device.SoldMonthsAgo), HasProofOfPurchase = device.HasProof,
            },
            ZoneId = course.IsField ? luck.ListItem([.. centre.Zones]) : null,
            IdentityChecked = true,
            Condition = luck.ArrayElement(["Good", "Scratches on the side", "Dusty, otherwise good", "Housing cracked"]),
            Accessories = luck.ArrayElement(["None", "Power cord", "Power cord, manual", "Case"]),
            Shelf = course.IsField ? null : $"{luck.ArrayElement(["A", "B", "C"])}-{luck.Int(1, 24):D2}",
        };
        var registered = await office.Try(centre.Receptionist, command);
        if (registered.Error?.Code == "Reception.Goods.OnReceipt")
        {
            return null;
        }

        var answer = registered.Succeeded ? registered.Value : throw new InvalidOperationException($"The demo's request was refused: {registered.Error}");
        owner.Id = answer.CustomerId;
        device.Id = answer.DeviceId;
        return answer;
    }

    /// <summary>At the customer's place: repaired there, left for want of a part, or taken along.</summary>
    private async IAsyncEnumerable<Instant> Visit(Job job, Course course, Randomizer luck)
    {
        await office.Do(job.Technician, new DepartToCustomer.Command(job.Order));
        job.State = OrderState.Travelling;
        if (course.Until == OrderState.Travelling)
        {
            yield break;
        }

        yield return office.Now + Duration.FromMinutes(luck.Int(15, 50));
        await office.Do(job.Technician, new ArriveAtCustomer.Command(job.Order));
        job.State = OrderState.OnSite;
        if (course.Until == OrderState.OnSite)
        {
            yield break;
        }

        yield return office.Now + Duration.FromMinutes(luck.Int(10, 30));
        await DiagnoseAsync(job, luck);
        if (course.TakesBack)
        {
            job.State = (await office.Do(job.Technician, new TakeBackDevice.Command(job.Order, job.Signer, Signature) { Condition = "Traces of use", Accessories = "none" })).State;
            yield return office.Now + Duration.FromMinutes(luck.Int(20, 60));
            job.Receipt = (await office.Do(job.Centre.Receptionist, new GetRequest.Query(job.Request))).Receipts[^1].Id;
            await office.Do(job.Centre.Receptionist, new ReceiveFromTechnician.Command(job.Receipt.Value, $"D-{luck.Int(1, 24):D2}"));
            job.State = OrderState.Diagnosing;
            yield break;
        }

        await office.Do(job.Technician, new AddFee.Command(job.Order, "TRAVEL-TOWN"));
        if (office.HasSpareParts)
        {
            var asked = await office.Do(job.Technician, new RequestParts.Command(job.Order, Needed(job, course, luck)));
            if (asked.Promises.Any(p => p.Missing > 0))
            {
                await office.Do(job.Technician, new WaitForParts.Command(job.Order, "Part is ordered"));
                do
                {
                    yield return job.Centre.After(office.Now, luck.Double(10, 30));
                    await DeliverAsync(job, asked.Promises);
                    asked = await office.Do(job.Technician, new RequestParts.Command(job.Order));
                }
                while (asked.State == OrderState.WaitingForParts);

                await office.Do(job.Technician, new DepartToCustomer.Command(job.Order));
                yield return office.Now + Duration.FromMinutes(luck.Int(15, 50));
                await office.Do(job.Technician, new ArriveAtCustomer.Command(job.Order));
            }

        }

        // The customer sees what it costs and signs before anything is done.
        await office.Do(job.Technician, new AddLabour.Command(job.Order, Hours: luck.ArrayElement([0.5m, 0.75m, 1m, 1.5m])));
        var price = (await office.Do(job.Technician, new GetOrder.Query(job.Order))).ToPay;
        await office.Do(job.Technician, new AgreeOnSite.Command(job.Order, price, job.Signer, Signature));
        if (office.HasSpareParts)
        {
            await office.Do(job.Technician, new IssueParts.Command(job.Order));
        }

        await StartClockAsync(job);
        yield return office.Now + Duration.FromMinutes(luck.Int(30, 90));
        await StopClockAsync(job);
        await office.Do(job.Technician, new TickControlPoints.Command(job.Order, rules.RepairPoints));
        await office.Do(job.Technician, new FinishOnSite.Command(job.Order, job.Signer, Signature, HoursRemark: FlatRate));
        job.State = OrderState.AwaitingInspection;
    }

    /// <summary>In the workshop: diagnosed, agreed, repaired.</summary>
    private async IAsyncEnumerable<Instant> Bench(Job job, Course course, Randomizer luck)
    {
        yield return job.Centre.After(office.Now, luck.Double(0.3, 1.5));
        if (!course.TakesBack)
        {
            await DiagnoseAsync(job, luck);
        }

        if (course.Holds)
        {
            await office.Do(job.Technician, new HoldForCustomer.Command(job.Order, "Please bring the power supply and the password"));
            job.State = OrderState.WaitingForCustomer;
            if (course.Until == OrderState.WaitingForCustomer)
            {
                yield break;
            }

            yield return job.Centre.After(office.Now, luck.Double(6, 20));
            await office.Do(job.Technician, new ResumeOrder.Command(job.Order));
        }

        if (course.GivesUp)
        {
            if (job.IsPaid)
            {
                await office.Do(job.Centre.Receptionist, new PreapproveRepair.Command(job.Order, job.Centre.Price(100), job.Signer, ConsentHow.ByPhone, Note: "Pays for the diagnosis, fetches it unrepaired"));
            }

            job.State = (await office.Do(job.Technician, new ReturnUnrepaired.Command(job.Order, "Not worth a repair", job.IsPaid ? "DIAGNOSIS" : null))).State;
            yield break;
        }

        if (office.HasSpareParts)
        {
            await office.Do(job.Technician, new RequestParts.Command(job.Order, Needed(job, course, luck), Reserve: false));
        }

        await office.Do(job.Technician, new AddLabour.Command(job.Order, Hours: luck.ArrayElement([0.5m, 1m, 1.5m, 2m, 3m])));
        if (!job.IsPaid && (await office.Try(job.Technician, new StartRepair.Command(job.Order))).Succeeded)
        {
            job.State = OrderState.InRepair;
        }
        else
        {
            await foreach (var at in Quote(job, course, luck))
            {
                yield return at;
            }
        }

        if (job.State != OrderState.InRepair || course.Until == OrderState.InRepair)
        {
            yield break;
        }

        if (office.HasSpareParts)
        {
            var asked = await office.Do(job.Technician, new RequestParts.Command(job.Order));
            job.State = asked.State;
            while (job.State == OrderState.WaitingForParts)
            {
                if (course.Until == OrderState.WaitingForParts)
                {
                    yield break;
                }

                yield return job.Centre.After(office.Now, luck.Double(8, 40));
                await DeliverAsync(job, asked.Promises);
                asked = await office.Do(job.Technician, new RequestParts.Command(job.Order));
                job.State = asked.State;
            }

            await office.Do(job.Technician, new IssueParts.Command(job.Order)
            {
                Pieces = [.. asked.Promises.Where(p => Catalogue.IsTracked(p.Code)).Select(p => new PieceUsed(p.LineId, Store.PieceOf(job.Centre, Catalogue.Parts.First(x => x.Number == p.Code), 1), $"{p.Code[..4]}-{job.Device.SerialNumber[^6..]}"))],
            });
        }

        await StartClockAsync(job);
        yield return job.Centre.After(office.Now, luck.Double(0.5, 4));
        await FinishAsync(job);
    }

    private async IAsyncEnumerable<Instant> Quote(Job job, Course course, Randomizer luck)
    {
        var quotation = await office.Do(job.Technician, new DraftQuotation.Command(job.Order));
        await office.Do(job.Technician, new SendQuotations.Command(job.Order));
        job.State = OrderState.AwaitingApproval;
        if (course.Until == OrderState.AwaitingApproval)
        {
            yield break;
        }

        yield return job.Centre.After(office.Now, luck.Double(1, 20));
        var reason = course.Declines ? "Too expensive" : null;
        if (luck.Bool())
        {
            job.State = (await office.Do(job.Centre.Receptionist, course.Declines
                ? new AnswerQuotation.Command(quotation.Id, false, job.Signer, reason, ConsentHow.ByPhone, Note: "Thanks for the offer, finds it too expensive")
                : new AnswerQuotation.Command(quotation.Id, true, job.Signer, Signature: Signature))).OrderState;
            yield break;
        }

        // The customer holds the paper in hand and reads its code.
        var paper = await office.Do(job.Centre.Receptionist, new PrintQuotationLink.Command(quotation.Id));
        job.State = (await office.Do(Caller.Public with { Name = job.Signer }, new AnswerQuotationByLink.Command(paper.Link!.Split('/')[^1], !course.Declines, job.Signer, Reason: reason))).OrderState;
    }

    private async IAsyncEnumerable<Instant> Inspection(Job job, Course course, Randomizer luck)
    {
        yield return job.Centre.After(office.Now, luck.Double(0.3, 4));
        if (course.IsRejected && !course.IsField)
        {
            await office.Do(job.Centre.Inspector, new InspectOrder.Command(job.Order, false, luck.ArrayElement(["Still leaks after ten minutes", "Screw of the cover is missing", "Test under load was left out"])));
            yield return job.Centre.After(office.Now, luck.Double(1, 5));
            await FinishAsync(job);
            yield return job.Centre.After(office.Now, luck.Double(0.3, 3));
        }

        job.State = (await office.Do(job.Centre.Inspector, new InspectOrder.Command(job.Order, true, Ticked: rules.InspectionPoints))).State;
    }

    /// <summary>The voucher becomes an invoice the same day; the customer fetches the product and pays, or not.</summary>
    private async IAsyncEnumerable<Instant> Settle(Job job, Course course, Randomizer luck)
    {
        yield return office.Now + Duration.FromMinutes(luck.Int(5, 25));
        InvoiceAnswer? invoice = null;
        if (office.HasBilling)
        {
            // What is covered in full leaves nothing to invoice.
            var issued = await office.Try(job.Centre.Accountant, new IssueInvoiceForOrder.Command(job.Order));
            invoice = issued.Succeeded && issued.Value.Gross > 0 ? issued.Value : null;
        }

        if (job.Receipt is { } receipt)
        {
            if (course.Until is OrderState.Ready or OrderState.ReadyUnrepaired)
            {
                yield break;
            }

            yield return job.Centre.After(office.Now, luck.Double(1, 24));
            if (job.Loan is { } loan)
            {
                await pool.TakeBackAsync(job.Centre, loan, job.Signer, Signature);
            }

            // Who does not pay on account pays at the counter, or a supervisor lets the goods go.
            var paysHere = invoice is not null && !job.Owner.IsCompany;
            if (paysHere && course.Settlement != Settlement.Open)
            {
                await office.Do(job.Centre.Accountant, new TakePayment.Command(null, invoice!.InvoiceId, PaymentMethod.Card, invoice.Gross));
                invoice = null;
            }

            await office.Do(
                paysHere && invoice is not null ? job.Centre.Dispatcher : job.Centre.Receptionist,
                new ReturnGoods.Command(receipt, job.Signer, Signature) { UnpaidReason = paysHere && invoice is not null ? "A regular customer who transfers the amount" : null });
        }

        if (invoice is not null && course.Settlement != Settlement.Open)
        {
            if (course.Settlement == Settlement.ByTransfer)
            {
                yield return job.Centre.After(office.Now, luck.Double(20, 90));
            }

            await office.Do(job.Centre.Accountant, new TakePayment.Command(null, invoice.InvoiceId, course.Settlement == Settlement.ByTransfer ? PaymentMethod.Transfer : PaymentMethod.Card, invoice.Gross));
        }
    }

    private Task DiagnoseAsync(Job job, Randomizer luck) => office.Do(job.Technician, new RecordDiagnosis.Command(
        job.Order, $"S0{luck.Int(1, 6)}", $"A0{luck.Int(1, 6)}", luck.WeightedRandom(["WEAR", "DEFECT", "LIME", "POWER"], [0.5f, 0.3f, 0.1f, 0.1f]), "R01", luck.ArrayElement(
        ["Worn part found, replacement needed.", "Fault reproduced on the test bench.", "Measured against the test sheet; one value out of range.", "Part has failed electrically."])));

    /// <summary>The technician measures this work, unless their clock runs for another one.</summary>
    private async Task StartClockAsync(Job job) => job.IsMeasured = (await office.Try(job.Technician, new StartTimer.Command(job.Order))).Succeeded;

    /// <summary>Stops the clock, unless closing time has done so.</summary>
    private async Task StopClockAsync(Job job)
    {
        if (job.IsMeasured && (await office.Do(job.Technician, new GetOrder.Query(job.Order))).Times.Any(t => t.EndedAt is null))
        {
            await office.Do(job.Technician, new StopTimer.Command());
        }

        job.IsMeasured = false;
    }

    private async Task FinishAsync(Job job)
    {
        await StopClockAsync(job);
        await office.Do(job.Technician, new TickControlPoints.Command(job.Order, rules.RepairPoints));
        job.State = (await office.Do(job.Technician, new FinishRepair.Command(job.Order, HoursRemark: FlatRate))).State;
    }

    private Task DeliverAsync(Job job, IReadOnlyList<RequestParts.Promise> promises) => store.ReceiveAsync(
        job.Centre, $"Express {++expressDeliveries:D4}", promises.Where(p => p.Missing > 0).Select(p => (Catalogue.Parts.First(x => x.Number == p.Code), p.Missing)));

    private static RequestParts.Line[] Needed(Job job, Course course, Randomizer luck)
    {
        var parts = job.Device.Model.Parts;
        // Two, so that a delivery for somebody else does not end the waiting.
        return course.LacksPart || course.Until == OrderState.WaitingForParts
            ? [new(parts.First(p => p.Opening == 0).Number, course.Until == OrderState.WaitingForParts ? 2 : 1)]
            : course.TracksPiece ? [new(parts.First(p => p.IsTracked).Number)]
            : [.. luck.ListItems([.. parts.Where(p => p is { Opening: > 0, IsTracked: false })], luck.Int(1, 2)).Select(p => new RequestParts.Line(p.Number))];
    }

    private sealed record Job(Centre Centre, Caller Technician, Guid Request, Guid Order, Owner Owner, Possession Device, bool IsPaid)
    {
        public Guid? Receipt { get; set; }

        public Guid? Loan { get; set; }

        public OrderState State { get; set; } = OrderState.Diagnosing;

        /// <summary>The technician's clock runs for it.</summary>
        public bool IsMeasured { get; set; }

        public string Signer => Owner.ContactName.Length > 0 ? Owner.ContactName : Owner.Name;
    }
}
