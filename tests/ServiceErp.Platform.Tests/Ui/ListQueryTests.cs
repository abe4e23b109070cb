using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NodaTime;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Tests.Ui;

public sealed class ListQueryTests
{
    [Theory]
    [InlineData("Asia/Seoul", 4, "2026-03-03T15:00:00Z", "2026-03-04T15:00:00Z")]
    [InlineData("Europe/Berlin", 4, "2026-03-03T23:00:00Z", "2026-03-04T23:00:00Z")]
    [InlineData("Europe/Berlin", 29, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")]
    public void Days_that_a_list_is_filtered_by_are_days_where_the_reader_is(string zone, int day, string since, string until)
    {
        ReaderZone.Current = DateTimeZoneProviders.Tzdb[zone];
        var list = new ListQuery { Path = "/", From = new LocalDate(2026, 3, day), To = new LocalDate(2026, 3, day) };

        Assert.Equal((since, until), (list.Since.ToString(), list.Until.ToString()));
        Assert.Equal((null, null), ((Instant?, Instant?))(new ListQuery { Path = "/" }.Since, new ListQuery { Path = "/" }.Until));
    }

    [Theory]
    [InlineData("2026-03-04", true)]
    [InlineData("1900-01-01", true)]
    [InlineData("2200-12-31", true)]
    [InlineData(" 2026-03-04 ", true)]
    [InlineData("1899-12-31", false)]
    [InlineData("2201-01-01", false)]
    [InlineData("9999-12-31", false)]
    [InlineData("0001-01-01", false)]
    [InlineData("-9998-01-01", false)]
    [InlineData("2026-02-30", false)]
    [InlineData("soon", false)]
    public void A_day_that_is_none_of_a_known_year_is_left_out_of_an_address(string text, bool isKnown)
    {
        var list = ListQuery.Read("/", new QueryCollection(new Dictionary<string, StringValues> { ["from"] = text, ["to"] = text }));
        Assert.Equal((isKnown, isKnown), (list.From is not null, list.To is not null));
        Assert.Equal((isKnown, isKnown), (list.Since is not null, list.Until is not null));
    }
}
