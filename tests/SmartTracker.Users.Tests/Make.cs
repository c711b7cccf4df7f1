using System.Text.Json;

namespace SmartTracker.Users.Tests;

internal static class Make
{
    public const string Password = "four words are plenty";

    /// <summary>A recipe's <c>Users</c> step: each user has one role and <see cref="Password"/>.</summary>
    public static string UsersStep(params (string Name, string Role)[] users) => JsonSerializer.Serialize(new[]
    {
        new
        {
            name = "Users",
            Users = users.Select(user => new
            {
                UserName = user.Name,
                Email = user.Name + "@nordplan.example",
                RoleNames = new[] { user.Role },
                Password,
            }),
        },
    });
}
