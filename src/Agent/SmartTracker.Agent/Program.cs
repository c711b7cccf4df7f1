using SmartTracker.Agent.Commands;

return await CommandLine.RunAsync(args);
