using System.Net;
using ServiceErp.Platform.Branches.Features;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Lists;
using ServiceErp.Platform.Lists.Features;
using ServiceErp.Platform.Modules;
using ServiceErp.Testing;

namespace ServiceErp.Platform.Tests.Lists;

/// <summary>Filters under names and chosen columns, on a list that knows nothing of them (HOST-4).</summary>
public sealed class ListChoiceTests : IAsyncLifetime
{
    private const string List = "/platform/audit";
    private TestCentre centre = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        centre = await TestCentre.StartAsync();
        client = await centre.Client(Roles.ServiceDirector);
        await centre.Ok(new CreateBranch.Command(null, "LEJ", "Leipzig", "Europe/Berlin", "EUR", "en", null, null, null, null));
    }

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task A_filter_is_kept_chosen_renamed_and_deleted_without_script()
    {
        Assert.DoesNotContain("name=\"Query\"", await client.GetStringAsync(List), StringComparison.Ordinal);
        var page = await client.GetStringAsync(List + "?useCase=CreateBranch&q=sys&size=50&sort=at&dir=desc");
        Assert.Contains("name=\"Query\" value=\"dir=desc&amp;q=sys&amp;sort=at&amp;useCase=CreateBranch\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"List\" value=\"/platform/audit\"", page, StringComparison.Ordinal);

        Assert.Equal("/platform/audit?q=sys&useCase=CreateBranch", await Post("/platform/lists/filters", ("Name", "New <b>branches</b>"), ("Query", "useCase=CreateBranch&q=sys&cursor=zz&size=9"), ("Back", List + "?q=sys")));
        var kept = Assert.Single((await Mine()).Filters);
        Assert.Equal(("New <b>branches</b>", "q=sys&useCase=CreateBranch", false), (kept.Name, kept.Query, kept.IsDefault));

        var chosen = await client.GetStringAsync(List + "?useCase=CreateBranch&q=sys");
        Assert.Contains("href=\"/platform/audit?q=sys&amp;useCase=CreateBranch\" aria-current=\"true\"", chosen, StringComparison.Ordinal);
        Assert.Contains("New &lt;b&gt;branches&lt;/b&gt;", chosen, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Query\"", chosen, StringComparison.Ordinal);

        Assert.Equal(List, await Post($"/platform/lists/filters/{kept.Id}", ("Name", "Branches"), ("Back", List)));
        Assert.Equal("Branches", Assert.Single((await Mine()).Filters).Name);
        Assert.Equal(List + "?q=sys", await Post($"/platform/lists/filters/{kept.Id}/remove", ("Name", "Branches"), ("Back", List + "?q=sys")));
        Assert.Empty((await Mine()).Filters);
    }

    [Fact]
    public async Task The_list_opens_with_the_default_and_everything_stays_one_link_away()
    {
        await centre.Ok(new CreateBranch.Command(null, "MUC", "Munich", "Europe/Berlin", "EUR", "en", null, null, null, null), centre.As(Roles.Administrator));
        Assert.Contains("Test Administrator", await client.GetStringAsync(List), StringComparison.Ordinal);
        await Post("/platform/lists/filters", ("Name", "By the program"), ("Query", "user=System"), ("IsDefault", "true"), ("Back", List));

        var opened = await client.GetStringAsync(List);
        Assert.DoesNotContain("Test Administrator", opened, StringComparison.Ordinal);
        Assert.Contains("href=\"/platform/audit?saved=none\"", opened, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"saved\" value=\"none\"", opened, StringComparison.Ordinal);
        Assert.Contains("Test Administrator", await client.GetStringAsync(List + "?saved=none"), StringComparison.Ordinal);
        Assert.Contains("Test Administrator", await client.GetStringAsync(List + "?useCase=CreateBranch"), StringComparison.Ordinal);

        // What is asked by a machine or by somebody else is not narrowed by it.
        Assert.Contains("Test Administrator", await client.GetStringAsync("/api/v1/platform/audit"), StringComparison.Ordinal);
        Assert.Contains("Test Administrator", await (await centre.Client(Roles.Administrator)).GetStringAsync(List), StringComparison.Ordinal);

        var first = Assert.Single((await Mine()).Filters);
        await Post("/platform/lists/filters", ("Name", "Branches"), ("Query", "useCase=CreateBranch"), ("IsDefault", "true"), ("Back", List));
        Assert.Equal(["Branches"], (await Mine()).Filters.Where(f => f.IsDefault).Select(f => f.Name));
        await Post($"/platform/lists/filters/{(await Mine()).Filters.Single(f => f.IsDefault).Id}", ("Name", "Branches"), ("Back", List));
        Assert.Contains("Test Administrator", await client.GetStringAsync(List), StringComparison.Ordinal);
        Assert.Equal(first.Id, (await Mine()).Filters.Single(f => f.Name == "By the program").Id);
    }

    [Fact]
    public async Task Hidden_columns_stay_hidden_on_the_screen_and_files_offer_both()
    {
        Assert.Equal(List + "?q=sys", await Post("/platform/lists/columns", ("Column", "Who"), ("Column", "Reason"), ("Column", "Changes"), ("Shown", "Who"), ("Shown", "Changes"), ("Back", List + "?q=sys")));
        Assert.Equal(["Reason"], (await Mine()).Hidden);
        var page = await client.GetStringAsync(List);
        Assert.DoesNotContain("data-label=\"Reason\"", page, StringComparison.Ordinal);
        Assert.Contains("data-label=\"Who\"", page, StringComparison.Ordinal);
        Assert.Contains("columns=shown", page, StringComparison.Ordinal);

        Assert.Contains("Reason", FirstLine(await client.GetStringAsync(List + "?format=csv")), StringComparison.Ordinal);
        Assert.Equal(["When", "Who", "Use case", "Thing", "Move", "Changes"], FirstLine(await client.GetStringAsync(List + "?format=csv&columns=shown")).Trim('\uFEFF').Split(';', ',').Select(h => h.Trim('"')));
        Assert.Contains("data-label=\"Reason\"", await (await centre.Client(Roles.Administrator)).GetStringAsync(List), StringComparison.Ordinal);

        await Post("/platform/lists/columns", ("Column", "Reason"), ("Shown", "Reason"), ("Back", List));
        var whole = await client.GetStringAsync(List);
        Assert.Contains("data-label=\"Reason\"", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("columns=shown", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_touches_anothers_and_nothing_senseless_is_kept()
    {
        var director = centre.As(Roles.ServiceDirector);
        var kept = await centre.Ok(new SaveListFilter.Command(List, "Mine", "q=a"), director);
        var other = centre.As(Roles.Administrator);
        await centre.Refused("Platform.ListFilter.NotFound", new ChangeListFilter.Command(List, kept.Id, "Yours", true), other);
        await centre.Refused("Platform.ListFilter.NotFound", new RemoveListFilter.Command(List, kept.Id), other);
        await centre.Refused("Platform.ListFilter.NotFound", new RemoveListFilter.Command("/platform/users", kept.Id), director);
        Assert.Empty((await centre.Ok(new GetListChoice.Query(List), other)).Filters);

        await centre.Refused("Platform.ListFilter.NoUser", new SaveListFilter.Command(List, "Nobody's", "q=a"), Caller.Public);
        await centre.Refused("Platform.ListFilter.Nothing", new SaveListFilter.Command(List, "Nothing", "cursor=x&size=3&format=csv"), director);
        foreach (var list in new[] { "", "x", "//evil.example", "https://evil.example", new string('/', 300) })
        {
            await centre.Refused("Platform.ListFilter.List", new SaveListFilter.Command(list, "A", "q=a"), director);
        }

        var second = await centre.Ok(new SaveListFilter.Command(List, "Second", "q=b"), director);
        await centre.Refused("Platform.ListFilter.NameTaken", new ChangeListFilter.Command(List, second.Id, "mine", false), director);
        Assert.Equal(kept.Id, (await centre.Ok(new SaveListFilter.Command(List, "MINE", "q=c"), director)).Id);
        foreach (var i in Enumerable.Range(3, 28))
        {
            await centre.Ok(new SaveListFilter.Command(List, $"Filter {i}", $"q={i}"), director);
        }

        await centre.Refused("Platform.ListFilter.TooMany", new SaveListFilter.Command(List, "One more", "q=z"), director);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("/x\r\nSet-Cookie: a=b")]
    [InlineData("")]
    public async Task The_way_back_never_leads_elsewhere(string back) => Assert.Equal("/", await Post("/platform/lists/columns", ("Column", "Reason"), ("Back", back)));

    [Fact]
    public void An_identity_in_the_address_stands_for_all()
    {
        Assert.Equal("/parts/*/movements", ListName.Of("/parts/00000000-0000-7000-8000-0000000000ff/movements/", "list"));
        Assert.Equal("/parts#second", ListName.Of("/parts", "second"));
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();

    private Task<GetListChoice.Answer> Mine() => centre.Ok(new GetListChoice.Query(List), centre.As(Roles.ServiceDirector));

    private async Task<string?> Post(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append(("List", List)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        var answer = await client.PostAsync(path, form);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{path} answered {(int)answer.StatusCode}");
        return answer.Headers.Location?.ToString();
    }
}
