using System.Reflection;
using Autofac;
using Autofac.Builder;
using Autofac.Core;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceErp.Platform.Composition;

/// <summary>
/// Lets Autofac be the program's container. The published adapter knows no keyed services, which ASP.NET Core registers;
/// this one does (see docs/decisions/0003).
/// </summary>
public sealed class AutofacServiceProviderFactory : IServiceProviderFactory<ContainerBuilder>
{
    /// <inheritdoc />
    public ContainerBuilder CreateBuilder(IServiceCollection services)
    {
        var builder = new ContainerBuilder();
        builder.Register(c => new AutofacServiceProvider(c.Resolve<ILifetimeScope>(), owns: false))
            .As(typeof(IServiceProvider), typeof(IServiceProviderIsService), typeof(IServiceProviderIsKeyedService), typeof(ISupportRequiredService), typeof(IKeyedServiceProvider))
            .InstancePerLifetimeScope().ExternallyOwned();
        builder.RegisterType<AutofacScopeFactory>().As<IServiceScopeFactory>().SingleInstance();
        foreach (var descriptor in services)
        {
            Register(builder, descriptor);
        }

        return builder;
    }

    /// <inheritdoc />
    public IServiceProvider CreateServiceProvider(ContainerBuilder containerBuilder) => new AutofacServiceProvider(containerBuilder.Build(), owns: true);

    private static void Register(ContainerBuilder builder, ServiceDescriptor descriptor)
    {
        var service = descriptor.ServiceType;
        if (descriptor.IsKeyedService)
        {
            var key = descriptor.ServiceKey!;
            if (descriptor.KeyedImplementationType is { } keyedType)
            {
                if (keyedType.IsGenericTypeDefinition)
                {
                    Live(builder.RegisterGeneric(keyedType).Keyed(key, service), descriptor.Lifetime);
                }
                else
                {
                    Live(Keys(builder.RegisterType(keyedType), keyedType, key).Keyed(key, service), descriptor.Lifetime);
                }
            }
            else if (descriptor.KeyedImplementationFactory is { } keyedFactory)
            {
                Live(RegistrationBuilder.ForDelegate(service, (c, _) => keyedFactory(c.Resolve<IServiceProvider>(), key)).Keyed(key, service), descriptor.Lifetime, builder);
            }
            else
            {
                builder.RegisterInstance(descriptor.KeyedImplementationInstance!).Keyed(key, service).ExternallyOwned();
            }
        }
        else if (descriptor.ImplementationType is { } type)
        {
            if (type.IsGenericTypeDefinition)
            {
                Live(builder.RegisterGeneric(type).As(service), descriptor.Lifetime);
            }
            else
            {
                Live(Keys(builder.RegisterType(type), type, null).As(service), descriptor.Lifetime);
            }
        }
        else if (descriptor.ImplementationFactory is { } factory)
        {
            Live(RegistrationBuilder.ForDelegate(service, (c, _) => factory(c.Resolve<IServiceProvider>())).As(service), descriptor.Lifetime, builder);
        }
        else
        {
            builder.RegisterInstance(descriptor.ImplementationInstance!).As(service).ExternallyOwned();
        }
    }

    // A constructor may ask for the key it was registered under, or for a service under a key of its choice.
    private static IRegistrationBuilder<object, ConcreteReflectionActivatorData, SingleRegistrationStyle> Keys(
        IRegistrationBuilder<object, ConcreteReflectionActivatorData, SingleRegistrationStyle> registration, Type type, object? key)
    {
        var asked = type.GetConstructors().SelectMany(c => c.GetParameters()).ToArray();
        if (asked.Any(p => p.IsDefined(typeof(Microsoft.Extensions.DependencyInjection.ServiceKeyAttribute), false)))
        {
            registration.WithParameter((p, _) => p.IsDefined(typeof(Microsoft.Extensions.DependencyInjection.ServiceKeyAttribute), false), (_, _) => key);
        }

        if (asked.Any(p => p.IsDefined(typeof(FromKeyedServicesAttribute), false)))
        {
            registration.WithParameter(
                (p, _) => p.IsDefined(typeof(FromKeyedServicesAttribute), false),
                (p, c) => p.GetCustomAttribute<FromKeyedServicesAttribute>()!.Key is { } wanted ? c.ResolveKeyed(wanted, p.ParameterType) : c.Resolve(p.ParameterType));
        }

        return registration;
    }

    private static IRegistrationBuilder<object, TActivator, TStyle> Live<TActivator, TStyle>(IRegistrationBuilder<object, TActivator, TStyle> registration, ServiceLifetime lifetime) => lifetime switch
    {
        ServiceLifetime.Singleton => registration.SingleInstance(),
        ServiceLifetime.Scoped => registration.InstancePerLifetimeScope(),
        _ => registration.InstancePerDependency(),
    };

    private static void Live(IRegistrationBuilder<object, SimpleActivatorData, SingleRegistrationStyle> registration, ServiceLifetime lifetime, ContainerBuilder builder) =>
        builder.RegisterComponent(Live(registration, lifetime).CreateRegistration());

    private sealed class AutofacScopeFactory(ILifetimeScope root) : IServiceScopeFactory
    {
        public IServiceScope CreateScope() => new Scope(root.BeginLifetimeScope());

        private sealed class Scope(ILifetimeScope scope) : IServiceScope, IAsyncDisposable
        {
            public IServiceProvider ServiceProvider { get; } = scope.Resolve<IServiceProvider>();

            public void Dispose() => scope.Dispose();

            public ValueTask DisposeAsync() => scope.DisposeAsync();
        }
    }
}

/// <summary>Autofac behind .NET's own interfaces, keyed services included.</summary>
internal sealed class AutofacServiceProvider(ILifetimeScope scope, bool owns)
    : IServiceProvider, ISupportRequiredService, IKeyedServiceProvider, IServiceProviderIsKeyedService, IDisposable, IAsyncDisposable
{
    public ILifetimeScope Scope => scope;

    public object? GetService(Type serviceType) => scope.ResolveOptional(serviceType);

    public object GetRequiredService(Type serviceType) => scope.Resolve(serviceType);

    public object? GetKeyedService(Type serviceType, object? serviceKey) =>
        serviceKey is null ? GetService(serviceType) : scope.TryResolveKeyed(serviceKey, serviceType, out var instance) ? instance : null;

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
        serviceKey is null ? GetRequiredService(serviceType) : scope.ResolveKeyed(serviceKey, serviceType);

    public bool IsService(Type serviceType) => IsResolvable(serviceType) && scope.IsRegistered(serviceType);

    public bool IsKeyedService(Type serviceType, object? serviceKey) =>
        serviceKey is null ? IsService(serviceType) : IsResolvable(serviceType) && scope.IsRegisteredWithKey(serviceKey, serviceType);

    public void Dispose()
    {
        if (owns)
        {
            scope.Dispose();
        }
    }

    public ValueTask DisposeAsync() => owns ? scope.DisposeAsync() : ValueTask.CompletedTask;

    // Autofac answers every array and collection; the callers of IsService mean "was it registered".
    private static bool IsResolvable(Type type) => !type.IsGenericTypeDefinition && !type.IsArray;
}
