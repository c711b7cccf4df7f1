using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using SmartTracker.Shell.Front;

namespace SmartTracker.Shell.Tests;

public sealed class DatabaseLossTests
{
    [Theory]
    [InlineData("57P01", true)]
    [InlineData("53300", true)]
    [InlineData("08006", true)]
    [InlineData("3D000", true)]
    [InlineData("28P01", true)]
    [InlineData("23505", false)]
    [InlineData("40001", false)]
    [InlineData("42P01", false)]
    public void A_server_that_went_away_is_told_from_one_that_refuses_a_statement(string state, bool isLoss) =>
        Assert.Equal(isLoss, DatabaseLoss.Is(new InvalidOperationException("as EF wraps it", new PostgresException("", "FATAL", "FATAL", state))));

    [Theory]
    [InlineData(14, true)]
    [InlineData(26, true)]
    [InlineData(10, true)]
    [InlineData(5, true)]
    [InlineData(1, false)]
    [InlineData(19, false)]
    public void A_file_that_cannot_be_used_is_told_from_a_broken_rule(int code, bool isLoss) =>
        Assert.Equal(isLoss, DatabaseLoss.Is(new SqliteException("", code)));

    [Fact]
    public void A_broken_connection_is_a_loss_and_a_bug_is_not()
    {
        Assert.True(DatabaseLoss.Is(new NpgsqlException("", new SocketException(111))));
        Assert.True(DatabaseLoss.Is(new NpgsqlException("", new TimeoutException())));
        Assert.False(DatabaseLoss.Is(new InvalidOperationException()));
        Assert.False(DatabaseLoss.Is(new SocketException(111)));
    }
}
