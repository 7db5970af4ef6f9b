using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Nantong.OpenData.Api.Representations;

/// <summary>A content coding (RFC 9110, 8.4.1), in the order in which the service prefers them.</summary>
internal enum Coding
{
    /// <summary>Brotli (RFC 7932).</summary>
    Brotli,

    /// <summary>Gzip (RFC 1952).</summary>
    Gzip,

    /// <summary>As it is.</summary>
    Identity,
}

/// <summary>The content codings that a client takes, by the header <c>Accept-Encoding</c> (RFC 9110, 12.5.3).</summary>
/// <param name="Brotli">Quality of Brotli; 0 when it is not taken.</param>
/// <param name="Gzip">Quality of gzip.</param>
/// <param name="Identity">Quality of no coding at all: taken, unless the header says otherwise.</param>
internal sealed record AcceptedCodings(double Brotli, double Gzip, double Identity)
{
    private const int Remembered = 256; // clients send a handful; nobody shall fill memory with inventions
    private const double Unnamed = 0.001; // identity is taken, but anything that is named is wanted more

    private static readonly AcceptedCodings OnlyIdentity = new(0, 0, 1);
    private static readonly ConcurrentDictionary<string, AcceptedCodings> Known = new(StringComparer.Ordinal);

    /// <summary>True when the client takes nothing that the service can send.</summary>
    public bool IsNothing => this is { Brotli: 0, Gzip: 0, Identity: 0 };

    /// <summary>Reads the header. One that cannot be read counts as absent.</summary>
    public static AcceptedCodings Read(StringValues header)
    {
        if (header is not [_, ..])
            return OnlyIdentity;
        var text = header.ToString();
        if (Known.TryGetValue(text, out var known))
            return known;

        var read = Parse(header);
        if (Known.Count < Remembered)
            Known[text] = read;
        return read;
    }

    /// <summary>How much the client wants a coding; 0 when it does not take it.</summary>
    public double QualityOf(Coding coding) =>
        coding switch
        {
            Coding.Brotli => Brotli,
            Coding.Gzip => Gzip,
            _ => Identity,
        };

    /// <summary>The coding to send; null when the client takes none.</summary>
    /// <param name="worthPacking">False for a body that is too short to gain: then identity wins where it is taken at all.</param>
    public Coding? Choose(bool worthPacking)
    {
        if (!worthPacking && Identity > 0)
            return Coding.Identity;
        var best = Brotli >= Gzip ? Coding.Brotli : Coding.Gzip;
        if (Identity > QualityOf(best))
            best = Coding.Identity;
        return QualityOf(best) > 0 ? best : null;
    }

    private static AcceptedCodings Parse(StringValues header)
    {
        if (!StringWithQualityHeaderValue.TryParseList([.. header!], out var wanted))
            return OnlyIdentity;

        var any = Quality("*");
        return new(Quality("br") ?? any ?? 0, Quality("gzip") ?? Quality("x-gzip") ?? any ?? 0, Quality("identity") ?? any ?? Unnamed);

        double? Quality(string name) =>
            wanted.FirstOrDefault(value => value.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } named ? named.Quality ?? 1 : null;
    }
}
