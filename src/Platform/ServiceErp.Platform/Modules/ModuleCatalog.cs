using System.Reflection;
using System.Runtime.Loader;

namespace ServiceErp.Platform.Modules;

/// <summary>A module assembly that could not be loaded, and why.</summary>
/// <param name="File">The file.</param>
/// <param name="Reason">What went wrong.</param>
public sealed record ModuleFailure(string File, string Reason);

/// <summary>The modules of one running program, found beside it and in its <c>modules</c> folder. Nobody lists them.</summary>
public sealed class ModuleCatalog
{
    private readonly Dictionary<Assembly, ErpModule> byAssembly;

    /// <summary>A catalogue of given modules.</summary>
    public ModuleCatalog(IEnumerable<ErpModule> modules, IReadOnlyList<string> switchedOff, IReadOnlyList<ModuleFailure> failures)
    {
        Modules = [.. modules.OrderBy(m => m.Order).ThenBy(m => m.Name, StringComparer.Ordinal)];
        SwitchedOff = switchedOff;
        Failures = failures;
        byAssembly = Modules.ToDictionary(m => m.GetType().Assembly);
    }

    /// <summary>The modules that run, in the order of the side bar.</summary>
    public IReadOnlyList<ErpModule> Modules { get; }

    /// <summary>Names of modules that were found and switched off by configuration.</summary>
    public IReadOnlyList<string> SwitchedOff { get; }

    /// <summary>Assemblies that looked like modules and could not be used.</summary>
    public IReadOnlyList<ModuleFailure> Failures { get; }

    /// <summary>
    /// Looks for assemblies that carry <see cref="ErpModuleAttribute"/>.
    /// </summary>
    /// <param name="programFolder">Where the program's own assemblies lie.</param>
    /// <param name="dropFolder">Where foreign modules are dropped; need not exist.</param>
    /// <param name="switchedOff">Names of modules that shall not run.</param>
    public static ModuleCatalog Discover(string programFolder, string dropFolder, IReadOnlyCollection<string> switchedOff)
    {
        var modules = new List<ErpModule> { new PlatformModule() };
        var off = new List<string>();
        var failures = new List<ModuleFailure>();
        var files = Directory.EnumerateFiles(programFolder, "ServiceErp.*.dll")
            .Concat(Directory.Exists(dropFolder) ? Directory.EnumerateFiles(dropFolder, "*.dll", SearchOption.AllDirectories) : [])
            .Where(f => !f.EndsWith(".Abstractions.dll", StringComparison.Ordinal) && !f.EndsWith(".resources.dll", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            try
            {
                // The default context serves what the program already has; a dropped file may bring its own neighbours.
                var name = AssemblyName.GetAssemblyName(file);
                var assembly = AssemblyLoadContext.Default.Assemblies.FirstOrDefault(a => a.GetName().Name == name.Name)
                    ?? AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
                if (assembly.GetCustomAttribute<ErpModuleAttribute>() is not { } mark)
                {
                    continue;
                }

                var module = (ErpModule)Activator.CreateInstance(mark.Module)!;
                if (switchedOff.Contains(module.Name, StringComparer.OrdinalIgnoreCase))
                {
                    off.Add(module.Name);
                }
                else if (modules.Any(m => m.Name == module.Name))
                {
                    failures.Add(new ModuleFailure(Path.GetFileName(file), $"A module named {module.Name} is already there."));
                }
                else
                {
                    modules.Add(module);
                }
            }
            catch (Exception e) when (e is BadImageFormatException or FileLoadException or FileNotFoundException or TypeLoadException or MissingMethodException or InvalidCastException or TargetInvocationException or ReflectionTypeLoadException)
            {
                failures.Add(new ModuleFailure(Path.GetFileName(file), e.Message));
            }
        }

        return new ModuleCatalog(modules, off, failures);
    }

    /// <summary>The module a type belongs to.</summary>
    /// <exception cref="InvalidOperationException">The type's module is not running.</exception>
    public ErpModule Of(Type type) => byAssembly.TryGetValue(type.Assembly, out var module)
        ? module
        : throw new InvalidOperationException($"{type.FullName} belongs to no running module.");

    /// <summary>Whether a module of this name runs.</summary>
    public bool Has(string name) => Modules.Any(m => m.Name == name);
}
