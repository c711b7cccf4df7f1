using SmartTracker.Web.Commands;

return await CommandLine.RunAsync(args);
