using SmartTracker.TestHost;

namespace SmartTracker.Security.Tests.Matrix;

/// <summary>The permission matrix lies beside this file, so that a change of who may do what is read in a review.</summary>
[Collection(OnEveryModule.Name)]
public sealed class PermissionMatrixTests(EveryModule host)
{
    private const string Rewrite = "SMARTTRACKER_WRITE_MATRIX";

    private static readonly string File = Path.Combine(Repository.Root, "tests", "SmartTracker.Security.Tests", "Matrix", "permission-matrix.txt");

    [Fact]
    public async Task Everybody_gets_at_every_address_what_the_reviewed_matrix_says()
    {
        // Signing in writes; asking must not.
        foreach (var tenant in host.Host.Tenants.List())
        {
            foreach (var user in PermissionMatrix.UsersOf(tenant.Name))
                await host.SignedInAsync(tenant.Name, user);
        }

        using var stored = new StoredState(host.Host);
        var matrix = new PermissionMatrix(host, stored);
        var now = await matrix.WriteAsync();
        Assert.True(matrix.Faults.Count == 0, string.Join('\n', matrix.Faults));

        if (Environment.GetEnvironmentVariable(Rewrite) is not null)
            await System.IO.File.WriteAllTextAsync(File, now);
        var reviewed = System.IO.File.Exists(File) ? await System.IO.File.ReadAllTextAsync(File) : "";
        var (gone, added) = (reviewed.Split('\n').Except(now.Split('\n')), now.Split('\n').Except(reviewed.Split('\n')));
        Assert.True(now == reviewed, string.Join('\n', [
            "Who may do what has changed. If it is meant to be so, write the matrix anew, read the difference, and commit both:",
            $"  {Rewrite}=1 tests/SmartTracker.Security.Tests/bin/Debug/net10.0/SmartTracker.Security.Tests --filter-class '*PermissionMatrixTests'",
            .. gone.Select(line => "- " + line),
            .. added.Select(line => "+ " + line)]));
    }
}
