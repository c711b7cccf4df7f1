namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>One job's worth of XML: names without namespace, text without outer white space, no attributes.</summary>
internal sealed class PiwsElement(string name)
{
    private static readonly IReadOnlyList<PiwsElement> None = [];
    private List<PiwsElement>? _children;

    public string Name { get; } = name;

    public string Text { get; set; } = "";

    public IReadOnlyList<PiwsElement> Children => _children ?? None;

    public void Add(PiwsElement child) => (_children ??= []).Add(child);

    public PiwsElement? Child(string name) => Children.FirstOrDefault(child => child.Name == name);

    public IEnumerable<PiwsElement> All(string name) => Children.Where(child => child.Name == name);

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
