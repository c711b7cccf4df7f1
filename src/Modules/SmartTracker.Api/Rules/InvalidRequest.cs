using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SmartTracker.Api.Rules;

/// <summary>What is wrong with a request, by field, as clients write the fields.</summary>
internal static class InvalidRequest
{
    public static IActionResult Answer(ActionContext context)
    {
        var wrong = context.ModelState.Where(entry => entry.Value?.Errors.Count > 0).ToList();
        // Of a body that cannot be read, MVC also says that the parameter which it becomes is missing.
        if (wrong.Count > 1)
            wrong.RemoveAll(entry => IsBody(context, entry.Key));
        var errors = wrong
            .ToDictionary(entry => Name(entry.Key), entry => entry.Value!.Errors.Select(error => Sentence(context, entry.Key, entry.Value, error)).ToArray());
        return new BadRequestObjectResult(new ValidationProblemDetails(errors) { Status = 400, Title = "The request is not acceptable." })
        {
            ContentTypes = { "application/problem+json" },
        };
    }

    private static bool IsBody(ActionContext context, string key) =>
        context.ActionDescriptor.Parameters.Any(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Body && parameter.Name == key);

    private static string Name(string key)
    {
        var path = key.StartsWith("$.", StringComparison.Ordinal) ? key[2..] : key == "$" ? "" : key;
        return string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
    }

    private static string Sentence(ActionContext context, string key, ModelStateEntry entry, ModelError error)
    {
        if (Choices(context, key) is { } names)
            return $"'{entry.AttemptedValue}' is not one of {string.Join(", ", names)}.";
        if (error.Exception is JsonException || key.StartsWith('$'))
            return JsonSentence(error);
        return string.IsNullOrEmpty(error.ErrorMessage) ? "This value is not acceptable." : error.ErrorMessage;
    }

    // The serializer's own sentence names .NET types and byte positions.
    private static string JsonSentence(ModelError error)
    {
        var message = error.Exception?.Message ?? error.ErrorMessage;
        if (message.StartsWith("Write ", StringComparison.Ordinal))
            return message.Split(" Path:")[0];
        if (message.Contains("missing required properties", StringComparison.Ordinal))
            return "A required field is missing: " + message[(message.LastIndexOf(':') + 1)..].Trim();
        if (message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
            return "This field is not known.";
        return message.Contains("could not be converted", StringComparison.Ordinal) ? "This value is of the wrong kind." : "This is not JSON as it is described.";
    }

    private static IEnumerable<string>? Choices(ActionContext context, string key)
    {
        var parameters = (context.ActionDescriptor as ControllerActionDescriptor)?.Parameters ?? [];
        var type = parameters.Where(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Query)
            .Select(parameter => string.Equals(parameter.Name, key, StringComparison.OrdinalIgnoreCase)
                ? parameter.ParameterType
                : parameter.ParameterType.GetProperties().FirstOrDefault(property => string.Equals(property.Name, key, StringComparison.OrdinalIgnoreCase))?.PropertyType)
            .OfType<Type>().FirstOrDefault();
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return type is { IsEnum: true } ? Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName) : null;
    }
}
