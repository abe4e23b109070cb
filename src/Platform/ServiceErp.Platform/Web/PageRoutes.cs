using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Web;

/// <summary>
/// A module's table of pages. Each page asks a query and shows a component; each form sends a command. Signed-in users only, except <see cref="Public(string, Func{PageRequest, Task{IResult}})"/>.
/// </summary>
public sealed class PageRoutes(RouteGroupBuilder signedIn, RouteGroupBuilder open)
{
    /// <summary>A page.</summary>
    public PageRoutes Get(string pattern, Func<PageRequest, Task<IResult>> page)
    {
        signedIn.MapGet(pattern, Answer(page)).ExcludeFromDescription();
        return this;
    }

    /// <summary>A form or button of a page.</summary>
    /// <param name="pattern">Its address.</param>
    /// <param name="action">What it does.</param>
    /// <param name="mostBytes">How much it may bring, if not <see cref="BodyLimit.Usual"/>.</param>
    public PageRoutes Post(string pattern, Func<PageRequest, Task<IResult>> action, long mostBytes = BodyLimit.Usual)
    {
        var route = signedIn.MapPost(pattern, AnswerForm(action)).ExcludeFromDescription();
        if (mostBytes != BodyLimit.Usual)
        {
            route.WithMetadata(new RequestSizeLimitAttribute(mostBytes));
        }

        return this;
    }

    /// <summary>A page for people without an account, found by a secret in its address, which starts with <c>/p/</c>. Rate limited.</summary>
    public PageRoutes Public(string pattern, Func<PageRequest, Task<IResult>> page)
    {
        open.MapGet(pattern, Answer(page)).ExcludeFromDescription();
        return this;
    }

    /// <summary>A form of a public page.</summary>
    public PageRoutes PublicPost(string pattern, Func<PageRequest, Task<IResult>> action)
    {
        open.MapPost(pattern, AnswerForm(action)).ExcludeFromDescription();
        return this;
    }

    // Written out, because a lambda that returns the result would be taken for a RequestDelegate and its result dropped.
    private static RequestDelegate Answer(Func<PageRequest, Task<IResult>> page) => async http => await (await page(new PageRequest(http))).ExecuteAsync(http);

    // What is posted as something else than a form is a form without fields: its command says what is missing.
    private static RequestDelegate AnswerForm(Func<PageRequest, Task<IResult>> action) => http =>
    {
        if (!http.Request.HasFormContentType)
        {
            http.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
        }

        return Answer(action)(http);
    };
}

/// <summary>One request for a page, with what its route needs at hand.</summary>
public sealed class PageRequest(HttpContext http)
{
    private const int RowsPerFilePage = 2000;

    /// <summary>The request.</summary>
    public HttpContext Http => http;

    /// <summary>On whose behalf.</summary>
    public Caller Caller => http.Caller();

    /// <summary>The words.</summary>
    public Texts L => http.RequestServices.GetRequiredService<Texts>();

    /// <summary>What the address of a list asks for. A bare address asks for the filter that the caller opens this list with, if they keep one.</summary>
    public ListQuery List
    {
        get
        {
            var list = ListQuery.Read(http.Request);
            return !HttpMethods.IsGet(http.Request.Method) || KeptFor(http, list.Path)?.Default is not { } opens ? list
                : http.Request.QueryString.HasValue ? list with { HasDefault = true, MixesCurrencies = list.MixesCurrencies }
                : ListQuery.Read(list.Path, new QueryCollection(QueryHelpers.ParseQuery(opens.Query))) with { HasDefault = true, MixesCurrencies = list.MixesCurrencies };
        }
    }

    /// <summary>A service of the request's scope.</summary>
    public T Service<T>()
        where T : notnull => http.RequestServices.GetRequiredService<T>();

    /// <summary>A value of the route as an identity; an address with a malformed one does not exist.</summary>
    public Guid Id(string name = "id") => Guid.TryParse(http.Request.RouteValues[name] as string, out var id) ? id : Guid.Empty;

    /// <summary>A value of the route.</summary>
    public string Route(string name) => http.Request.RouteValues[name] as string ?? "";

    /// <summary>Sends a request on behalf of the caller. The form's hidden id makes a second click harmless.</summary>
    public Task<Result<TAnswer>> Send<TAnswer>(IRequest<TAnswer> request) =>
        http.RequestServices.GetRequiredService<Dispatching.Dispatcher>().Send(request, Caller, FormId, http.RequestAborted);

    /// <summary>What all modules say that an unknown code could be (see <see cref="IUnknownCodes"/>), for scanner pages of their own.</summary>
    public IReadOnlyList<CodeProposal> Proposals(string code)
    {
        using var scope = http.RequestServices.GetRequiredService<Dispatching.Dispatcher>().Enter(Caller);
        return scope.Proposals(code);
    }

    /// <summary>Asks and shows the answer, or says why not.</summary>
    public async Task<IResult> Show<TAnswer>(IQuery<TAnswer> query, Func<TAnswer, IResult> show)
    {
        var result = await Send(query);
        return result.Succeeded ? show(result.Value) : http.Refuse(result.Error);
    }

    /// <summary>Asks and shows the answer by further questions, or says why not.</summary>
    public async Task<IResult> Show<TAnswer>(IQuery<TAnswer> query, Func<TAnswer, Task<IResult>> show)
    {
        var result = await Send(query);
        return result.Succeeded ? await show(result.Value) : http.Refuse(result.Error);
    }

    /// <summary>
    /// A list: its page, or the whole of it as a file when the address asks for one. A file is read in large pages while it is written, so that neither memory nor a
    /// transaction is held for its length.
    /// </summary>
    /// <param name="query">The question, for what the address asks.</param>
    /// <param name="file">The file's name without extension.</param>
    /// <param name="columns">The columns of the file.</param>
    /// <param name="show">Shows one page.</param>
    public async Task<IResult> ShowList<TRow>(Func<ListQuery, IQuery<ListPage<TRow>>> query, string file, ListColumns<TRow> columns, Func<ListPage<TRow>, Task<IResult>> show)
    {
        var list = List;
        if (list.Format is null)
        {
            return await Show(query(list), show);
        }

        list = list with { Cursor = null, Size = RowsPerFilePage };
        var first = await Send(query(list));
        return first.Succeeded ? http.File(list.Format, file, columns, Rows(first.Value, next => query(list with { Cursor = next }))) : http.Refuse(first.Error);
    }

    /// <summary>As <see cref="ShowList{TRow}(Func{ListQuery, IQuery{ListPage{TRow}}}, string, ListColumns{TRow}, Func{ListPage{TRow}, Task{IResult}})"/>, for a page that needs nothing more.</summary>
    public Task<IResult> ShowList<TRow>(Func<ListQuery, IQuery<ListPage<TRow>>> query, string file, ListColumns<TRow> columns, Func<ListPage<TRow>, IResult> show) =>
        ShowList(query, file, columns, list => Task.FromResult(show(list)));

    /// <summary>Reads the posted form as a command and sends it; for buttons and dialogs, whose refusal is a message over the unchanged page.</summary>
    public async Task<IResult> Do<TCommand, TAnswer>(Func<TAnswer, string> next, string? toast = null)
        where TCommand : ICommand<TAnswer>
    {
        var bound = Binding.FromForm<TCommand>(http);
        if (!bound.Succeeded)
        {
            return http.Refuse(bound.Error);
        }

        return http.After(await Send(bound.Value), next, toast);
    }

    /// <summary>Reads the posted form as a command and sends it; a refusal shows the form again, values kept, messages at their fields.</summary>
    public async Task<IResult> Submit<TCommand, TAnswer>(Func<TAnswer, string> next, Func<FormState, Task<IResult>> again, string? toast = null)
        where TCommand : ICommand<TAnswer>
    {
        var bound = Binding.FromForm<TCommand>(http);
        var result = bound.Succeeded ? await Send(bound.Value) : bound.Error;
        if (result.Succeeded)
        {
            return http.Redirect(next(result.Value), toast);
        }

        return await again(FormState.Posted(http.Request.Form).With(result.Error, L));
    }

    /// <summary>
    /// Keeps the photos or papers of a form with a thing, as far as the caller may add some there (see <see cref="Attachments.AttachmentOwners"/>).
    /// </summary>
    /// <param name="field">The form's field.</param>
    /// <param name="about">Kind of the thing.</param>
    /// <param name="aboutId">Which thing.</param>
    /// <param name="kind">What they show.</param>
    /// <returns>Why not all were kept, or null; a form without files keeps nothing.</returns>
    public async Task<Error?> KeepFiles(string field, string about, Guid aboutId, string kind) =>
        http.Request.HasFormContentType && http.Request.Form.Files.GetFiles(field) is { Count: > 0 } files
            ? (await Attachments.AttachmentsPart.KeepAsync(http, files, about, aboutId, kind)).Error
            : null;

    /// <summary>A page inside the shell.</summary>
    public IResult Page<TComponent>(string title, object? parameters = null, int status = 200)
        where TComponent : IComponent => http.Page<TComponent>(L[title], parameters, status);

    /// <summary>A page of one branch: somebody of all branches says first of which, so that nothing is shown or written down in the first one silently.</summary>
    public async Task<IResult> InBranch(Func<Task<IResult>> show) =>
        Caller is { UserId: not null, BranchId: null, IsMachine: false } && Service<IBranches>().All is { Count: > 1 } all
            ? Page<ChooseBranchPage>("In which branch?", new { Branches = all, Next = http.Request.Path + http.Request.QueryString })
            : await show();

    /// <summary>What the caller keeps of a list; null for nobody in particular.</summary>
    internal static KeptForList? KeptFor(HttpContext http, string path, string listId = "list") =>
        http.User.Identity?.IsAuthenticated == true && http.Caller().UserId is { } user ? http.RequestServices.GetService<IListChoices>()?.Of(user, path, listId) : null;

    private async IAsyncEnumerable<TRow> Rows<TRow>(ListPage<TRow> page, Func<string, IQuery<ListPage<TRow>>> next)
    {
        while (true)
        {
            foreach (var row in page.Items)
            {
                yield return row;
            }

            if (page.Paging.Next is not { } cursor)
            {
                yield break;
            }

            var following = await Send(next(cursor));
            page = following.Succeeded ? following.Value : throw new InvalidOperationException($"The list broke off: {following.Error}");
        }
    }

    private string? FormId => http.Request.HasFormContentType && http.Request.Form.TryGetValue(FormState.IdField, out var id) && id.ToString() is { Length: > 0 and <= 100 } text ? text : null;
}
