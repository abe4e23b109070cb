using System.Collections;
using System.Reflection;
using Autofac;
using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Results;
using FluentValidation.Validators;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.Architecture.Tests;

/// <summary>What a command takes fits where it is stored, and what it refuses carries the program's own code and sentence.</summary>
public sealed class TextLengthTests : IAsyncLifetime
{
    private const int Enormous = 2_000_001;

    /// <summary>Commands whose texts need no longest length, with the reason.</summary>
    private static readonly Dictionary<string, string> Unbounded = new()
    {
        ["BeginSession."] = "made by the program itself from what the browser sends, cut there",
        ["SignIn.From."] = "made by the program itself from what the browser sends, cut there",
        ["CreateDemoUser."] = "made by the demo alone; no route leads there",
        ["KeepAttachment."] = "made by the program itself from what it has looked at; a file's name is cut where it is read",
        ["BeginImport."] = "made by the program itself, but for the file's name",
    };

    /// <summary>Where a text is stored that shares its name with a narrower column of the same resource; empty where it is only looked up.</summary>
    private static readonly Dictionary<string, string> StoredIn = new()
    {
        ["NoteClaimCredit.Number"] = "ClaimCredit",
        ["NoteSupplierInvoice.Number"] = "SupplierInvoice",
        ["AddPartBarcode.Code"] = "PartBarcode",
        ["SaveControlPoint.Text"] = "ControlPoint",
        ["SaveTestSheet.Steps[0].Text"] = "TestStep",
        ["SaveTestSheet.Steps[0].Unit"] = "TestStep",
        ["AddNote.Text"] = "OrderNote",
        ["AskAboutQuotation.Text"] = "QuotationQuestion",
        ["ReplyToQuestion.Text"] = "QuotationQuestion",
        ["RecordCount.Code"] = "",
        ["SetDefectivePartAside.Code"] = "",
        ["AddStockDocumentLine.Line.Code"] = "",
        ["DraftStockDocument.Lines[0].Code"] = "",
        ["AddPurchaseOrderLine.Line.Code"] = "",
        ["DraftPurchaseOrder.Lines[0].Code"] = "",
        ["ImportRepairCodes.Text"] = "",
    };

    private TestCentre centre = null!;

    public async Task InitializeAsync() => centre = await TestCentre.StartAsync();

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task Every_text_of_a_command_has_a_longest_length_and_it_fits_its_column()
    {
        var enormous = new string('x', Enormous);
        await using var scope = centre.Dispatcher.Enter(Caller.System);
        var columns = House.Modules.Select(House.Load).Append(typeof(PlatformModule).Assembly).ToDictionary(a => a, ColumnsOf);
        List<string> faults = [];
        var (texts, measured, compared) = (0, 0, 0);
        foreach (var command in Commands())
        {
            var validator = (IValidator?)scope.ResolveOptional(typeof(IValidator<>).MakeGenericType(command));
            var before = new[] { false, true }.Select(bare => Validate(validator, Sample.Of(command, null, enormous, bare)).Select(Key).ToHashSet()).ToArray();
            foreach (var path in Sample.TextsOf(command))
            {
                texts++;
                var name = $"{command.DeclaringType?.Name ?? command.Name}.{path}";
                var refusals = new[] { false, true }.SelectMany(bare => Validate(validator, Sample.Of(command, path, enormous, bare)).Where(f => !before[bare ? 1 : 0].Contains(Key(f)) || IsOf(f, path))).ToArray();
                if (refusals.Length == 0)
                {
                    if (!Unbounded.Keys.Any(k => name.StartsWith(k, StringComparison.Ordinal)))
                    {
                        faults.Add($"{name} takes a text without end.");
                    }

                    continue;
                }

                if (refusals.FirstOrDefault(f => f.ErrorCode == TextRules.TooLong)?.CustomState is not object?[] { Length: 1 } state || state[0] is not int longest)
                {
                    continue;
                }

                measured++;
                var leaf = path[(path.LastIndexOf('.') + 1)..].Replace("[0]", "", StringComparison.Ordinal);
                var named = columns[command.Assembly].Where(c => c.Name == leaf).ToArray();
                var near = named.Where(c => c.Resource == ResourceOf(command)).ToArray();
                if (StoredIn.TryGetValue(name, out var entity))
                {
                    named = [.. named.Where(c => c.Entity == entity)];
                    near = [];
                }

                if (named.Length == 0)
                {
                    continue;
                }

                compared++;
                var narrowest = near.Length > 0 ? near.MinBy(c => c.Longest)! : named.MaxBy(c => c.Longest)!;
                if (longest > narrowest.Longest)
                {
                    faults.Add($"{name} takes {longest} characters, {narrowest.Entity}.{leaf} holds {narrowest.Longest}.");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.True(texts > 300 && measured > 200 && compared > 150, $"Only {texts} texts were found, {measured} measured and {compared} compared.");
    }

    [Fact]
    public async Task Every_refusal_of_a_validator_carries_a_code_and_a_sentence_of_the_program()
    {
        await using var scope = centre.Dispatcher.Enter(Caller.System);
        var rules = Commands().Concat(Requests(typeof(IQuery<>))).Select(r => (Request: r, Validator: (IValidator?)scope.ResolveOptional(typeof(IValidator<>).MakeGenericType(r))))
            .Where(r => r.Validator is not null).SelectMany(r => RulesOf(r.Validator!).Select(rule => (r.Request, Rule: rule))).ToArray();
        // A rule of the whole says refusals of the domain, which carry both (RegisterRequest tells all at once).
        var faults = rules.Where(r => !string.IsNullOrEmpty(r.Rule.Property)).Where(r => r.Rule.Component.ErrorCode?.Contains('.', StringComparison.Ordinal) != true
                || r.Rule.Component.GetUnformattedErrorMessage() == r.Rule.Component.Validator.GetDefaultMessageTemplate(r.Rule.Component.ErrorCode))
            .Select(r => $"{r.Request.DeclaringType?.Name}.{r.Rule.Property}: {r.Rule.Component.Validator.Name} has no code or no sentence of its own.").ToArray();
        Assert.True(rules.Length > 300, $"Only {rules.Length} rules were found.");
        Assert.True(faults.Length == 0, string.Join(Environment.NewLine, faults));
    }

    private static bool IsOf(ValidationFailure failure, string path) =>
        string.Equals(failure.PropertyName, path.EndsWith("[0]", StringComparison.Ordinal) && !failure.PropertyName.EndsWith(']') ? path[..^3] : path, StringComparison.OrdinalIgnoreCase);

    private static string Key(ValidationFailure failure) => $"{failure.PropertyName}|{failure.ErrorMessage}";

    private static List<ValidationFailure> Validate(IValidator? validator, object request) =>
        validator?.Validate((IValidationContext)Activator.CreateInstance(typeof(ValidationContext<>).MakeGenericType(request.GetType()), request)!).Errors ?? [];

    private static IEnumerable<(string Property, IRuleComponent Component)> RulesOf(IValidator validator)
    {
        foreach (var rule in (IEnumerable<IValidationRule>)validator)
        {
            foreach (var component in rule.Components)
            {
                if (component.Validator is not IChildValidatorAdaptor)
                {
                    yield return (rule.PropertyName ?? "", component);
                }
                else if (component.Validator.GetType().GetField("_validator", BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(component.Validator) is IValidator child)
                {
                    foreach (var (property, inner) in RulesOf(child))
                    {
                        yield return ($"{rule.PropertyName}.{property}", inner);
                    }
                }
            }

            foreach (var dependent in rule.DependentRules ?? [])
            {
                foreach (var component in dependent.Components)
                {
                    yield return (dependent.PropertyName ?? "", component);
                }
            }
        }
    }

    private static IEnumerable<Type> Commands() => Requests(typeof(ICommand<>));

    private static IEnumerable<Type> Requests(Type kind) => House.Modules.Select(House.Load).Append(typeof(PlatformModule).Assembly).SelectMany(a => a.GetTypes())
        .Where(t => t is { IsAbstract: false, IsGenericType: false } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == kind)).OrderBy(t => t.FullName, StringComparer.Ordinal);

    private static Column[] ColumnsOf(Assembly module)
    {
        var type = module.GetTypes().SingleOrDefault(t => !t.IsAbstract && typeof(ModuleDbContext).IsAssignableFrom(t) && t.Name.StartsWith("SqlServer", StringComparison.Ordinal));
        if (type is null)
        {
            return [];
        }

        using var context = (ModuleDbContext)Activator.CreateInstance(type)!;
        return
        [
            .. context.Model.GetEntityTypes().Where(e => e.ClrType.Assembly == module).SelectMany(e => e.GetProperties().Where(p => p.GetMaxLength() is not null && (p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType) == typeof(string))
                .Select(p => new Column(ResourceOf(e.ClrType), e.ClrType.Name, p.Name, p.GetMaxLength()!.Value is -1 ? int.MaxValue : p.GetMaxLength()!.Value))),
        ];
    }

    /// <summary>The resource of a feature or an entity: what follows Features or Domain, in the Platform the first folder.</summary>
    private static string ResourceOf(Type type)
    {
        var parts = type.Namespace!.Split('.');
        var room = Array.FindIndex(parts, p => p is "Features" or "Domain");
        return parts[1] == "Platform" ? parts.ElementAtOrDefault(2) ?? "" : parts.ElementAtOrDefault(room + 1) ?? "";
    }

    private sealed record Column(string Resource, string Entity, string Name, int Longest);

    /// <summary>Makes a request with something plausible in each place, and one text that is enormous.</summary>
    private static class Sample
    {
        public static IEnumerable<string> TextsOf(Type type, string prefix = "", int depth = 0) => depth > 4 ? [] : Members(type).SelectMany(m => m.Type switch
        {
            _ when m.Type == typeof(string) => [prefix + m.Name],
            _ when ElementOf(m.Type) == typeof(string) => [$"{prefix}{m.Name}[0]"],
            _ when ElementOf(m.Type) is { } element && IsRecord(element) => TextsOf(element, $"{prefix}{m.Name}[0].", depth + 1),
            _ when IsRecord(m.Type) => TextsOf(m.Type, $"{prefix}{m.Name}.", depth + 1),
            _ => (IEnumerable<string>)[],
        });

        public static object Of(Type type, string? enormous, string text, bool bare) => Make(type, "", enormous, text, bare, 0)!;

        /// <param name="bare">Leaves out what may be left out.</param>
        private static object? Make(Type type, string path, string? target, string text, bool bare, int depth)
        {
            if (type == typeof(string))
            {
                return path == target ? text : "x";
            }

            if (Nullable.GetUnderlyingType(type) is { } value)
            {
                return bare ? null : Make(value, path, target, text, bare, depth);
            }

            if (ElementOf(type) is { } element)
            {
                var list = Array.CreateInstance(element, 1);
                list.SetValue(Make(element, $"{path}[0]", target, text, bare, depth + 1), 0);
                return list;
            }

            if (type == typeof(Guid))
            {
                return Guid.Parse("11111111-1111-7111-8111-111111111111");
            }

            if (type == typeof(LocalDate))
            {
                return new LocalDate(2026, 3, 4);
            }

            if (type.IsPrimitive && type != typeof(bool) || type == typeof(decimal))
            {
                return Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);
            }

            if (!IsRecord(type) || depth > 5)
            {
                return type.IsValueType ? Activator.CreateInstance(type) : null;
            }

            var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
            var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType, Join(path, p.Name!), target, text, bare, depth + 1))]);
            foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && constructor.GetParameters().All(c => c.Name != p.Name)))
            {
                property.SetValue(made, Make(property.PropertyType, Join(path, property.Name), target, text, bare, depth + 1));
            }

            return made;
        }

        private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

        private static bool IsRecord(Type type) => type is { IsClass: true, IsAbstract: false } && type.Assembly.GetName().Name!.StartsWith("ServiceErp", StringComparison.Ordinal) && type.GetConstructors().Length > 0;

        private static Type? ElementOf(Type type) => type.IsArray ? type.GetElementType()
            : type != typeof(string) && type.IsGenericType && type.GetGenericArguments() is [var one] && typeof(IEnumerable).IsAssignableFrom(type) && type.IsAssignableFrom(one.MakeArrayType()) ? one : null;

        private static IEnumerable<(string Name, Type Type)> Members(Type type) =>
            type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.SetMethod is { IsPublic: true }).Select(p => (p.Name, p.PropertyType));
    }
}
