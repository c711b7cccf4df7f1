using System.Text;

namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>One job's worth of XML: names without namespace, text without outer white space, no attributes.</summary>
internal sealed class PiwsElement(string name, PiwsElement? parent = null)
{
    private static readonly List<PiwsElement> None = [];
    private List<PiwsElement>? _children;
    private StringBuilder? _pieces;

    public string Name { get; } = name;

    public string Text { get; private set; } = "";

    public IReadOnlyList<PiwsElement> Children => _children ?? None;

    /// <summary>Counts from 1 among its equals in a list such as Pages; 0 outside of lists.</summary>
    public int Position { get; private set; }

    /// <summary>From the job down, such as <c>Pages/Page[2]/Settings</c>; empty for the job itself.</summary>
    public string Path => parent is null ? "" : parent.PathTo(Position == 0 ? Name : $"{Name}[{Position}]");

    public string PathTo(string child) => Path is { Length: > 0 } path ? $"{path}/{child}" : child;

    /// <summary>Text comes in one piece but around CDATA and the like.</summary>
    public void Append(string text)
    {
        if (Text.Length == 0)
            Text = text;
        else
            (_pieces ??= new StringBuilder(Text)).Append(text);
    }

    public void End() => (Text, _pieces) = ((_pieces?.ToString() ?? Text).Trim(), null);

    public void Add(PiwsElement child) => (_children ??= []).Add(child);

    public PiwsElement? Child(string name)
    {
        foreach (var child in _children ?? None)
        {
            if (child.Name == name)
                return child;
        }

        return null;
    }

    /// <summary>Everything of that name, as a list whose positions count.</summary>
    public List<PiwsElement> All(string name)
    {
        var all = new List<PiwsElement>();
        foreach (var child in _children ?? None)
        {
            if (child.Name != name)
                continue;
            all.Add(child);
            child.Position = all.Count;
        }

        return all;
    }

    /// <summary>The first of that name, this element included, breadth first.</summary>
    public PiwsElement? Find(string name)
    {
        var queue = new Queue<PiwsElement>([this]);
        while (queue.TryDequeue(out var element))
        {
            if (element.Name == name)
                return element;
            foreach (var child in element._children ?? None)
                queue.Enqueue(child);
        }

        return null;
    }
}
