using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Tests.Ui;

/// <summary>One specimen of each component, and what must be true of all: nothing inline, text stays text, names of icons exist.</summary>
public sealed partial class SpecimenTests
{
    private const string Hostile = "<i>x</i>\"'";
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);
    private static readonly FormState Faulty = new FormState { Values = { ["A"] = Hostile } }.With("A", Hostile).With("S", Hostile);
    private static readonly ShellModel Shell = new()
    {
        Title = Hostile,
        AppName = Hostile,
        UserName = Hostile,
        RoleAndBranch = Hostile,
        AntiforgeryToken = "token",
        CurrentPath = "/a?b=" + Hostile,
        DemoMode = true,
        Notices = [new(Hostile, Tone.Bad, "/x")],
        UserMenu = [new(Hostile, "/x", "user")],
        Navigation = [new(Hostile, [new(Hostile, "/x", "home", true, "3", true)])],
    };

    private static readonly LifecycleStep[] Steps = [new(Hostile, StepState.Done, Hostile, "/x"), new(Hostile, StepState.Current), new(Hostile, StepState.Todo)];
    private static readonly RenderFragment Content = Rendered.Content(Hostile);

    private static readonly Dictionary<Type, object?> Specimens = new()
    {
        [typeof(ActionBar)] = new
        {
            Items = new ActionItem[]
            {
                new(Hostile) { Href = "/x", Icon = "plus", NewTab = true }, new(Hostile) { Post = "/x", Values = new Dictionary<string, string?> { ["version"] = Hostile } },
                new(Hostile) { Post = "/x", NeedsReason = true, Explanation = Hostile, Fields = Content, Tone = ButtonTone.Danger }, new(Hostile) { Post = "/x", DisabledBecause = Hostile },
            },
        },
        [typeof(Alert)] = new { Tone = Tone.Bad, Title = Hostile, ChildContent = Content },
        [typeof(AttachmentList)] = new
        {
            About = "Order",
            AboutId = Guid.Empty,
            Kinds = new Option[] { new("intake", Hostile), new("signature", Hostile) },
            Items = new Platform.Attachments.Attachment[] { new(Guid.Empty, Hostile, "image/png", 3, "intake", Noon, Hostile), new(Guid.Empty, Hostile, "application/pdf", 3_000_000, "intake", Noon, Hostile) },
        },
        [typeof(Badge)] = new { Text = Hostile, Tone = Tone.Good },
        [typeof(Board)] = new { MoveUrl = "/x", Columns = new BoardColumn[] { new("a", Hostile, [new("1", Hostile) { Href = "/x", Lines = [Hostile], Badge = Hostile }]) { Hint = Hostile, Load = 120 }, new("b", Hostile, []) } },
        [typeof(Breadcrumbs)] = new { Items = new Crumb[] { new(Hostile, "/x") } },
        [typeof(Card)] = new { Title = Hostile, Id = "card", Icon = "tool", Count = 3, Actions = Content, Footer = Content, ChildContent = Content },
        [typeof(Chart)] = new { Label = Hostile, Option = ChartOption.Pareto([(Hostile, 3), ("b", 1)], Hostile, Hostile), ChildContent = Content },
        [typeof(ChooseBranchPage)] = new { Branches = new[] { new Branch(Guid.Empty, "B", Hostile, DateTimeZone.Utc, "EUR", "en", new BusinessCalendar(DateTimeZone.Utc, [])) }, Next = "/x" },
        [typeof(CodeProposals)] = new { Items = new CodeProposal[] { new(Hostile, Hostile, "/x", "barcode") } },
        [typeof(CopyLink)] = new { Href = Hostile, Label = Hostile },
        [typeof(DataTable<DataTableTests.Row>)] = new
        {
            DataTableTests.Columns,
            Rows = new DataTableTests.Row[] { new(Hostile, Hostile, DataTableTests.State.Ready, 1) },
            Query = new ListQuery { Path = "/x", Search = Hostile, Filters = new Dictionary<string, string> { [Hostile] = Hostile } },
            CountText = Hostile,
            DateLabel = Hostile,
            Filters = new ListFilter[] { new("a", Hostile, [new(Hostile, Hostile, 3)]), new("b", Hostile, [new(Hostile, Hostile, 3)], FilterStyle.Chips) },
            Paging = new ListPaging("", "1", "2", "3"),
        },
        [typeof(Document)] = new { Shell, Body = Content },
        [typeof(DrawnText)] = new { X = "1", Y = "2", Text = Hostile },
        [typeof(EmptyState)] = new { Text = Hostile, ActionHref = "/x", ActionText = Hostile, ChildContent = Content },
        [typeof(ErrorSummary)] = new { State = new FormState { General = { Hostile } }.With("A", Hostile) },
        [typeof(Fact)] = new { Label = Hostile, Value = Hostile, Href = "/x" },
        [typeof(Facts)] = new { Columns = 2, ChildContent = Content },
        [typeof(Field)] = new { Name = "A", Label = Hostile, Kind = FieldKind.RadioCards, Hint = Hostile, Options = new Option[] { new(Hostile, Hostile, null, Hostile, "phone") }, Required = true },
        [typeof(Form)] = new { Id = "form", Action = "/x", State = Faulty, Submit = Hostile, CancelHref = "/x", Files = true, Warn = true, Values = new Dictionary<string, string?> { ["version"] = Hostile }, ChildContent = Content },
        [typeof(FormToken)] = new { Token = Hostile },
        [typeof(Head)] = new { Title = Hostile },
        [typeof(Icon)] = new { Name = "tool" },
        [typeof(LifecycleBar)] = new { Steps, Side = Hostile, SideHint = Hostile },
        [typeof(LifecycleDiagram)] = new { Label = Hostile, Diagram = new Diagram([new("a", Hostile, 3, "/x", Tone.Info), new("b", Hostile, Final: true)], [new("a", "b", Hostile), new("a", "a", Hostile)]) },
        [typeof(Lines)] = new { Label = Hostile, ChildContent = Content },
        [typeof(ListMenus)] = new
        {
            Kept = new KeptForList("/x", [new(Guid.Empty, Hostile, "q=a", true), new(Guid.Empty, Hostile, "q=b", false)], new HashSet<string> { Hostile }),
            Query = new ListQuery { Path = "/x", Search = Hostile },
            Headings = new (string, bool)[] { (Hostile, true), ("b", false), (Hostile, false) },
        },
        [typeof(ServiceErp.Platform.Ui.Live)] = new { Topic = "orders", Source = "/x" },
        [typeof(LivePart)] = new { Id = "live", Topic = "orders", Source = "/x", ChildContent = Content },
        [typeof(Lookup)] = new { Name = "A", Label = Hostile, Source = "/x", Hint = Hostile, Text = Hostile, Required = true },
        [typeof(LookupOptions)] = new { Options = new Option[] { new(Hostile, Hostile, null, Hostile) } },
        [typeof(PageHeader)] = new { Title = Hostile, Subtitle = Hostile, Crumbs = new Crumb[] { new(Hostile, "/x") }, Badge = Content, Actions = Content },
        [typeof(Paper)] = new { Title = Hostile, Size = PaperSize.A5, Body = Content },
        [typeof(PhotoInput)] = new { Name = "A", Label = Hostile, Hint = Hostile, CameraFirst = true },
        [typeof(Progress)] = new { Label = Hostile, Percent = 40, Detail = Hostile, Poll = "/x" },
        [typeof(PublicDocument)] = new { Shell, Body = Content },
        [typeof(QrCode)] = new { Text = Hostile },
        [typeof(RefusalPage)] = new { Messages = new[] { Hostile }, Back = "/x" },
        [typeof(ScanInput)] = new { Name = "A", Label = Hostile, Submit = true },
        [typeof(Signature)] = new { Name = "S", Label = Hostile, Signer = Hostile },
        [typeof(Sparkline)] = new { Values = new decimal[] { 1, 5, 2 } },
        [typeof(Steps)] = new { Label = Hostile, Items = Steps },
        [typeof(Tabs)] = new { Label = Hostile, Items = new TabItem[] { new(Hostile, "/x", true, 3) } },
        [typeof(Tile)] = new { Number = Hostile, Label = Hostile, Hint = Hostile, Href = "/x", Icon = "tool", Course = new decimal[] { 1, 2 } },
        [typeof(Timeline)] = new { Entries = new TimelineEntry[] { new(Noon, Hostile, Hostile) { From = Hostile, To = Hostile, Reason = Hostile } } },
        [typeof(Platform.Ui.Timer)] = new { Since = Noon, Now = Noon + Duration.FromMinutes(65), Label = Hostile },
        [typeof(Toast)] = new { Text = Hostile },
    };

    public static TheoryData<string> Components => [.. Specimens.Keys.Select(type => type.Name)];

    private static Task<string> Html(string name)
    {
        var (type, parameters) = Specimens.Single(each => each.Key.Name == name);
        return Rendered.Html(type, new Microsoft.AspNetCore.Routing.RouteValueDictionary(parameters), Faulty);
    }

    [Fact]
    public void Every_component_has_a_specimen()
    {
        var components = typeof(Document).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(Document).Namespace && !type.IsAbstract && typeof(IComponent).IsAssignableFrom(type) && !type.Name.StartsWith('_'))
            .Select(type => type.Name);
        Assert.Equal(components.Order(StringComparer.Ordinal), Specimens.Keys.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task No_component_writes_style_or_script_inline(string name)
    {
        var html = await Html(name);
        Assert.NotEmpty(html);
        Assert.Empty(InlineCode(html));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public async Task Text_stays_text_in_every_component(string name) => Assert.DoesNotContain("<i>", await Html(name), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Components))]
    public async Task Every_icon_that_is_drawn_is_in_the_sprite(string name)
    {
        var known = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "icons.txt"));
        Assert.Empty(Sprite().Matches(await Html(name)).Select(match => match.Groups[1].Value).Except(known));
    }

    [Fact]
    public void The_guard_against_inline_code_can_fail()
    {
        Assert.Single(InlineCode("<p class=\"x\" style=\"color:red\">"));
        Assert.Single(InlineCode("<a href=\"/\" onclick=\"x()\">"));
        Assert.Single(InlineCode("<script>x()</script>"));
        Assert.Single(InlineCode("<style>p{}</style>"));
        Assert.Empty(InlineCode("<script defer src=\"/lib/app.js\"></script><a href=\"/on?style=1\" data-on=\" style=\">"));
    }

    [Fact]
    public async Task A_code_holds_the_modules_of_its_text()
    {
        var html = await Rendered.Html<QrCode>(new { Text = "https://service.example/o/1", Label = "Order" });
        using var generator = new QRCoder.QRCodeGenerator();
        using var code = generator.CreateQrCode("https://service.example/o/1", QRCoder.QRCodeGenerator.ECCLevel.M);
        var expected = code.ModuleMatrix.SelectMany((row, y) => row.Cast<bool>().Select((dark, x) => (dark, x, y))).Where(module => module.dark).Select(module => (module.x, module.y));
        var drawn = Runs().Matches(html).SelectMany(run => Enumerable.Range(int.Parse(run.Groups[1].Value), int.Parse(run.Groups[3].Value)).Select(x => (x, int.Parse(run.Groups[2].Value))));
        Assert.Equal(expected.Order(), drawn.Order());
        Assert.Contains("aria-label=\"Order\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dialog_asks_for_a_reason_and_a_plain_action_does_not()
    {
        var html = await Rendered.Html<ActionBar>(new { Items = new ActionItem[] { new("Release") { Post = "/release" }, new("Reject") { Post = "/reject", NeedsReason = true } } });
        Assert.Single(Regex.Matches(html, "<dialog"));
        Assert.Single(Regex.Matches(html, "name=\"Reason\""));
        Assert.Contains("data-dialog=\"#action-1\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_that_is_not_possible_says_why_and_posts_nothing()
    {
        var html = await Rendered.Html<ActionBar>(new { Items = new ActionItem[] { new("Issue") { Post = "/issue", DisabledBecause = "Two parts are short." } } });
        Assert.Contains("Two parts are short.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", html, StringComparison.Ordinal);
    }

    // Without the attributes' values: an attribute named style or on…, a script with a body, a style element.
    private static IEnumerable<string> InlineCode(string html) => Inline().Matches(Quoted().Replace(html, "\"\"")).Select(match => match.Value);

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("<[a-z][^>]*\\s(style|on[a-z]+)=|<script[^>]*>[^<]|<style", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("icons[^\"]*\\.svg#([a-z0-9-]+)")]
    private static partial Regex Sprite();

    [GeneratedRegex("M(\\d+) (\\d+)h(\\d+)v1")]
    private static partial Regex Runs();
}
