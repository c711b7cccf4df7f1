Console.WriteLine("SmartTracker");
