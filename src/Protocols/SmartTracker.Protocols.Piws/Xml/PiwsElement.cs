using System.Text;

namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>An element of XML or JSON: names without namespace, text without outer white space, no attributes.</summary>
internal sealed class PiwsElement
{
    private static readonly List<PiwsElement> None = [];
    private PiwsElement? _parent;
    private List<PiwsElement>? _children;
    private StringBuilder? _pieces;

    public string Name { get; private set; } = "";

    public string Text { get; private set; } = "";

    public List<PiwsElement> Children => _children ?? None;

    /// <summary>Counts from 1 among its equals in a list such as Pages; 0 outside of lists.</summary>
    public int Position { get; set; }

    /// <summary>From the job down, such as <c>Pages/Page[2]/Settings</c>; empty for the job itself.</summary>
    public string Path => _parent is null ? "" : _parent.PathTo(Position == 0 ? Name : $"{Name}[{Position}]");

    public string PathTo(string child) => Path is { Length: > 0 } path ? $"{path}/{child}" : child;

    /// <summary>Forgets what it was before.</summary>
    public void Begin(string name, PiwsElement? parent)
    {
        (Name, _parent, Text, Position, _pieces) = (name, parent, "", 0, null);
        _children?.Clear();
    }

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
        foreach (var child in Children)
        {
            if (child.Name == name)
                return child;
        }

        return null;
    }

    /// <summary>The first that has a child of that name, this element included, depth first.</summary>
    public PiwsElement? Holder(string name) =>
        Child(name) is not null ? this : Children.Select(child => child.Holder(name)).FirstOrDefault(found => found is not null);

    /// <summary>The first of that name, this element included, breadth first.</summary>
    public PiwsElement? Find(string name)
    {
        var queue = new Queue<PiwsElement>([this]);
        while (queue.TryDequeue(out var element))
        {
            if (element.Name == name)
                return element;
            foreach (var child in element.Children)
                queue.Enqueue(child);
        }

        return null;
    }
}
