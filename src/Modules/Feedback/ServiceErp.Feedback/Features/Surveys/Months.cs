using System.Globalization;
using NodaTime;

namespace ServiceErp.Feedback.Features.Surveys;

/// <summary>Months as they are stored and shown: <c>2026-03</c>.</summary>
internal static class Months
{
    public static string Of(LocalDate day) => day.ToString("uuuu-MM", CultureInfo.InvariantCulture);
}
