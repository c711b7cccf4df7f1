using System.Globalization;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SmartTracker.Scheduling.Running;

namespace SmartTracker.Scheduling.Tests;

public sealed class WorkProblemTests
{
    [Fact]
    public void What_an_exception_says_never_reaches_the_page()
    {
        const string Secret = "Password=hunter2";
        Exception[] exceptions = [new InvalidOperationException(Secret), new SocketException(111, Secret), new TimeoutException(Secret), new IOException(Secret)];
        Assert.All(exceptions, exception => Assert.Contains(WorkProblem.Of(exception), WorkProblem.All));
    }

    [Fact]
    public void Every_problem_has_a_German_sentence()
    {
        var services = new ServiceCollection().AddLogging().AddLocalization(options => options.ResourcesPath = "Resources").BuildServiceProvider();
        var text = services.GetRequiredService<IStringLocalizer<Texts>>();
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.All(WorkProblem.All, problem => Assert.False(text[problem].ResourceNotFound, problem));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
