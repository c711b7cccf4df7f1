using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Modules;

namespace SmartTracker.Shell.Tenants;

/// <summary>A tenant's running container: its services and its request pipeline. Requests hold it while they run; once it is retired it
/// goes when the last one has ended.</summary>
public sealed class ShellContainer(
    ShellSettings settings, IReadOnlyList<Feature> features, IServiceProvider services, RequestDelegate pipeline, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long _lastUse = time.GetTimestamp();
    private int _users;
    private bool _retired;

    public ShellSettings Settings { get; } = settings;

    public IReadOnlyList<Feature> Features { get; } = features;

    public IServiceProvider Services { get; } = services;

    public RequestDelegate Pipeline { get; } = pipeline;

    /// <summary>Answers null when the shell was retired a moment ago; ask the host for the new one.</summary>
    public Use? TryUse()
    {
        lock (_gate)
        {
            if (_retired)
                return null;
            _users++;
            return new Use(this);
        }
    }

    /// <summary>Requests and works that hold it at the moment.</summary>
    public int Users
    {
        get
        {
            lock (_gate)
                return _users;
        }
    }

    /// <summary>How long nobody has used it; zero while somebody does.</summary>
    public TimeSpan IdleFor
    {
        get
        {
            lock (_gate)
                return _users > 0 ? TimeSpan.Zero : time.GetElapsedTime(_lastUse);
        }
    }

    /// <summary>Lets no new user in; disposes now, or when the last one leaves.</summary>
    public async ValueTask RetireAsync()
    {
        lock (_gate)
        {
            if (_retired)
                return;
            _retired = true;
            if (_users > 0)
                return;
        }

        await DisposeServicesAsync();
    }

    private async ValueTask LeaveAsync()
    {
        lock (_gate)
        {
            _users--;
            _lastUse = time.GetTimestamp();
            if (!_retired || _users > 0)
                return;
        }

        await DisposeServicesAsync();
    }

    private ValueTask DisposeServicesAsync() => ((IAsyncDisposable)Services).DisposeAsync();

    /// <summary>Keeps the shell alive until disposed.</summary>
    public sealed class Use(ShellContainer shell) : IAsyncDisposable
    {
        public ShellContainer Shell { get; } = shell;

        public ValueTask DisposeAsync() => Shell.LeaveAsync();
    }
}
