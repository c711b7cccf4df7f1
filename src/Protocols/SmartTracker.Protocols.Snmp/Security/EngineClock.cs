namespace SmartTracker.Protocols.Snmp.Security;

/// <summary>What we hold for an engine's boots and time (RFC 3414 §2.3): guessed from the discovery, which nobody signs, until a signed message tells.</summary>
internal sealed class EngineClock(TimeProvider clock)
{
    /// <summary>Seconds (RFC 3414 §2.2.3).</summary>
    private const int Window = 150;

    private int _boots;
    private long _time;
    private long _learnedAt;
    private bool _isProven;

    public int Boots => _boots;

    /// <summary>Seconds since the engine's boot, by now.</summary>
    public int Time => (int)Math.Min(int.MaxValue, _time + (long)clock.GetElapsedTime(_learnedAt).TotalSeconds);

    /// <summary>From a message without a code: good enough to be tried, nothing to hold a signed message against.</summary>
    public void Guess(int boots, int time)
    {
        if (!_isProven)
            Learn(boots, time);
    }

    /// <summary>From a signed message. False where it is an old one that somebody sends again (RFC 3414 §3.2 step 7b).</summary>
    public bool Accept(int boots, int time)
    {
        if (boots is < 0 or int.MaxValue || time < 0)
            return false;
        if (_isProven && (boots < _boots || (boots == _boots && time < Time - Window)))
            return false;
        if (!_isProven || boots > _boots || time > _time)
            Learn(boots, time);
        _isProven = true;
        return true;
    }

    private void Learn(int boots, int time) => (_boots, _time, _learnedAt) = (Math.Max(boots, 0), Math.Max(time, 0), clock.GetTimestamp());
}
