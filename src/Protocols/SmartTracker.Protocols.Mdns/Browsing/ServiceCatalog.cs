using System.Net;
using SmartTracker.Protocols.Mdns.Dns;

namespace SmartTracker.Protocols.Mdns.Browsing;

/// <summary>Puts together what comes in pieces and in any order: instances of the types asked for, where they listen, what they say, their hosts' addresses.</summary>
internal sealed class ServiceCatalog(IReadOnlyList<DnsName> types, MdnsLimits limits)
{
    private const int MostAsked = 3;

    private readonly Dictionary<DnsName, Instance> _instances = [];
    private readonly Dictionary<DnsName, List<IPAddress>> _addresses = [];

    public void Add(DnsMessage message, IPAddress sender)
    {
        if (!message.IsResponse)
            return;
        foreach (var record in message.Records)
        {
            switch (record)
            {
                case DnsPointer pointer when types.Contains(pointer.Name) && pointer.Target.EndsWith(pointer.Name) && pointer.Target.Labels.Count == pointer.Name.Labels.Count + 1:
                    if (pointer.TimeToLive == 0)
                        _instances.Remove(pointer.Target);
                    else if (_instances.Count < limits.Services)
                        _instances.TryAdd(pointer.Target, new Instance(pointer.Target, pointer.Name, sender));
                    break;
                case DnsAddress address when _addresses.Count < limits.Services || _addresses.ContainsKey(address.Name):
                    if (!_addresses.TryGetValue(address.Name, out var known))
                        _addresses[address.Name] = known = [];
                    if (known.Count < limits.Addresses && !known.Contains(address.Address))
                        known.Add(address.Address);
                    break;
            }
        }

        // The instance itself may stand behind what belongs to it.
        foreach (var record in message.Records)
        {
            if (_instances.TryGetValue(record.Name, out var instance))
                instance.Learn(record);
        }
    }

    /// <summary>Each once, as soon as nothing is missing.</summary>
    public IReadOnlyList<FoundService> TakeComplete() => Take(instance => instance is { Service: not null, Text: not null } && _addresses.ContainsKey(instance.Service.Host));

    /// <summary>At the end: those of which at least the port is known.</summary>
    public IReadOnlyList<FoundService> TakeRest() => Take(instance => instance.Service is not null);

    /// <summary>What is still missing, each asked for a few times: a device that is just starting knows more at the second time.</summary>
    public IReadOnlyList<DnsQuestion> TakeQuestions()
    {
        var questions = new List<DnsQuestion>();
        foreach (var instance in _instances.Values.Where(instance => !instance.IsTaken))
        {
            if (instance is not { Service: not null, Text: not null } && instance.MayAskService())
                questions.AddRange([new DnsQuestion(instance.Name, DnsType.Service), new DnsQuestion(instance.Name, DnsType.Text)]);
            if (instance.Service is { } service && !_addresses.ContainsKey(service.Host) && instance.MayAskAddress())
                questions.AddRange([new DnsQuestion(service.Host, DnsType.Address), new DnsQuestion(service.Host, DnsType.Address6)]);
        }

        return questions;
    }

    private List<FoundService> Take(Func<Instance, bool> isReady)
    {
        var ready = _instances.Values.Where(instance => !instance.IsTaken && isReady(instance)).ToList();
        ready.ForEach(instance => instance.IsTaken = true);
        // Port 0 keeps a name from being taken by others; nobody listens there (RFC 6763 §8).
        return [.. ready.Where(instance => instance.Service!.Port != 0).Select(instance => instance.Found(_addresses.GetValueOrDefault(instance.Service!.Host) ?? []))];
    }

    private sealed class Instance(DnsName name, DnsName type, IPAddress sender)
    {
        private int _askedService;
        private int _askedAddress;

        public DnsName Name => name;

        public DnsService? Service { get; private set; }

        public DnsText? Text { get; private set; }

        public bool IsTaken { get; set; }

        public void Learn(DnsRecord record)
        {
            if (record is DnsService service)
                Service = service;
            else if (record is DnsText text)
                Text = text;
        }

        public bool MayAskService() => _askedService++ < MostAsked;

        public bool MayAskAddress() => _askedAddress++ < MostAsked;

        public FoundService Found(IReadOnlyList<IPAddress> addresses)
        {
            var text = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var line in Text?.Strings ?? [])
            {
                var parts = line.Split('=', 2);
                if (parts[0].Length > 0)
                    text.TryAdd(parts[0], parts.Length > 1 ? parts[1] : "");
            }

            // Without the domain at the end: local.
            return new FoundService(name.Labels[0], string.Join('.', type.Labels.Take(2)), Service!.Host.ToString(), Service.Port, [.. addresses], text, sender);
        }
    }
}
