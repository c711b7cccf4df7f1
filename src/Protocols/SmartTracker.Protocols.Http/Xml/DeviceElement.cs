namespace SmartTracker.Protocols.Http.Xml;

/// <summary>An element without its namespace: devices of one maker put the same name into namespaces of different years.</summary>
public sealed class DeviceElement(string name)
{
    private static readonly List<DeviceElement> None = [];
    private List<DeviceElement>? _children;

    public string Name { get; } = name;

    /// <summary>Without outer white space; cut where it is longer than any real one.</summary>
    public string Text { get; private set; } = "";

    /// <summary>False where the document broke off inside.</summary>
    public bool IsWhole { get; private set; }

    public IReadOnlyList<DeviceElement> Children => _children ?? None;

    public DeviceElement? Child(string child) => Children.FirstOrDefault(element => element.Name == child);

    public IEnumerable<DeviceElement> All(string child) => Children.Where(element => element.Name == child);

    /// <summary>Of that name anywhere below, in the order of the document.</summary>
    public IEnumerable<DeviceElement> Below(string element)
    {
        var open = new Stack<DeviceElement>(Children.Reverse());
        while (open.TryPop(out var next))
        {
            if (next.Name == element)
                yield return next;
            foreach (var child in next.Children.Reverse())
                open.Push(child);
        }
    }

    /// <summary>The text of a child, or null where it is absent, empty or broke off: half a serial number is another printer's.</summary>
    public string? TextOf(string child) => Child(child) is { IsWhole: true, Text: { Length: > 0 } text } ? text : null;

    internal void Add(DeviceElement child) => (_children ??= []).Add(child);

    internal void Append(string text, int most) => Text = Text.Length >= most ? Text : Text + text[..Math.Min(text.Length, most - Text.Length)];

    internal void End()
    {
        Text = Text.Trim();
        IsWhole = true;
    }
}
