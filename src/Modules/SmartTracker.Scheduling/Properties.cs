using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("SmartTracker.Scheduling.Tests")]
