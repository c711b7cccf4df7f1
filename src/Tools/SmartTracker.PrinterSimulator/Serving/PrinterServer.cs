using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmartTracker.PrinterSimulator.Serving.Ipp;

namespace SmartTracker.PrinterSimulator.Serving;

/// <summary>The listening socket of one printer.</summary>
internal sealed class PrinterServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private PrinterServer(WebApplication application) => _application = application;

    public int Port => new Uri(_application.Urls.Single()).Port;

    public static async Task<PrinterServer> StartAsync(SimulatedPrinter printer, CancellationToken cancellationToken)
    {
        // Empty: reads no configuration and logs nothing, whatever the surrounding process is told.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, printer.Plan.Port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                if (printer.Plan.Ipp is null)
                    listen.UseHttps(printer.Certificate);
                else
                    listen.UseTlsWhereSpoken(printer.Certificate);
            });
        });

        var application = builder.Build();
        application.Run(new PrinterResponder(printer).RespondAsync);
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }

        return new PrinterServer(application);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    /// <summary>The process belongs to somebody else: its signals are not ours.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
