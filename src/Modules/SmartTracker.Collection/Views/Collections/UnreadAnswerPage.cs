using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Views.Collections;

/// <summary>An answer of a printer that could not be taken in, on its page.</summary>
public sealed record UnreadAnswerPage(PrinterId PrinterId, string Heading, string Reason, string Outlook, bool MayTryAgain);
