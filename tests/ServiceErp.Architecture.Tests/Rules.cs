using Mono.Cecil;

namespace ServiceErp.Architecture.Tests;

/// <summary>The rules, each a function from an assembly to the faults in it, so that one rule serves the house and the assembly of sins.</summary>
internal static class Rules
{
    /// <summary>A module talks to others through their Abstractions only, so that any of them can be left out.</summary>
    public static IEnumerable<string> ReferencesOnlyAbstractions(AssemblyDefinition module) =>
        module.MainModule.AssemblyReferences.Where(r => r.Name.StartsWith(House.Prefix, StringComparison.Ordinal)
                && r.Name is not ("ServiceErp.Kernel" or "ServiceErp.Platform") && !r.Name.EndsWith(".Abstractions", StringComparison.Ordinal))
            .Select(r => $"{module.Name.Name} references {r.Name}; use its Abstractions.");

    /// <summary>The rules of the trade are plain C#: they can be read and tested without a database or a web server.</summary>
    public static IEnumerable<string> DomainIsPure(AssemblyDefinition module) =>
        from type in House.Types(module).Where(t => House.RoomOf(t) == "Domain")
        from used in House.Uses(type)
        where IsForbiddenInDomain(module, used)
        select $"{type.FullName} uses {used.FullName}; Domain knows the Kernel and Abstractions only.";

    /// <summary>Routes and pages send requests; they neither touch tables nor call the domain.</summary>
    public static IEnumerable<string> EdgesOnlySend(AssemblyDefinition module) =>
        from type in House.Types(module).Where(t => House.RoomOf(t) is "Api" or "Pages")
        from used in House.Uses(type)
        let definition = House.Types(module).FirstOrDefault(t => t.FullName == used.FullName)
        where definition is not null && House.RoomOf(definition) is "Persistence" or "Domain" && definition is { IsEnum: false }
        select $"{type.FullName} uses {used.FullName}; Api and Pages send requests of Features.";

    /// <summary>A use case never calls another; what they share belongs to the domain.</summary>
    public static IEnumerable<string> FeaturesStandAlone(AssemblyDefinition module) =>
        from type in House.Types(module).Where(t => House.RoomOf(t) == "Features")
        from used in House.Uses(type)
        where used.Name == "Handler" && used.DeclaringType is not null && Outermost(used) != Outermost(type)
        select $"{type.FullName} uses {used.FullName}; a feature never uses another feature's handler.";

    /// <summary>What is public is promised: the plug, the components, the requests and their answers with the enumerations in them. Everything else may change at will.</summary>
    public static IEnumerable<string> LittleIsPublic(AssemblyDefinition module) =>
        from type in House.Types(module)
        where type.IsPublic && !type.IsEnum && !IsPlug(type) && !IsComponent(type) && House.RoomOf(type) != "Features"
        select $"{type.FullName} is public; only the module, its components and its requests may be.";

    /// <summary>Handlers and validators are made by the container; nobody else needs to see them.</summary>
    public static IEnumerable<string> HandlersAreInternal(AssemblyDefinition module) =>
        from type in House.Types(module)
        where type.IsNestedPublic && type.Name is "Handler" or "Validator"
        select $"{type.FullName} is public; make it internal.";

    /// <summary>Who may do a thing is said where the thing is.</summary>
    public static IEnumerable<string> RequestsSayWhoMay(AssemblyDefinition module) =>
        from type in House.Types(module).Where(IsRequest)
        where !type.CustomAttributes.Any(a => a.AttributeType.Name is "RequiresAttribute" or "AnyoneAttribute")
        select $"{type.FullName} says neither [Requires] nor [Anyone].";

    /// <summary>What carries a branch says so to the Platform, which hides it from the users of others.</summary>
    public static IEnumerable<string> BranchesHideTheirs(AssemblyDefinition module) =>
        from type in House.Types(module)
        where House.RoomOf(type) == "Domain" && InheritsFrom(type, "ServiceErp.Kernel.Entity")
        from branch in type.Properties.Where(p => p.Name == "BranchId")
        let owner = branch.PropertyType.Name == "Guid" ? "IBranchOwned" : "IBranchShared"
        where !type.Interfaces.Any(i => i.InterfaceType.Name == owner)
        select $"{type.FullName} has a branch; make it {owner}.";

    /// <summary>Each request is answered by exactly one handler.</summary>
    public static IEnumerable<string> RequestsHaveOneHandler(AssemblyDefinition module)
    {
        var handled = House.Types(module).SelectMany(t => t.Interfaces).Select(i => i.InterfaceType).OfType<GenericInstanceType>()
            .Where(i => i.Name == "IHandler`2").Select(i => i.GenericArguments[0].FullName).ToLookup(n => n);
        return House.Types(module).Where(IsRequest).Where(t => handled[t.FullName].Count() != 1).Select(t => $"{t.FullName} has {handled[t.FullName].Count()} handlers.");
    }

    /// <summary>The state of an aggregate is written in one place, through its table of transitions.</summary>
    public static IEnumerable<string> StateIsWrittenOnce(AssemblyDefinition module) =>
        from type in House.Types(module).Where(t => House.RoomOf(t) == "Domain" && InheritsFrom(t, "ServiceErp.Kernel.Aggregate"))
        let state = type.Properties.FirstOrDefault(p => p.Name == "State" && p.PropertyType.Resolve() is { IsEnum: true })
        where state?.SetMethod is not null
        let writers = House.Types(module).SelectMany(House.Calls)
            .Where(c => c.To.FullName == state.SetMethod.FullName && !c.From.IsConstructor && c.From.Name != "Create" && !c.From.IsStatic).Select(c => c.From.FullName).Distinct().ToArray()
        where writers.Length != 1 || !FiresFrom(writers[0], module)
        select $"{type.FullName}.State is written by {(writers.Length == 0 ? "nobody" : string.Join(" and ", writers))}; one private method writes it, after Lifecycle.Fire.";

    /// <summary>What modules tell each other is data and roles, nothing that runs.</summary>
    public static IEnumerable<string> AbstractionsHoldOnlyWords(AssemblyDefinition abstractions) =>
        House.Types(abstractions).Where(t => t.DeclaringType is null && !t.IsInterface && !t.IsEnum && !IsSealedRecord(t) && !(t is { IsAbstract: true, IsSealed: true }))
            .Select(t => $"{t.FullName} is neither interface, sealed record, enum nor constants.")
            .Concat(abstractions.MainModule.AssemblyReferences
                .Where(r => r.Name.StartsWith(House.Prefix, StringComparison.Ordinal) && r.Name != "ServiceErp.Kernel" && !r.Name.EndsWith(".Abstractions", StringComparison.Ordinal))
                .Select(r => $"{abstractions.Name.Name} references {r.Name}."));

    /// <summary>Stored events outlive names and places of classes.</summary>
    public static IEnumerable<string> EventsHaveStableNames(AssemblyDefinition assembly) =>
        House.Types(assembly).Where(t => t.Interfaces.Any(i => i.InterfaceType.Name == "IIntegrationEvent") && t.CustomAttributes.All(a => a.AttributeType.Name != "EventNameAttribute"))
            .Select(t => $"{t.FullName} has no [EventName].");

    /// <summary>Words that say nothing.</summary>
    public static IEnumerable<string> NamesSaySomething(AssemblyDefinition assembly)
    {
        string[] empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Processor", "Dto", "Impl", "Info"];
        return House.Types(assembly).Where(t => empty.Any(e => t.Name.EndsWith(e, StringComparison.Ordinal))).Select(t => $"{t.FullName} has an empty name.");
    }

    /// <summary>Only the Platform stores, so that audit, outbox and events are never forgotten.</summary>
    public static IEnumerable<string> OnlyThePlatformStores(AssemblyDefinition module) =>
        from type in House.Types(module)
        from call in House.Calls(type)
        where call.To.Name is "SaveChanges" or "SaveChangesAsync"
        select $"{call.From.FullName} saves; the Dispatcher does.";

    /// <summary>Whoever looked at an older version changes nothing: a command that takes a version says so, and its handler lets the aggregate compare it.</summary>
    public static IEnumerable<string> VersionsAreCompared(AssemblyDefinition module)
    {
        var methods = module.MainModule.GetTypes().SelectMany(t => t.Methods).ToLookup(m => m.FullName);
        foreach (var command in House.Types(module).Where(t => t.Interfaces.Any(i => i.InterfaceType.GetElementType().Name == "ICommand`1") && t.Properties.Any(p => p.Name == "Version")))
        {
            if (command.Interfaces.All(i => i.InterfaceType.Name != "IVersioned"))
            {
                yield return $"{command.FullName} takes a version and is not IVersioned.";
                continue;
            }

            var handler = House.Types(module).Single(t => t.Interfaces.Any(i => i.InterfaceType is GenericInstanceType g && g.Name == "IHandler`2" && g.GenericArguments[0].FullName == command.FullName));
            var reached = Reached(handler.Methods.Where(m => m.Name == "Handle"), methods).ToArray();
            if (!reached.Any(m => m.Name == "get_Version" && m.DeclaringType.FullName == command.FullName))
            {
                yield return $"{command.FullName}: its handler never reads the version.";
            }
            else if (!reached.Any(m => m.Name == "Stale" && m.DeclaringType.FullName == "ServiceErp.Kernel.Aggregate"))
            {
                yield return $"{command.FullName}: its handler never asks Stale.";
            }
        }
    }

    /// <summary>
    /// Each command of the administration says how far it reaches: what belongs to all is refused to those of one branch by the dispatcher, and a handler for what is one branch's asks for the caller's.
    /// </summary>
    public static IEnumerable<string> CommandsSayHowFarTheyReach(AssemblyDefinition platform)
    {
        var methods = platform.MainModule.GetTypes().SelectMany(t => t.Methods).ToLookup(m => m.FullName);
        foreach (var command in House.Types(platform).Where(t => IsRequest(t) && t.Interfaces.Any(i => i.InterfaceType.GetElementType().Name == "ICommand`1")))
        {
            const int branch = 1;
            if (command.CustomAttributes.FirstOrDefault(a => a.AttributeType.Name == "ReachesAttribute") is not { } reaches)
            {
                yield return $"{command.FullName} does not say how far it reaches; add [Reaches].";
            }
            else if (reaches.ConstructorArguments[0].Value is branch
                && House.Types(platform).FirstOrDefault(t => t.Interfaces.Any(i => i.InterfaceType is GenericInstanceType g && g.Name == "IHandler`2" && g.GenericArguments[0].FullName == command.FullName)) is { } handler
                && !Reached(handler.Methods.Concat(handler.NestedTypes.SelectMany(n => n.Methods)), methods).Any(m => m.Name is "get_BranchId" or "get_BranchScope" && m.DeclaringType.Name is "ICurrentUser" or "Caller" or "ModuleDbContext"))
            {
                yield return $"{command.FullName} reaches one branch's things; its handler never asks for the caller's branch.";
            }
        }
    }

    /// <summary>What no branch owns belongs to all of them: a command that touches nothing else says whether each branch keeps it up, or only who answers for all.</summary>
    public static IEnumerable<string> WhatBelongsToAllSaysWhoMay(AssemblyDefinition module)
    {
        var methods = module.MainModule.GetTypes().SelectMany(t => t.Methods).ToLookup(m => m.FullName);
        foreach (var handler in House.Types(module))
        {
            foreach (var command in handler.Interfaces.Select(i => i.InterfaceType).OfType<GenericInstanceType>().Where(g => g.Name == "IHandler`2").Select(g => g.GenericArguments[0].Resolve()))
            {
                if (!command.Interfaces.Any(i => i.InterfaceType.GetElementType().Name == "ICommand`1") || command.CustomAttributes.Any(a => a.AttributeType.Name == "ReachesAttribute"))
                {
                    continue;
                }

                var handle = handler.Methods.Where(m => m.Name == "Handle" && m.Parameters[0].ParameterType.FullName == command.FullName);
                var things = Reached(handle.Concat(handler.NestedTypes.SelectMany(n => n.Methods)), methods).Select(m => m.ReturnType).OfType<GenericInstanceType>().Where(r => r.Name == "DbSet`1").Select(r => r.GenericArguments[0].Resolve()).OfType<TypeDefinition>().ToArray();
                if (things.Length > 0 && !things.Any(t => t.Interfaces.Any(i => i.InterfaceType.Name is "IBranchOwned" or "IBranchShared")))
                {
                    yield return $"{command.FullName} touches what no branch owns ({string.Join(", ", things.Select(t => t.Name).Distinct())}); add [Reaches(Reach.All)], or Reach.Common where every branch keeps it up.";
                }
            }
        }
    }

    /// <summary>
    /// A reason tells those who ask later something: every command that takes one holds it to the one rule. The answers to a quotation are the customer's own words and may be as short as the customer is.
    /// </summary>
    public static IEnumerable<string> ReasonsTellSomething(AssemblyDefinition module) =>
        from type in House.Types(module).Where(t => t.Interfaces.Any(i => i.InterfaceType.GetElementType().Name == "ICommand`1"))
        let reasons = type.Properties.Count(p => p.PropertyType.FullName == "System.String" && p.Name.EndsWith("Reason", StringComparison.Ordinal))
        where reasons > 0 && type.DeclaringType?.Name is not ("AnswerQuotation" or "AnswerQuotationByLink")
        let held = House.Types(module).Where(t => t.Name == "Validator" && t.DeclaringType == type.DeclaringType).SelectMany(House.Calls).Count(c => c.To.DeclaringType.Name == "ReasonRules")
        where held < reasons
        select $"{type.FullName} takes a reason that its validator holds to no rule; use ReasonRules.";

    public static bool IsRequest(TypeDefinition type) =>
        type.Interfaces.Any(i => i.InterfaceType.GetElementType().Name is "ICommand`1" or "IQuery`1") && !type.IsInterface;

    /// <summary>Every method that these call, directly or through others of the module; what the compiler made of async methods and lambdas included.</summary>
    private static IEnumerable<MethodReference> Reached(IEnumerable<MethodDefinition> from, ILookup<string, MethodDefinition> methods)
    {
        var open = new Stack<MethodDefinition>(from);
        var seen = new HashSet<string>();
        while (open.TryPop(out var method))
        {
            var machine = method.CustomAttributes.FirstOrDefault(a => a.AttributeType.Name == "AsyncStateMachineAttribute")?.ConstructorArguments[0].Value as TypeDefinition;
            foreach (var called in new[] { method }.Concat(machine?.Methods.Where(m => m.Name == "MoveNext") ?? []).Where(m => m.HasBody).SelectMany(m => m.Body.Instructions).Select(i => i.Operand).OfType<MethodReference>())
            {
                var name = called.GetElementMethod().FullName;
                if (seen.Add(name))
                {
                    yield return called;
                    foreach (var own in methods[name])
                    {
                        open.Push(own);
                    }
                }
            }
        }
    }

    private static bool IsForbiddenInDomain(AssemblyDefinition module, TypeReference used)
    {
        var scope = used.Scope.Name.Replace(".dll", "", StringComparison.Ordinal);
        if (scope == "ServiceErp.Platform" || scope.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || scope.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || scope is "Autofac" or "FluentValidation")
        {
            return true;
        }

        return House.Types(module).FirstOrDefault(t => t.FullName == used.FullName) is { } own && House.RoomOf(own) is "Features" or "Api" or "Pages" or "Integration" or "Persistence";
    }

    private static string Outermost(TypeReference type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return type.FullName;
    }

    private static bool IsPlug(TypeDefinition type) => InheritsFrom(type, "ServiceErp.Platform.Modules.ErpModule");

    private static bool IsComponent(TypeDefinition type) => InheritsFrom(type, "Microsoft.AspNetCore.Components.ComponentBase") || type.Name == "_Imports";

    private static bool IsSealedRecord(TypeDefinition type) => (type.IsSealed || type.IsValueType) && type.Methods.Any(m => m.Name is "<Clone>$" or "PrintMembers");

    private static bool FiresFrom(string writer, AssemblyDefinition module) =>
        House.Types(module).SelectMany(House.Calls).Any(c => c.From.FullName == writer && c.To.Name == "Fire" && c.To.DeclaringType.Name.StartsWith("Lifecycle", StringComparison.Ordinal));

    private static bool InheritsFrom(TypeDefinition type, string name)
    {
        for (var at = type.BaseType; at is not null; at = Resolve(at)?.BaseType)
        {
            if (at.GetElementType().FullName == name)
            {
                return true;
            }
        }

        return false;
    }

    private static TypeDefinition? Resolve(TypeReference type)
    {
        try
        {
            return type.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }
}
