using Microsoft.AspNetCore.Http;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Tests.Ui;

public sealed class DataTableTests
{
    internal enum State
    {
        WaitingForParts,
        Ready,
    }

    internal sealed record Row(string Number, string Customer, State State, decimal Amount);

    internal static readonly ListColumns<Row> Columns = new ListColumns<Row>()
        .Add("Number", r => r.Number, sort: "number", href: r => $"/orders/{r.Number}", primary: true)
        .Add("Customer", r => r.Customer, sort: "customer")
        .Add("State", r => r.State, kind: ColumnKind.Badge, tone: r => r.State == State.Ready ? Tone.Good : Tone.Waiting)
        .Add("Amount", r => r.Amount, kind: ColumnKind.Money)
        .Add("Secret", r => "only in files", fileOnly: true);

    private static readonly Row[] Rows = [new("RO-1", "<script>alert(1)</script>", State.WaitingForParts, 12.5m), new("RO-2", "Kim & Sons", State.Ready, 1250m)];

    private static ListQuery Query(string query)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = "/orders";
        http.Request.QueryString = new(query);
        return ListQuery.Read(http.Request);
    }

    private static Task<string> Table(string query, Row[]? rows = null, ListPaging? paging = null) => Rendered.Html<DataTable<Row>>(new
    {
        Columns,
        Rows = rows ?? Rows,
        Query = Query(query),
        Paging = paging,
        CountText = "1–2 of 2",
        Filters = new[] { ListFilter.Of<State>("state", "State", Rendered.English, FilterStyle.Chips), new ListFilter("branch", "Branch", [new("n", "North"), new("s", "South")]) },
        DateLabel = "Due",
        EmptyText = "No orders yet.",
    });

    [Fact]
    public async Task Text_of_a_row_stays_text()
    {
        var html = await Table("");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_the_address_stays_text()
    {
        var html = await Table("?q=%22%3E%3Cimg%20src=x%3E&state=%22%3E%3Cimg%3E");
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_heading_tells_the_order_and_its_link_turns_it_round()
    {
        var html = await Table("?sort=number&q=kim");
        Assert.Contains("aria-sort=\"ascending\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/orders?q=kim&amp;sort=number&amp;dir=desc\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-sort=\"descending\"", await Table("?sort=number&dir=desc"), StringComparison.Ordinal);
        Assert.Contains("aria-sort=\"none\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_cannot_be_sorted_has_no_link_and_no_order()
    {
        var html = await Table("");
        Assert.Equal(2, html.Split("aria-sort=").Length - 1);
    }

    [Fact]
    public async Task Pages_keep_the_search_and_the_ends_are_disabled()
    {
        var html = await Table("?q=kim&state=Ready", paging: new ListPaging(Next: "a/b="));
        Assert.Contains("href=\"/orders?state=Ready&amp;q=kim&amp;cursor=a%2Fb%3D\"", html, StringComparison.Ordinal);
        Assert.Equal(3, html.Split("aria-disabled=\"true\"").Length - 1);
    }

    [Fact]
    public async Task Sorting_and_chips_survive_a_new_search()
    {
        var html = await Table("?state=Ready&sort=number&dir=desc&branch=s");
        Assert.Contains("<input type=\"hidden\" name=\"state\" value=\"Ready\"", html, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"sort\" value=\"number\"", html, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"dir\" value=\"desc\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"s\" selected", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<input type=\"hidden\" name=\"branch\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task States_are_words_and_columns_for_files_are_not_shown()
    {
        var html = await Table("");
        Assert.Contains("<span class=\"badge-state tone-waiting\">Waiting for parts</span>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("only in files", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_says_whether_nothing_exists_or_nothing_matches()
    {
        Assert.Contains("No orders yet.", await Table("", []), StringComparison.Ordinal);
        Assert.Contains("Nothing matches the search.", await Table("?q=kim", []), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_cell_carries_its_heading_for_the_phone()
    {
        var html = await Table("");
        Assert.Contains("data-label=\"Customer\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?from=2026-02-30&to=x&cursor=&state=Nonsense&dir=up")]
    [InlineData("?q=&q=&from=&sort=%00")]
    [InlineData("?%3Cb%3E=1&format=exe")]
    public async Task A_mistyped_address_still_shows_a_list(string query) => Assert.Contains("RO-1", await Table(query), StringComparison.Ordinal);

    [Fact]
    public void An_address_is_read_and_written_alike()
    {
        var query = Query("?q=a%26b&state=Ready&from=2026-11-01&to=2026-11-30&sort=number&dir=desc&cursor=zz");
        Assert.Equal("a&b", query.Search);
        Assert.Equal(State.Ready, query.Filter<State>("state"));
        Assert.Equal("/orders?state=Ready&q=a%26b&from=2026-11-01&to=2026-11-30&sort=number&dir=desc", query.Link());
        Assert.Equal("/orders?q=a%26b&from=2026-11-01&to=2026-11-30&sort=number&dir=desc&cursor=2", query.Link(("state", null), ("cursor", "2")));
    }

    [Fact]
    public void The_size_of_a_page_goes_with_every_link()
    {
        var query = Query("?q=a&size=100");
        Assert.Equal("/orders?q=a&size=100", query.Link());
        Assert.Equal("/orders?q=a&size=100&cursor=2", query.Link(("cursor", "2")));
        Assert.Equal("/orders?q=a", Query("?q=a&size=25").Link());
    }

    [Fact]
    public void What_is_kept_of_an_address_is_its_filter_and_not_its_page()
    {
        Assert.Equal("dir=desc&from=2026-11-01&q=a%26b&sort=number&state=Ready", Query("?state=Ready&q=a%26b&sort=number&dir=desc&from=2026-11-01&size=50&cursor=zz&format=csv&columns=shown&saved=none").Narrowing);
        Assert.Equal("", Query("?size=50&cursor=zz").Narrowing);
        Assert.Equal("/orders", Query("").Whole);
        Assert.Equal("/orders?saved=none", (Query("?q=a") with { HasDefault = true }).Link(("q", null)));
    }

    [Fact]
    public void A_number_is_no_name_of_a_filters_choice() => Assert.Null(Query("?state=7").Filter<State>("state"));

    [Fact]
    public void An_overlong_search_is_cut() => Assert.Equal(200, Query("?q=" + new string('x', 5000)).Search!.Length);
}
