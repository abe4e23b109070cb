using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Web;

/// <summary>The OpenAPI document of every route below <c>/api/v1</c> (HOST-3), from what the modules declare.</summary>
public static partial class OpenApiDescription
{
    /// <summary>Registers the document <c>v1</c>.</summary>
    public static void AddErpOpenApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o => ErpJson.Configure(o.SerializerOptions));
        services.AddOpenApi("v1", o =>
        {
            o.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            o.CreateSchemaReferenceId = Name;
            o.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "ServiceErp",
                    Version = "v1",
                    Description = "Every use case of the program. Refusals are problem details (RFC 9457) with a stable code; commands are safe to send again with an Idempotency-Key; version guards against lost updates.",
                };
                document.Servers = []; // wherever it was fetched from
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    ["apiKey"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key", Description = "Made by an administrator under API keys." },
                    ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The same key." },
                };
                document.Security =
                [
                    new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("apiKey", document)] = [] },
                    new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] },
                ];
                return Task.CompletedTask;
            });
            o.AddOperationTransformer((operation, context, _) =>
            {
                Describe(operation, context);
                return Task.CompletedTask;
            });
            o.AddSchemaTransformer((schema, context, _) =>
            {
                var type = context.JsonTypeInfo.Type;
                if (type == typeof(Sentence))
                {
                    schema.Type = JsonSchemaType.String; // in words of the caller's language
                }
                else if (FormatOf(Nullable.GetUnderlyingType(type) ?? type) is { } format)
                {
                    schema.Type = Nullable.GetUnderlyingType(type) is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
                    schema.Format = format;
                }

                return Task.CompletedTask;
            });
        });
    }

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (Match place in RouteValues().Matches(context.Description.RelativePath ?? ""))
        {
            var name = place.Groups[1].Value;
            if (operation.Parameters.All(p => p.Name != name))
            {
                operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Path, Required = true, Schema = SchemaOf(name.EndsWith("id", StringComparison.OrdinalIgnoreCase) ? typeof(Guid) : typeof(string)) });
            }
        }

        foreach (var (name, type) in metadata.OfType<QueryParameters>().SelectMany(q => q.Parameters))
        {
            var spelling = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
            if (operation.Parameters.All(p => !string.Equals(p.Name, spelling, StringComparison.OrdinalIgnoreCase)))
            {
                operation.Parameters.Add(new OpenApiParameter { Name = spelling, In = ParameterLocation.Query, Schema = SchemaOf(type) });
            }
        }

        if (metadata.OfType<ApiRequest>().FirstOrDefault() is { } request)
        {
            operation.Summary = request.Name;
            operation.Description = request.Permission is null ? null : $"Needs the permission {request.Permission}.";
            if (request.IsCommand)
            {
                operation.Parameters.Add(new OpenApiParameter { Name = "Idempotency-Key", In = ParameterLocation.Header, Schema = SchemaOf(typeof(string)), Description = "Sent again with the same key, the command gives its first answer and does nothing." });
            }
        }
    }

    private static OpenApiSchema SchemaOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(int) || type == typeof(long) ? new OpenApiSchema { Type = JsonSchemaType.Integer }
            : type == typeof(decimal) ? new OpenApiSchema { Type = JsonSchemaType.Number }
            : type == typeof(bool) ? new OpenApiSchema { Type = JsonSchemaType.Boolean }
            : type.IsEnum ? new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Enum.GetNames(type).Select(n => (System.Text.Json.Nodes.JsonNode)n)] }
            : new OpenApiSchema { Type = JsonSchemaType.String, Format = type == typeof(Guid) ? "uuid" : FormatOf(type) };
    }

    private static string? FormatOf(Type type) => type == typeof(Instant) ? "date-time"
        : type == typeof(LocalDate) ? "date"
        : type == typeof(LocalTime) ? "time"
        : type == typeof(LocalDateTime) ? "local-date-time"
        : type == typeof(Duration) ? "duration"
        : null;

    // Use cases nest types of the same names: the schema is called by module, use case and type, so that no two share a name and none depends on the order.
    private static string? Name(JsonTypeInfo info) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(info) is null || info.Type == typeof(Sentence) || FormatOf(Nullable.GetUnderlyingType(info.Type) ?? info.Type) is not null ? null
        : info.Type == typeof(ProblemDetails) ? "Problem"
        : Spell(info.Type);

    private static string Spell(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Spell(inner);
        }

        var name = type.Name.Split('`')[0];
        for (var outer = type.DeclaringType; outer is not null; outer = outer.DeclaringType)
        {
            name = $"{outer.Name}.{name}";
        }

        var module = type.Assembly.GetName().Name!.Replace("ServiceErp.", "", StringComparison.Ordinal).Replace(".Abstractions", "", StringComparison.Ordinal);
        return type.IsGenericType ? $"{name}.{string.Join('.', type.GetGenericArguments().Select(Spell))}" : $"{module}.{name}";
    }

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex RouteValues();
}
