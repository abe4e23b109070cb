using NodaTime;

namespace ServiceErp.Kernel.Tests.Time;

public sealed class TermTests
{
    [Theory]
    [InlineData("2025-03-02", 12, "2026-03-01")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2024-02-29", 48, "2028-02-28")]
    [InlineData("2025-08-31", 6, "2026-02-28")]
    [InlineData("2025-08-28", 6, "2026-02-27")]
    [InlineData("2023-03-01", 12, "2024-02-29")]
    [InlineData("2025-01-31", 1, "2025-02-28")]
    [InlineData("2025-01-10", 0, "2025-01-09")]
    public void A_term_ends_the_day_before_or_on_the_last_day_of_a_month_that_has_no_such_day(string from, int months, string last) =>
        Assert.Equal(Day(last), Term.LastDay(Day(from), months));

    [Fact]
    public void A_later_start_never_ends_earlier()
    {
        foreach (var months in new[] { 1, 3, 6, 12, 18, 24, 36 })
        {
            for (var day = new LocalDate(2023, 1, 1); day < new LocalDate(2029, 1, 1); day = day.PlusDays(1))
            {
                Assert.True(Term.LastDay(day, months) <= Term.LastDay(day.PlusDays(1), months), $"{day} + {months}");
            }
        }
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
