using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Features.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Platform.Branches;
using ServiceErp.Reception;
using ServiceErp.Testing;
using ServiceErp.Workshop;

namespace ServiceErp.Feedback.Tests;

/// <summary>Completed orders as the workshop tells of them, and answers, valid unless a test says otherwise.</summary>
internal static class Orders
{
    public static readonly SurveyForm Content = new(Score.Excellent, null, Score.Good, null, Score.Good, null, Score.Excellent, null, null, null);

    public static readonly SurveyForm Unhappy = Content with { Skill = Score.Poor, SkillReason = "It still leaks", Complaint = "I had to come twice" };

    public static Guid Id(int number) => new($"00000000-0000-7000-8000-{number:x12}");

    public static OrderCompleted Completed(int number, Instant? at = null) => new(
        Id(number), $"SO-BER-2026-{number:000000}", TestBranches.Berlin.Id,
        new CustomerSnapshot(Id(0x900000 + number), "Anna Schmidt", "+4930111222", "anna@customer.example", "Lindenstr. 5, 10969 Berlin", "en"),
        new DeviceSnapshot(Id(0x910000), Id(0x920000), "AX-200", "Espresso machine AX-200", "SN-4711"), true, at ?? TestCentre.Start, Id(0x930000), "Test Technician");

    public static OrderCompleted In(this OrderCompleted order, Branch branch) => order with { BranchId = branch.Id };

    /// <summary>The workshop completes an order; its survey comes back.</summary>
    public static async Task<Survey> CompleteAsync(this TestCentre centre, OrderCompleted completed)
    {
        await centre.Tell(completed);
        return await centre.SurveyOf(completed.OrderId);
    }

    public static Task<Survey> SurveyOf(this TestCentre centre, Guid order) => centre.Look<FeedbackDbContext, Survey>(db => Task.FromResult(db.Surveys.Single(s => s.OrderId == order)));
}
