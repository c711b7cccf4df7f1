using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("SmartTracker.Shell.Tests")]
