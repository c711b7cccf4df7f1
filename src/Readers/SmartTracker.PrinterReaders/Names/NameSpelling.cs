using System.Collections.Frozen;
using System.Text;

namespace SmartTracker.PrinterReaders.Names;

/// <summary>One spelling for what people take for the same name: no outer and single inner white space, capitals, letters composed with their accents, as Macs
/// write them apart. By tables of our own and not by Unicode's forms: the agent runs without the library that knows those, and must come to the same.</summary>
internal static class NameSpelling
{
    private const int WideDistance = 0xFEE0;

    // Behind each accent: capital without, capital with it.
    private static readonly FrozenDictionary<(char, char), char> Composed = new Dictionary<char, string>
    {
        ['\u0300'] = "AÀEÈIÌOÒUÙÜǛNǸЕЀИЍ",
        ['\u0301'] = "AÁEÉIÍOÓUÚYÝCĆLĹNŃRŔSŚZŹÜǗGǴÅǺÆǼØǾΑΆΕΈΗΉΙΊΟΌΥΎΩΏГЃКЌ",
        ['\u0302'] = "AÂEÊIÎOÔUÛCĈGĜHĤJĴSŜWŴYŶ",
        ['\u0303'] = "AÃNÑOÕIĨUŨ",
        ['\u0304'] = "AĀEĒIĪOŌUŪÜǕǪǬÖȪÕȬȮȰYȲ",
        ['\u0306'] = "AĂEĔGĞIĬOŎUŬУЎИЙ",
        ['\u0307'] = "CĊEĖGĠIİZŻAȦOȮ",
        ['\u0308'] = "AÄEËIÏOÖUÜYŸΙΪΥΫЕЁІЇ",
        ['\u030A'] = "AÅUŮ",
        ['\u030B'] = "OŐUŰ",
        ['\u030C'] = "CČDĎEĚLĽNŇRŘSŠTŤZŽAǍIǏOǑUǓÜǙGǦKǨƷǮHȞ",
        ['\u030F'] = "AȀEȄIȈOȌRȐUȔ",
        ['\u0311'] = "AȂEȆIȊOȎRȒUȖ",
        ['\u0326'] = "SȘTȚ",
        ['\u0327'] = "CÇGĢKĶLĻNŅRŖSŞTŢEȨ",
        ['\u0328'] = "AĄEĘIĮUŲOǪ",
    }.SelectMany(accent => accent.Value.Chunk(2).Select(pair => (Key: (pair[0], accent.Key), Capital: pair[1]))).ToFrozenDictionary(pair => pair.Key, pair => pair.Capital);

    public static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        var isSpaceDue = false;
        // Half a surrogate pair becomes U+FFFD.
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                isSpaceDue = plain.Length > 0;
                continue;
            }

            if (isSpaceDue)
                plain.Append(' ');
            isSpaceDue = false;
            Append(plain, Rune.ToUpperInvariant(Narrow(rune)));
        }

        return plain.ToString();
    }

    private static void Append(StringBuilder plain, Rune rune)
    {
        if (plain.Length > 0 && rune.IsBmp && Composed.TryGetValue((plain[^1], (char)rune.Value), out var composed))
            plain[^1] = composed;
        else
            plain.Append(rune);
    }

    // Full-width forms of ASCII, as Japanese keyboards give them.
    private static Rune Narrow(Rune rune) => rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - WideDistance) : rune;
}
