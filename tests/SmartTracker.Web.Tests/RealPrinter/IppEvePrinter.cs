using System.Net;
using System.Net.Sockets;
using SmartTracker.TestHost;

namespace SmartTracker.Web.Tests.RealPrinter;

/// <summary>CUPS' <c>ippeveprinter</c>, which we did not write, on this machine. It insists on DNS-SD, so a D-Bus and an Avahi of its own run
/// with it: own configuration, own bus address, and a private <c>/run</c>, so that nothing of the machine is touched.</summary>
internal sealed class IppEvePrinter : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly List<Background> _running = [];

    private IppEvePrinter(DirectoryInfo folder) => _folder = folder;

    public int Port { get; private set; }

    /// <param name="isAnnounced">Told to the network by DNS-SD, which is this machine's loopback.</param>
    public static async Task<IppEvePrinter> StartAsync(bool isAnnounced = false)
    {
        // Short, because a socket's path may have no more than 107 characters.
        var printer = new IppEvePrinter(Directory.CreateTempSubdirectory("st-ipp-"));
        try
        {
            await printer.StartProgramsAsync(isAnnounced);
            return printer;
        }
        catch
        {
            await printer.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a document of so many pages with <c>ipptool</c>, as a client would.</summary>
    public async Task PrintAsync(string title, string user, int pages, int copies)
    {
        var document = At($"{pages}-pages.txt");
        // The print command below takes a line for a page.
        await File.WriteAllLinesAsync(document, Enumerable.Range(1, pages).Select(page => $"page {page}"));
        for (var tries = 1; ; tries++)
        {
            using var tool = Background.Start("ipptool",
                ["-t", "-f", document, "-d", $"owner={user}", "-d", $"title={title}", "-d", $"count={copies}", $"ipp://127.0.0.1:{Port}/ipp/print", At("print.test")]);
            if (await tool.EndAsync() == 0)
                return;
            // It prints one document at a time, and says so.
            Assert.True(tries < 50 && tool.Said.Contains("server-error-busy", StringComparison.Ordinal), tool.Said);
            await Task.Delay(200);
        }
    }

    /// <summary>Until so many jobs came out and the printer calls the last of them completed.</summary>
    public Task PrintedAsync(int jobs) => _running[^1].ReadyAsync(async () =>
        File.Exists(At("printed")) && File.ReadLines(At("printed")).Count() == jobs && await IsIdleAsync());

    public ValueTask DisposeAsync()
    {
        foreach (var program in Enumerable.Reverse(_running))
            program.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task StartProgramsAsync(bool isAnnounced)
    {
        var bus = At("bus");
        await WriteAsync("dbus.conf", $"""
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>unix:path={bus}</listen>
              <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
            </busconfig>
            """);
        await WriteAsync("avahi.conf", """
            [server]
            allow-interfaces=lo
            use-ipv6=no
            [publish]
            disable-user-service-publishing=no
            publish-hinfo=no
            publish-workstation=no
            """);
        // What the printer's command writes becomes attributes of the job.
        await WriteAsync("print.sh", $"""
            #!/bin/sh
            pages=$(wc -l < "$1")
            echo "ATTR: job-impressions=$pages" >&2
            echo "ATTR: job-impressions-completed=$((pages * IPP_COPIES))" >&2
            echo "$IPP_JOB_ID" >> {At("printed")}
            """);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(At("print.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await WriteAsync("print.test", PrintRequest);
        await WriteAsync("idle.test", IdleRequest);
        Directory.CreateDirectory(At("keys"));
        Directory.CreateDirectory(At("spool"));

        Run("dbus-daemon", ["--config-file=" + At("dbus.conf"), "--nofork", "--nopidfile"]);
        await _running[^1].ReadyAsync(() => Task.FromResult(File.Exists(bus)));

        var own = new Dictionary<string, string> { ["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=" + bus };
        var asRoot = Environment.UserName == "root" ? Array.Empty<string>() : ["--map-root-user"];
        Run("unshare",
            [.. asRoot, "--mount", "sh", "-c", $"mount -t tmpfs none /run && mkdir /run/avahi-daemon && exec avahi-daemon -f {At("avahi.conf")} --no-drop-root --no-rlimits --no-chroot"], own);
        var avahi = _running[^1];
        await avahi.ReadyAsync(() => Task.FromResult(avahi.Said.Contains("Server startup complete", StringComparison.Ordinal)));

        Port = FreePort.Tcp();
        Run("ippeveprinter",
            ["-n", "localhost", "-p", $"{Port}", "-r", isAnnounced ? "_print" : "off", "-d", At("spool"), "-K", At("keys"), "-f", "text/plain", "-c", At("print.sh"), "Plotter EG"], own);
        await _running[^1].ReadyAsync(AnswersAsync);
    }

    private void Run(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        _running.Add(Background.Start(program, arguments, environment));

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task<bool> IsIdleAsync()
    {
        using var tool = Background.Start("ipptool", ["-t", $"ipp://127.0.0.1:{Port}/ipp/print", At("idle.test")]);
        return await tool.EndAsync() == 0;
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(At(name), text + "\n");

    private const string IdleRequest = """
        {
          OPERATION Get-Printer-Attributes
          GROUP operation-attributes-tag
          ATTR charset attributes-charset utf-8
          ATTR language attributes-natural-language de
          ATTR uri printer-uri $uri
          ATTR keyword requested-attributes printer-state
          STATUS successful-ok
          EXPECT printer-state OF-TYPE enum WITH-VALUE 3
        }
        """;

    private const string PrintRequest = """
        {
          OPERATION Print-Job
          GROUP operation-attributes-tag
          ATTR charset attributes-charset utf-8
          ATTR language attributes-natural-language de
          ATTR uri printer-uri $uri
          ATTR name requesting-user-name $owner
          ATTR name job-name $title
          ATTR mimeMediaType document-format text/plain
          GROUP job-attributes-tag
          ATTR integer copies $count
          ATTR collection media-col {
            MEMBER collection media-size { MEMBER integer x-dimension 21000 MEMBER integer y-dimension 29700 }
            MEMBER keyword media-type stationery
          }
          FILE $filename
          STATUS successful-ok
        }
        """;
}
