using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Nantong.OpenData.Storage.Verifying;

/// <summary>Checks that an answer is one that the store can have given, before the SDK reads it: whatever its parsers throw over an HTML page or a
/// cut document would look like a defect of ours.</summary>
/// <param name="ofTables">True for the table service, whose bodies are JSON; false for that of blobs, whose lists are XML.</param>
internal sealed class SoundAnswers(bool ofTables) : HttpPipelinePolicy
{
    /// <inheritdoc />
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ProcessNext(message, pipeline);
        Check(message);
    }

    /// <inheritdoc />
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        Check(message);
    }

    /// <summary>Reads an answer by the SDK: what its parsers throw over values of another type than they say is the store's fault, too.</summary>
    /// <exception cref="StoreAnswerException">It cannot be read.</exception>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception error) when (IsOfParsers(error))
        {
            throw Unreadable(error);
        }
    }

    /// <summary>Reads the items of a list by the SDK, page by page, on the calling thread.</summary>
    /// <exception cref="StoreAnswerException">A page cannot be read.</exception>
    public static IEnumerable<T> Each<T>(IEnumerable<T> list)
    {
        using var items = list.GetEnumerator();
        while (Next())
            yield return items.Current;

        bool Next()
        {
            try
            {
                return items.MoveNext();
            }
            catch (Exception error) when (IsOfParsers(error))
            {
                throw Unreadable(error);
            }
        }
    }

    /// <summary>Reads the items of a list by the SDK, page by page.</summary>
    /// <exception cref="StoreAnswerException">A page cannot be read.</exception>
    public static async IAsyncEnumerable<T> EachAsync<T>(IAsyncEnumerable<T> list, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var items = list.GetAsyncEnumerator(cancellationToken);
        while (await ReadAsync(async () => await items.MoveNextAsync()))
            yield return items.Current;
    }

    private static StoreAnswerException Unreadable(Exception error) => new(200, $"its values cannot be read: {error.Message}");

    private static bool IsOfParsers(Exception error) =>
        error is not ObjectDisposedException
        && error
            is JsonException
                or XmlException
                or InvalidDataException
                or FormatException
                or InvalidOperationException
                or InvalidCastException
                or ArgumentException
                or OverflowException
                or KeyNotFoundException
                or NullReferenceException
                or IndexOutOfRangeException
                or IOException { InnerException: null }
                and not (StoreAnswerException or HttpIOException);

    private void Check(HttpMessage message)
    {
        var (response, request) = (message.Response, message.Request);
        if (request.Method == RequestMethod.Head || response.ContentStream is not MemoryStream)
            return; // files are streamed, and proven by their hash
        var body = response.Content.ToMemory();
        var type = response.Headers.ContentType ?? "";
        try
        {
            if (response.Status >= 300)
                CheckRefusal(type, body);
            else if (ofTables)
                CheckRows(type, body, request);
            else if (request.Uri.Query.Contains("comp=list", StringComparison.Ordinal))
                ReadXml(body);
        }
        catch (Exception error) when (error is JsonException or XmlException or InvalidDataException)
        {
            throw new StoreAnswerException(response.Status, $"{(type is "" ? "no content type" : type)}, {body.Length} bytes: {error.Message}");
        }
    }

    /// <summary>A refusal says why as JSON or as XML, or says nothing.</summary>
    private static void CheckRefusal(string type, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return;
        if (type.Contains("json", StringComparison.OrdinalIgnoreCase))
            ReadJson(body);
        else if (type.Contains("xml", StringComparison.OrdinalIgnoreCase))
            ReadXml(body);
        else if (type.Contains("html", StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException("a page instead of the store's refusal");
    }

    private static void CheckRows(string type, ReadOnlyMemory<byte> body, Request request)
    {
        var asked = request.Method == RequestMethod.Get;
        if (body.IsEmpty && !asked)
            return;
        if (type.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase) && !asked)
            return;
        if (!type.Contains("json", StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException("JSON was asked for");
        var names = ReadJson(body);
        if (asked && request.Uri.Path.EndsWith("()", StringComparison.Ordinal) && !names.Contains("value"))
            throw new InvalidDataException("the rows are missing");
    }

    /// <summary>Reads a JSON object to its end.</summary>
    /// <returns>The names of its properties.</returns>
    private static HashSet<string> ReadJson(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
            throw new JsonException("not UTF-8");
        HashSet<string> names = [];
        var reader = new Utf8JsonReader(body.Span);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            throw new JsonException("not a JSON object");
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 })
                names.Add(Text(reader));
            else if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                Text(reader);
        }

        return names;
    }

    /// <summary>A text, which may hold half of a character behind an escape.</summary>
    private static string Text(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException(error.Message, error);
        }
    }

    private static void ReadXml(ReadOnlyMemory<byte> body)
    {
        using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
            if (reader is { NodeType: XmlNodeType.Element, Depth: 0 } && reader.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase))
                throw new InvalidDataException("a page instead of a list");
    }
}
