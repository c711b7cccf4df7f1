using System.Globalization;
using MimeKit;
using SmartTracker.Abstractions.Mail;

namespace SmartTracker.Shell.Mail;

/// <summary>Where letters wait as <c>.eml</c> files until a mail server is named. They hold links that let people in, so only the host's own account reads them.</summary>
internal static class PickupFolder
{
    private static readonly FormatOptions Format = NewFormat();

    /// <exception cref="MailException">The folder cannot be written.</exception>
    public static async Task WriteAsync(MimeMessage message, string folder, string tenant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            Create(folder);
            var name = string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd-HHmmss}-{tenant}-{Guid.CreateVersion7():N}.eml");
            var temporary = Path.Combine(folder, name + ".tmp");
            await using (var stream = new FileStream(temporary, OwnFile()))
                await message.WriteToAsync(Format, stream, cancellationToken);
            // Whoever collects *.eml never sees half a letter.
            File.Move(temporary, Path.Combine(folder, name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MailException(MailFault.Refused, $"The pickup folder {folder} cannot be written: {exception.Message}", exception);
        }
    }

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileStreamOptions OwnFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static FormatOptions NewFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
