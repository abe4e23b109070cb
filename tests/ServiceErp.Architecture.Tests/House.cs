using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using ServiceErp.Platform.Modules;

namespace ServiceErp.Architecture.Tests;

/// <summary>The compiled house: every assembly of ours beside the tests, as read from disk. Nobody types a module's name.</summary>
internal static class House
{
    public const string Prefix = "ServiceErp.";

    public static readonly string Root = FindRoot();

    /// <summary>Names of the modules, from the folders of the source.</summary>
    public static readonly string[] ModuleNames = [.. Directory.GetDirectories(Path.Combine(Root, "src", "Modules")).Where(HasImplementation).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static readonly AssemblyDefinition[] Modules = [.. ModuleNames.Select(n => Read(Prefix + n))];

    public static readonly AssemblyDefinition[] Abstractions = [.. Directory.GetFiles(AppContext.BaseDirectory, "ServiceErp.*.Abstractions.dll").Order(StringComparer.Ordinal).Select(f => AssemblyDefinition.ReadAssembly(f))];

    public static readonly AssemblyDefinition Kernel = Read("ServiceErp.Kernel");

    public static readonly AssemblyDefinition Platform = Read("ServiceErp.Platform");

    public static readonly AssemblyDefinition Host = Read("ServiceErp.Host");

    /// <summary>An assembly of deliberate sins: each rule must find its own in it.</summary>
    public static readonly AssemblyDefinition Sins = Read("ServiceErp.Architecture.Sins");

    /// <summary>The demo plugs in as a module does and drives all others through their commands; it owns no rules, no tables and no pages.</summary>
    public static bool IsDemo(AssemblyDefinition assembly) => Directory.Exists(Path.Combine(Root, "src", "Demo", assembly.Name.Name));

    public static string NameOf(AssemblyDefinition module) => module.Name.Name[Prefix.Length..];

    /// <summary>Types written by people: no compiler helpers, no generated migrations.</summary>
    public static IEnumerable<TypeDefinition> Types(AssemblyDefinition assembly) =>
        assembly.MainModule.GetTypes().Where(t => !t.Name.StartsWith('<') && t.Name != "<Module>" && !IsGenerated(t) && !NamespaceOf(t).Contains(".Migrations", StringComparison.Ordinal));

    /// <summary>The room of a type: Domain, Features, Api, Pages, Integration, Persistence, Resources or nothing.</summary>
    public static string RoomOf(TypeDefinition type)
    {
        var rest = NamespaceOf(type).Split('.');
        return rest.Length > 2 ? rest[2] : "";
    }

    public static string NamespaceOf(TypeDefinition type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return type.Namespace;
    }

    /// <summary>Every type that a type mentions: bases, members, attributes, bodies; compiler helpers inside it included.</summary>
    public static IEnumerable<TypeReference> Uses(TypeDefinition type)
    {
        foreach (var part in WithHelpers(type))
        {
            foreach (var used in UsesOf(part))
            {
                foreach (var each in Unfold(used))
                {
                    yield return each;
                }
            }
        }
    }

    public static IEnumerable<MethodDefinition> Methods(TypeDefinition type) => WithHelpers(type).SelectMany(t => t.Methods);

    /// <summary>Methods that the bodies of a type call.</summary>
    public static IEnumerable<(MethodDefinition From, MethodReference To)> Calls(TypeDefinition type) =>
        Methods(type).Where(m => m.HasBody).SelectMany(m => m.Body.Instructions.Select(i => (m, i.Operand as MethodReference)).Where(c => c.Item2 is not null))!;

    public static AssemblyDefinition Read(string name) => AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    public static Assembly Load(AssemblyDefinition assembly) => Assembly.Load(assembly.Name.Name);

    public static ErpModule Plug(AssemblyDefinition assembly) =>
        (ErpModule)Activator.CreateInstance(Load(assembly).GetCustomAttribute<ErpModuleAttribute>()!.Module)!;

    private static bool HasImplementation(string folder) => File.Exists(Path.Combine(folder, $"{Prefix}{Path.GetFileName(folder)}", $"{Prefix}{Path.GetFileName(folder)}.csproj"));

    private static IEnumerable<TypeDefinition> WithHelpers(TypeDefinition type) =>
        type.NestedTypes.Where(n => n.Name.StartsWith('<')).SelectMany(WithHelpers).Prepend(type);

    private static bool IsGenerated(TypeDefinition type) => type.DeclaringType is { } outer && (outer.Name.StartsWith('<') || IsGenerated(outer));

    private static IEnumerable<TypeReference> UsesOf(TypeDefinition type)
    {
        if (type.BaseType is not null)
        {
            yield return type.BaseType;
        }

        foreach (var used in type.Interfaces.Select(i => i.InterfaceType)
            .Concat(type.Fields.Select(f => f.FieldType))
            .Concat(type.CustomAttributes.Where(a => !a.AttributeType.Namespace.StartsWith("System", StringComparison.Ordinal)).Select(a => a.AttributeType)))
        {
            yield return used;
        }

        foreach (var method in type.Methods)
        {
            yield return method.ReturnType;
            foreach (var parameter in method.Parameters)
            {
                yield return parameter.ParameterType;
            }

            if (!method.HasBody)
            {
                continue;
            }

            foreach (var variable in method.Body.Variables)
            {
                yield return variable.VariableType;
            }

            foreach (var instruction in method.Body.Instructions)
            {
                switch (instruction.Operand)
                {
                    case TypeReference t:
                        yield return t;
                        break;
                    case MethodReference m:
                        yield return m.DeclaringType;
                        yield return m.ReturnType;
                        foreach (var argument in (m as GenericInstanceMethod)?.GenericArguments ?? [])
                        {
                            yield return argument;
                        }

                        break;
                    case FieldReference f:
                        yield return f.DeclaringType;
                        break;
                }
            }
        }
    }

    private static IEnumerable<TypeReference> Unfold(TypeReference type)
    {
        if (type is GenericInstanceType generic)
        {
            foreach (var argument in generic.GenericArguments.SelectMany(Unfold))
            {
                yield return argument;
            }
        }

        if (type is not GenericParameter)
        {
            yield return type.GetElementType();
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServiceErp.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
