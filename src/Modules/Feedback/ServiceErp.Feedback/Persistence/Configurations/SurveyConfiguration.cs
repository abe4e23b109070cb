using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Feedback.Persistence.Configurations;

internal sealed class SurveyConfiguration : IEntityTypeConfiguration<Survey>
{
    public void Configure(EntityTypeBuilder<Survey> builder)
    {
        builder.ToTable("Survey");
        builder.HasIndex(s => s.OrderId).IsUnique();
        builder.HasIndex(s => s.Secret).IsUnique();
        builder.HasIndex(s => new { s.State, s.DueAt });
        builder.HasIndex(s => new { s.CompletedAt, s.Id });
        builder.HasIndex(s => new { s.OrderNumber, s.Id });
        builder.HasIndex(s => new { s.CustomerName, s.Id });
        builder.HasIndex(s => new { s.TechnicianName, s.Id });
        builder.HasIndex(s => new { s.FollowUp, s.CompletedAt });
        builder.HasIndex(s => new { s.AnsweredMonth, s.TechnicianId });
        builder.Property(s => s.Language).HasMaxLength(5);
        builder.Property(s => s.AnsweredMonth).HasMaxLength(7);
        builder.Property(s => s.Secret).HasMaxLength(40).IsSecret();
        builder.Property(s => s.AnsweredFrom).HasMaxLength(60);
        builder.Property(s => s.AnsweredWith).HasMaxLength(Caller.LongestAgent);
        builder.Property(s => s.AttitudeReason).HasMaxLength(500);
        builder.Property(s => s.SkillReason).HasMaxLength(500);
        builder.Property(s => s.ArrivalReason).HasMaxLength(500);
        builder.Property(s => s.PromisesReason).HasMaxLength(500);
        builder.Property(s => s.Suggestion).HasMaxLength(2000);
        builder.Property(s => s.Complaint).HasMaxLength(2000);
        builder.Property(s => s.AcknowledgeNote).HasMaxLength(1000);
        builder.Property(s => s.Outcome).HasMaxLength(1000);
    }
}
