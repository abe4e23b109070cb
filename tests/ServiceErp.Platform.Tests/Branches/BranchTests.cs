using System.Net;
using Autofac;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Branches.Features;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.Platform.Tests.Branches;

public sealed class BranchTests : IAsyncLifetime
{
    private readonly SteppedTime time = new();
    private TestCentre centre = null!;

    private IBranches Directory => (IBranches)centre.Services.GetService(typeof(IBranches))!;

    public async Task InitializeAsync() => centre = await TestCentre.StartAsync(b =>
    {
        b.RegisterInstance(time).As<TimeProvider>();
        b.Register(c => c.Resolve<BranchDirectory>()).As<IBranches>();
    });

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task A_new_branch_is_known_at_once_with_its_calendar()
    {
        Assert.Empty(Directory.All);
        var id = await Open();

        var branch = Assert.Single(Directory.All);
        Assert.Equal((id, "BER", "EUR"), (branch.Id, branch.Code, branch.Currency));
        var monday = new LocalDateTime(2026, 3, 9, 11, 30).InZoneStrictly(branch.Zone).ToInstant();
        Assert.Equal(Duration.FromHours(1.5), branch.Calendar.Elapsed(monday, monday + Duration.FromHours(2.5)));
        Assert.Equal(branch, Directory.For(Caller.System));
    }

    [Fact]
    public async Task Holidays_and_exceptions_are_in_the_calendar()
    {
        var id = await Open();
        await centre.Ok(new AddHoliday.Command(id, new LocalDate(2026, 3, 9), "Founder's day"));
        await centre.Ok(new AddException.Command(id, new LocalDate(2026, 3, 10), "10:00-11:00", "Day of the inventory"));
        await centre.Ok(new AddException.Command(id, new LocalDate(2026, 3, 11), null, "Moving house"));

        var calendar = Directory.Of(id).Calendar;
        Assert.Equal(Duration.Zero, Open(calendar, 9));
        Assert.Equal(Duration.FromHours(1), Open(calendar, 10));
        Assert.Equal(Duration.Zero, Open(calendar, 11));
        Assert.Equal(Duration.FromHours(8), Open(calendar, 12));

        await centre.Ok(new RemoveHoliday.Command(id, new LocalDate(2026, 3, 9)));
        await centre.Ok(new RemoveException.Command(id, new LocalDate(2026, 3, 11)));
        Assert.Equal(Duration.FromHours(8), Open(Directory.Of(id).Calendar, 9));
        Assert.Equal(Duration.FromHours(8), Open(Directory.Of(id).Calendar, 11));
        await centre.Refused("Platform.Branch.HolidayNotFound", new RemoveHoliday.Command(id, new LocalDate(2026, 3, 9)));
    }

    [Fact]
    public async Task A_closed_branch_is_offered_no_more_but_its_documents_still_find_it()
    {
        var id = await Open();
        await centre.Refused("Platform.Branch.LastOne", new CloseBranch.Command(id));
        var other = await Open("SEO");
        await centre.Ok(new CloseBranch.Command(id));
        Assert.Equal([other], Directory.All.Select(b => b.Id));
        Assert.Equal("BER", Directory.Of(id).Code);
        await centre.Ok(new ReopenBranch.Command(id));
        Assert.Equal(2, Directory.All.Count);
    }

    [Fact]
    public async Task A_change_by_another_program_shows_within_half_a_minute()
    {
        var id = await Open();
        Assert.Equal("Berlin", Directory.Of(id).Name);
        await centre.Look<PlatformDbContext, int>(db => db.Set<BranchRecord>().ExecuteUpdateAsync(b => b.SetProperty(r => r.Name, "Potsdam")));
        Assert.Equal("Berlin", Directory.Of(id).Name);
        time.Step(TimeSpan.FromSeconds(31));
        Assert.Equal("Potsdam", Directory.Of(id).Name);
    }

    [Theory]
    [InlineData("BE R", "Europe/Berlin", "EUR", "en", "Platform.Branch.CodeMalformed")]
    [InlineData("BER", "Europe/Nowhere", "EUR", "en", "Platform.Branch.ZoneUnknown")]
    [InlineData("BER", "Europe/Berlin", "EURO", "en", "Platform.Branch.CurrencyUnknown")]
    [InlineData("BER", "Europe/Berlin", "XQQ", "en", "Platform.Branch.CurrencyUnknown")]
    [InlineData("BER", "Europe/Berlin", "EUR", "de", "Platform.Branch.LanguageUnknown")]
    public async Task What_a_branch_says_of_itself_must_be_known(string code, string zone, string currency, string language, string refusal) =>
        await centre.Refused(refusal, new CreateBranch.Command(null, code, "Berlin", zone, currency, language));

    [Fact]
    public async Task A_code_is_given_once()
    {
        await Open();
        var error = await centre.Refused("Platform.Branch.CodeTaken", new CreateBranch.Command(null, "BER", "Another", "Europe/Berlin", "EUR", "en"));
        Assert.Equal("Code", error.Field);
    }

    [Theory]
    [InlineData("8-12, 13:00–17.30", "08:00–12:00, 13:00–17:30")]
    [InlineData("13 - 17; 8 - 12", "08:00–12:00, 13:00–17:00")]
    [InlineData("22:00-24:00", "22:00–24:00")]
    [InlineData("0-24", "00:00–24:00")]
    [InlineData("", "")]
    public void Hours_are_read_as_people_write_them(string text, string normal) => Assert.Equal(normal, HoursText.Write(HoursText.Read(text).Value));

    [Theory]
    [InlineData("08:00-12:00, 11:00-17:00", "Platform.Branch.HoursOverlap")]
    [InlineData("20-24, 22-23", "Platform.Branch.HoursOverlap")]
    [InlineData("17-8", "Platform.Branch.HoursReversed")]
    [InlineData("24-24", "Platform.Branch.HoursReversed")]
    [InlineData("8-25", "Platform.Branch.HoursUnreadable")]
    [InlineData("8:75-9", "Platform.Branch.HoursUnreadable")]
    [InlineData("all day", "Platform.Branch.HoursUnreadable")]
    public void Hours_that_make_no_sense_are_refused(string text, string code) => Assert.Equal(code, HoursText.Read(text).Error?.Code);

    [Fact]
    public async Task Bad_hours_name_their_day_and_change_nothing()
    {
        var id = await Open();
        var error = await centre.Refused("Platform.Branch.HoursOverlap", new SetOpeningHours.Command(id, [new(IsoDayOfWeek.Monday, "8-12"), new(IsoDayOfWeek.Tuesday, "8-12, 11-13")]));
        Assert.Equal("Week[1].Hours", error.Details.Single().Field);
        await centre.Refused("Platform.Branch.NeverOpen", new SetOpeningHours.Command(id, [new(IsoDayOfWeek.Monday, "")]));
        Assert.Equal(Duration.FromHours(8), Open(Directory.Of(id).Calendar, 10));
    }

    [Fact]
    public async Task Pasted_holidays_are_taken_in_whole_and_the_second_time_change_nothing()
    {
        var id = await Open();
        const string Text = "Date;Name\n2026-12-25;Christmas Day\n26.12.2026,\"Boxing Day\"\n2027. 1. 1\tNew Year\n";
        var bad = await centre.Refused("Platform.Branch.DateUnreadable", new ImportHolidays.Command(id, "2026-12-25;Christmas Day\n12/26/2026;Boxing Day"));
        Assert.Contains("Line 2", bad.Details.Single().ToString(), StringComparison.Ordinal);
        Assert.Empty((await centre.Ok(new GetBranch.Query(id))).Holidays);

        Assert.Equal(new ImportHolidays.Answer(2, 0), await centre.Ok(new ImportHolidays.Command(id, Text.Replace("2027. 1. 1", "", StringComparison.Ordinal).Replace("\tNew Year\n", "", StringComparison.Ordinal))));
        Assert.Equal(new ImportHolidays.Answer(1, 2), await centre.Ok(new ImportHolidays.Command(id, Text.Replace("2027. 1. 1", "2027.1.1", StringComparison.Ordinal))));
        Assert.Equal(["Christmas Day", "Boxing Day", "New Year"], (await centre.Ok(new GetBranch.Query(id))).Holidays.Select(h => h.Name));
    }

    [Fact]
    public async Task An_edit_of_an_old_version_is_a_conflict()
    {
        var id = await Open();
        var version = (await centre.Ok(new GetBranch.Query(id))).Version;
        await centre.Ok(new AddHoliday.Command(id, new LocalDate(2026, 3, 9), "Founder's day"));
        await centre.Refused("Platform.Stale", new EditBranch.Command(id, "Berlin", "Europe/Berlin", "EUR", "en", Version: version));
    }

    [Fact]
    public async Task Only_an_administrator_changes_branches()
    {
        var id = await Open();
        await centre.Ok(new GetBranch.Query(id), centre.As(Roles.BranchManager));
        await centre.Refused("Platform.Forbidden", new CloseBranch.Command(id), centre.As(Roles.BranchManager));
        await centre.Refused("Platform.Forbidden", new GetBranch.Query(id), centre.As(Roles.Technician));
    }

    [Fact]
    public async Task The_pages_show_and_change_a_branch()
    {
        var client = await centre.Client(Roles.Administrator);
        var posted = await client.PostAsync("/platform/branches", Form(("Code", "BER"), ("Name", "Berlin"), ("Zone", "Europe/Berlin"), ("Currency", "EUR"), ("Language", "en")));
        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        var address = posted.Headers.Location!.ToString();
        Assert.Contains("No opening hours yet", await client.GetStringAsync(address), StringComparison.Ordinal);

        var refused = await client.PostAsync($"{address}/hours", Form(("Week[0].Day", "Monday"), ("Week[0].Hours", "8-12, 11-13")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("08:00–12:00 and 11:00–13:00 overlap", again, StringComparison.Ordinal);
        Assert.Contains("8-12, 11-13", again, StringComparison.Ordinal);

        await client.PostAsync($"{address}/hours", Form(("Week[0].Day", "Monday"), ("Week[0].Hours", "8-12, 13-17")));
        await client.PostAsync($"{address}/holidays", Form(("Date", "2026-05-01"), ("Name", "Labour day")));
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(address));
        Assert.Contains("08:00–12:00, 13:00–17:00", page, StringComparison.Ordinal);
        Assert.Contains("Labour day", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Labour day", await client.GetStringAsync($"{address}?year=2027"), StringComparison.Ordinal);
        foreach (var each in new[] { "/platform/branches", "/platform/branches/new", $"{address}/edit", $"{address}/hours", $"{address}/holidays/import" })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(each)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/platform/branches/00000000-0000-7000-8000-000000000000")).StatusCode);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static Duration Open(Kernel.BusinessCalendar calendar, int day)
    {
        var midnight = new LocalDate(2026, 3, day).AtStartOfDayInZone(calendar.Zone).ToInstant();
        return calendar.Elapsed(midnight, midnight + Duration.FromDays(1));
    }

    private async Task<Guid> Open(string code = "BER") =>
        (await centre.Ok(new CreateBranch.Command(null, code, "Berlin", "Europe/Berlin", "EUR", "en", Week: [.. Enumerable.Range(1, 5).Select(day => new DayHours((IsoDayOfWeek)day, "8-12, 13-17"))]))).Id;

    private sealed class SteppedTime : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public void Step(TimeSpan by) => ticks += by.Ticks;
    }
}
