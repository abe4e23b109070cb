using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.SpareParts.Domain.Loaners;

namespace ServiceErp.SpareParts.Persistence.Configurations;

internal sealed class LoanerTable : IEntityTypeConfiguration<Loaner>
{
    public void Configure(EntityTypeBuilder<Loaner> loaner)
    {
        loaner.ToTable("Loaner");
        loaner.Property(l => l.ModelCode).HasMaxLength(60);
        loaner.Property(l => l.Serial).HasMaxLength(80);
        loaner.Property(l => l.Accessories).HasMaxLength(1000);
        loaner.Property(l => l.Notes).HasMaxLength(1000);
        loaner.Property(l => l.RepairOrderNumber).HasMaxLength(40);
        loaner.Ignore(l => l.AccessoryList);
        loaner.HasIndex(l => new { l.ModelId, l.Serial }).IsUnique();
        loaner.HasIndex(l => new { l.ModelCode, l.Id });
        loaner.HasIndex(l => new { l.Serial, l.Id });
        loaner.HasIndex(l => l.State);
        loaner.HasIndex(l => l.RepairOrderId);
        loaner.HasIndex(l => l.SetAsideFor);
    }
}

internal sealed class LoanTable : IEntityTypeConfiguration<Loan>
{
    public void Configure(EntityTypeBuilder<Loan> loan)
    {
        loan.ToTable("Loan");
        loan.Property(l => l.Number).HasMaxLength(40);
        loan.Property(l => l.ModelCode).HasMaxLength(60);
        loan.Property(l => l.Serial).HasMaxLength(80);
        loan.Property(l => l.OrderNumber).HasMaxLength(40);
        loan.Property(l => l.Language).HasMaxLength(5);
        loan.Property(l => l.Currency).HasMaxLength(3);
        loan.Property(l => l.CustomerAddress).HasMaxLength(500);
        loan.Property(l => l.ConditionOut).HasMaxLength(1000);
        loan.Property(l => l.AccessoriesOut).HasMaxLength(1000);
        loan.Property(l => l.ConditionIn).HasMaxLength(1000);
        loan.Property(l => l.AccessoriesIn).HasMaxLength(1000);
        loan.Property(l => l.Damage).HasMaxLength(1000);
        loan.Property(l => l.ReleaseReason).HasMaxLength(1000);
        loan.Property(l => l.FeeNote).HasMaxLength(1000);
        loan.Property(l => l.DepositReason).HasMaxLength(1000);
        loan.Property(l => l.LossReason).HasMaxLength(1000);
        loan.Property(l => l.PoliceReport).HasMaxLength(80);
        loan.HasMany(l => l.Charges).WithOne().HasForeignKey(c => c.LoanId);
        loan.Ignore(l => l.Missing);
        loan.HasOne<Loaner>().WithMany().HasForeignKey(l => l.LoanerId).OnDelete(DeleteBehavior.Restrict);
        loan.HasIndex(l => l.Number).IsUnique();

        // One holder at a time, whatever the program thinks.
        loan.HasIndex(l => l.LoanerId, "IX_Loan_OneHolder").IsUnique().HasFilter("State = 'Out'");
        loan.HasIndex(l => new { l.LoanerId, l.LentAt });
        loan.HasIndex(l => new { l.LentAt, l.Id });
        loan.HasIndex(l => new { l.DueOn, l.Id });
        loan.HasIndex(l => new { l.State, l.DueOn });
        loan.HasIndex(l => l.OrderId);
        loan.HasIndex(l => l.Fee);
    }
}

internal sealed class LoanChargeTable : IEntityTypeConfiguration<LoanCharge>
{
    public void Configure(EntityTypeBuilder<LoanCharge> charge)
    {
        charge.ToTable("LoanCharge");
        charge.Property(c => c.Reason).HasMaxLength(1000);
        charge.HasIndex(c => new { c.LoanId, c.Kind }).IsUnique();
    }
}

internal sealed class LoanerReservationTable : IEntityTypeConfiguration<LoanerReservation>
{
    public void Configure(EntityTypeBuilder<LoanerReservation> reservation)
    {
        reservation.ToTable("LoanerReservation");
        reservation.Property(r => r.OrderNumber).HasMaxLength(40);
        reservation.HasOne<Loaner>().WithMany().HasForeignKey(r => r.LoanerId).OnDelete(DeleteBehavior.Restrict);
        reservation.HasIndex(r => new { r.LoanerId, r.State, r.From });
    }
}

internal sealed class LoanerRulesTable : IEntityTypeConfiguration<LoanerRules>
{
    public void Configure(EntityTypeBuilder<LoanerRules> rules) => rules.ToTable("LoanerRules");
}

internal sealed class KnownOrderTable : IEntityTypeConfiguration<KnownOrder>
{
    public void Configure(EntityTypeBuilder<KnownOrder> order)
    {
        order.ToTable("KnownOrder");
        order.Property(o => o.Number).HasMaxLength(40);
        order.Property(o => o.ModelCode).HasMaxLength(60);
        order.Property(o => o.SerialNumber).HasMaxLength(80);
        order.Property(o => o.CustomerAddress).HasMaxLength(500);
        order.Property(o => o.Language).HasMaxLength(5);
        order.Property(o => o.Words).HasMaxLength(1000);
        order.HasIndex(o => new { o.Open, o.Since, o.Id });
    }
}
