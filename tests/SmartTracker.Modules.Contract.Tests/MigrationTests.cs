using System.Globalization;
using System.Reflection;
using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Modules.Contract.Tests;

public sealed class MigrationTests
{
    private static readonly Type[] Migrations =
        [.. Modules.All.SelectMany(module => module.GetTypes()).Where(type => typeof(IMigration).IsAssignableFrom(type) && !type.IsAbstract)];

    [Fact]
    public void Every_migration_is_public_and_forward_only() => Assert.All(Migrations, migration =>
    {
        Assert.True(migration.IsPublic && migration.IsSealed, migration.FullName);
        Assert.True(migration.IsSubclassOf(typeof(ModuleMigration)), migration.FullName);
    });

    [Fact]
    public void A_migrations_name_begins_with_its_number() => Assert.All(Migrations, migration =>
        Assert.StartsWith($"M{Version(migration).ToString("D4", CultureInfo.InvariantCulture)}_", migration.Name, StringComparison.Ordinal));

    [Fact]
    public void Each_module_counts_its_migrations_from_one_without_a_gap() => Assert.All(Migrations.GroupBy(migration => migration.Assembly), module =>
        Assert.Equal(Enumerable.Range(1, module.Count()).Select(number => (long)number), module.Select(Version).Order()));

    private static long Version(Type migration) => migration.GetCustomAttribute<MigrationAttribute>()!.Version;
}
