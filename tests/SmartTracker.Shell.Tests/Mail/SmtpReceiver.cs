using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SmartTracker.Shell.Tests.Mail;

/// <summary>A mail server for one conversation (RFC 5321): says what it is told to say and keeps what it was told.</summary>
internal sealed class SmtpReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IReadOnlyDictionary<string, string> _answers;
    private readonly Task _conversation;

    /// <param name="answers">Command, such as <c>RCPT</c>, to the reply that differs from the usual one.</param>
    public SmtpReceiver(params (string Command, string Reply)[] answers)
    {
        _answers = answers.ToDictionary(answer => answer.Command, answer => answer.Reply);
        _listener.Start();
        _conversation = TalkAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public List<string> Commands { get; } = [];

    public string Message { get; private set; } = "";

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        try
        {
            await _conversation;
        }
        catch (Exception exception) when (exception is SocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The other side hung up, which is what several tests are about.
        }
    }

    private async Task TalkAsync()
    {
        using var client = await _listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 receiver ready");
        while (await reader.ReadLineAsync() is { } line)
        {
            Commands.Add(line);
            var command = line.Split(' ')[0].ToUpperInvariant();
            await writer.WriteLineAsync(_answers.GetValueOrDefault(command) ?? Usual(command));
            if (command == "DATA" && !_answers.ContainsKey(command))
            {
                var text = new StringBuilder();
                while (await reader.ReadLineAsync() is { } part && part != ".")
                    text.Append(part).Append("\r\n");
                Message = text.ToString();
                await writer.WriteLineAsync("250 taken");
            }

            if (command == "QUIT")
                return;
        }
    }

    private static string Usual(string command) => command switch
    {
        "EHLO" => "250-receiver\r\n250 AUTH PLAIN",
        "AUTH" => "235 welcome",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ => "250 ok",
    };
}
