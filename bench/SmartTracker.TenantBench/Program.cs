using System.Globalization;
using SmartTracker.TenantBench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["bare", var url])
{
    await BareHost.Build(url).RunAsync();
    return 0;
}

var count = args is ["--tenants", var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 200;
var folder = Directory.CreateTempSubdirectory("smarttracker-bench-").FullName;
try
{
    await TenantFarm.PlantAsync(folder, count);
    var figures = await ShellMeasure.RunAsync(folder, count);
    Console.WriteLine(figures);
    var start = await StartMeasure.RunAsync(folder, repeats: 5);
    Console.WriteLine(start);
    var page = await PageMeasure.RunAsync(Path.Combine(folder, "demo"));
    Console.WriteLine(page);
    return figures.Holds && start.Holds && page.Holds ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
