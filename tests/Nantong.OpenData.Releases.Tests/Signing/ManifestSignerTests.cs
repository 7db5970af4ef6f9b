using System.Diagnostics;
using System.Security.Cryptography;
using Nantong.OpenData.Releases.Signing;

namespace Nantong.OpenData.Releases.Tests.Signing;

public sealed class ManifestSignerTests : IDisposable
{
    private static readonly byte[] Manifest = "{\"plan\":\"a plan\"}\n"u8.ToArray();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("opendata-signing-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task OpenSSL_alone_tells_a_signed_manifest_from_a_forged_one()
    {
        var signer = NewSigner();
        await WriteAsync("manifest.json", Manifest);
        await WriteAsync("manifest.json.sig", signer.Sign(Manifest).ToBytes());
        await WriteAsync("public.pem", System.Text.Encoding.ASCII.GetBytes(signer.PublicKey.Pem));

        Assert.Equal((0, "Verified OK"), await OpenSslAsync());
        await WriteAsync("manifest.json", [.. Manifest, (byte)' ']);
        Assert.Equal((1, "Verification failure"), await OpenSslAsync());
    }

    [Fact]
    public void A_signature_holds_for_its_manifest_and_its_key_alone()
    {
        var signature = NewSigner().Sign(Manifest);

        Assert.True(signature.IsOf(Manifest));
        Assert.False(signature.IsOf([.. Manifest, (byte)' ']));
        Assert.False((signature with { PublicKey = NewSigner().PublicKey.Spki }).IsOf(Manifest));
        Assert.False((signature with { Value = "not base64!" }).IsOf(Manifest));
    }

    [Fact]
    public void A_key_is_read_by_its_coordinates_and_known_again_by_its_id()
    {
        // The key of RFC 7515, appendix A.3.
        var key = new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Base64("jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI") };
        using var made = ECDsa.Create(key);

        var read = PublicKey.Read("key.pem", made.ExportSubjectPublicKeyInfoPem()).Value!;

        Assert.Equal(("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"), (read.X, read.Y));
        Assert.Equal(read.Id, PublicKey.Find(read.Spki)!.Id);
    }

    [Theory]
    [InlineData("", "no PEM block")]
    [InlineData("hello", "no PEM block")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "'CERTIFICATE'")]
    public void What_is_no_key_is_refused_with_the_command_that_makes_one(string pem, string found)
    {
        var error = ManifestSigner.Read("key.pem", pem).Error!;

        Assert.Equal(("key.pem", found), (error.Where, error.Found));
        Assert.Contains("openssl ecparam -name prime256v1", error.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_on_another_curve_and_a_public_key_do_not_sign()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var right = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Contains("on another curve", ManifestSigner.Read("key.pem", other.ExportECPrivateKeyPem()).Error!.Found, StringComparison.Ordinal);
        Assert.Equal("'PUBLIC KEY'", ManifestSigner.Read("key.pem", right.ExportSubjectPublicKeyInfoPem()).Error!.Found);
        Assert.NotNull(ManifestSigner.Read("key.pem", right.ExportPkcs8PrivateKeyPem()).Value);
    }

    private static byte[] Base64(string url) => System.Buffers.Text.Base64Url.DecodeFromChars(url);

    private static ManifestSigner NewSigner()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return ManifestSigner.Read("key.pem", key.ExportECPrivateKeyPem()).Value!;
    }

    private Task WriteAsync(string name, byte[] bytes) => File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), bytes);

    private async Task<(int ExitCode, string Said)> OpenSslAsync()
    {
        var start = new ProcessStartInfo("openssl", ["dgst", "-sha256", "-verify", "public.pem", "-signature", "manifest.json.sig", "manifest.json"])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (said, _) = (await process.StandardOutput.ReadToEndAsync(), await process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, said.Trim());
    }
}
