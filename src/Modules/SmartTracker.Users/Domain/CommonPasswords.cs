using System.Collections.Frozen;

namespace SmartTracker.Users.Domain;

/// <summary>Passwords of twelve and more characters that guessing programs try first. Compared without case, blanks and punctuation at the end.</summary>
internal static class CommonPasswords
{
    private const string List = """
        password1234 password12345 password123456 passwordpassword mypassword123 thisismypassword passw0rd1234
        p@ssw0rd1234 p@ssword1234 adminadminadmin administrator administrator1 administrator123 administrator1234
        adminpassword admin1234567 admin12345678 admin123456789 changemechangeme changeme1234 changeme12345
        letmeinletmein letmein12345 welcome12345 welcome123456 welcomewelcome 123456789012 1234567890123
        12345678901234 123456789012345 1234567890123456 0123456789012 987654321098 123456123456 123123123123
        121212121212 112233445566 111222333444 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedcrfv
        qwertyuiop12 qwertyuiop123 qwertyuiopasdf qwertyqwerty qwerty123456 qwertzuiopasdf qwertzuiop123 qwertzqwertz
        asdfghjklqwerty asdfasdfasdf abcdefghijkl abcdefghijklm abcdefghijklmnopqrstuvwxyz abcd12345678 abc123abc123
        abcabcabcabc a1b2c3d4e5f6 iloveyou1234 iloveyouiloveyou ichliebedich ichliebedich1 hallohallohallo
        hallo12345678 passwort1234 passwort12345 passwort123456 passwortpasswort meinpasswort meinpasswort1
        meinpasswort123 geheimgeheim geheim123456 geheimgeheimgeheim sommer202512 sommer2026sommer willkommen12
        willkommen123 willkommen1234 schatzschatz testtesttest test12345678 test123456789 testpassword
        trustno1trustno1 sunshine1234 football1234 baseball1234 princess1234 superman1234 monkeymonkey dragondragon
        masterpassword master123456 rootrootroot rootpassword defaultpassword secretsecret secretpassword
        companyname123 correcthorsebatterystaple smarttracker smarttracker1 smarttracker123 smarttracker1234
        designjet123 designjet1234 hewlettpackard hpdesignjet123 plotterplotter printerprinter
        """;

    private static readonly FrozenSet<string> Known =
        List.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Bare).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string password) => Known.Contains(Bare(password));

    private static string Bare(string password) =>
        string.Concat(password.Where(character => !char.IsWhiteSpace(character))).TrimEnd('!', '.', '?', '*', '#', '$');
}
