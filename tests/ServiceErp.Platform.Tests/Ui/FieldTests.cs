using ServiceErp.Kernel;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Tests.Ui;

public sealed class FieldTests
{
    private static readonly FormState Faulty = new FormState { Values = { ["Name"] = "<b>Kim</b>\" onclick=\"x" } }.With("name", "Too short.");

    private static Task<string> Field(string name, FieldKind kind, FormState? state = null, params Option[] options) =>
        Rendered.Html(typeof(Field), new Microsoft.AspNetCore.Routing.RouteValueDictionary(new { Name = name, Label = "The label", Kind = kind, Options = options, Hint = "A hint" }), state);

    [Fact]
    public async Task A_fault_is_marked_and_tied_to_its_field()
    {
        var html = await Field("Name", FieldKind.Text, Faulty);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"f-name-error f-name-hint\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"f-name-error\"", html, StringComparison.Ordinal);
        Assert.Contains("Too short.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_without_a_fault_is_not_marked()
    {
        var html = await Field("Phone", FieldKind.Phone, Faulty);
        Assert.DoesNotContain("aria-invalid", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Too short.", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FieldKind.Text)]
    [InlineData(FieldKind.TextArea)]
    [InlineData(FieldKind.Suggest)]
    public async Task Typed_text_comes_back_as_text_and_never_as_markup(FieldKind kind)
    {
        var html = await Field("Name", kind, Faulty);
        Assert.Contains("&lt;b&gt;Kim&lt;/b&gt;&quot;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FieldKind.Text)]
    [InlineData(FieldKind.Number)]
    [InlineData(FieldKind.Select)]
    [InlineData(FieldKind.CheckBox)]
    [InlineData(FieldKind.File)]
    public async Task A_label_names_its_control(FieldKind kind)
    {
        var html = await Field("Lines[0].Quantity", kind);
        Assert.Contains("for=\"f-lines-0-quantity\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"f-lines-0-quantity\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_box_that_is_not_ticked_still_posts_false()
    {
        var html = await Field("Proof", FieldKind.CheckBox, new FormState { Values = { ["Proof"] = "true" } });
        Assert.Contains(" checked", html, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"Proof\" value=\"false\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_never_given_back() =>
        Assert.DoesNotContain("secret", await Field("Pin", FieldKind.Password, new FormState { Values = { ["Pin"] = "secret" } }), StringComparison.Ordinal);

    [Fact]
    public async Task The_posted_choice_is_chosen_again()
    {
        var html = await Field("Zone", FieldKind.Select, new FormState { Values = { ["Zone"] = "b" } }, new Option("a", "Town"), new Option("b", "Suburb"));
        Assert.Contains("value=\"b\" selected", html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"a\" selected", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_with_details_reaches_each_field_and_the_rest_the_form()
    {
        var error = Error.Invalid("X", "Faulty") with { Details = [Error.Invalid("X.1", "Name {0}", "short").On("Name"), Error.Invalid("X.2", "Not today")] };
        var state = new FormState().With(error, Rendered.English);
        Assert.Equal(["Name short"], state.ErrorsOf("name"));
        Assert.Equal(["Not today"], state.General);
    }

    [Fact]
    public void A_form_is_filled_with_values_as_the_browser_writes_them()
    {
        var state = Rendered.In("ru", () => FormState.Of(new { Price = 1250.5m, Day = new NodaTime.LocalDate(2026, 11, 3), At = new NodaTime.LocalDateTime(2026, 11, 3, 9, 5), Sure = true, Kind = FieldKind.Phone, Nothing = (string?)null }));
        Assert.Equal(["1250.5", "2026-11-03", "2026-11-03T09:05", "true", "Phone", null], state.Values.Values);
    }

    [Fact]
    public void What_was_posted_is_kept_but_passwords_and_tokens_are_not()
    {
        var form = new Microsoft.AspNetCore.Http.FormCollection(new() { ["Name"] = "Kim", ["NewPassword"] = "secret", ["__RequestVerificationToken"] = "t", ["Sure"] = new(["true", "false"]) });
        Assert.Equal(new() { ["Name"] = "Kim", ["Sure"] = "true" }, FormState.Posted(form).Values);
    }
}
