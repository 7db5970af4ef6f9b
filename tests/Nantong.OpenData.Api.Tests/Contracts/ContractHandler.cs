namespace Nantong.OpenData.Api.Tests.Contracts;

/// <summary>Lets no answer pass that the document does not promise: whatever else a test looks at, this it looks at too.</summary>
internal sealed class ContractHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var packed = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var coding = response.Content.Headers.ContentEncoding.SingleOrDefault();
        var headers = response
            // As they were sent: looking at them otherwise would rewrite them for the test.
            .Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var answer = new Answer(
            request.Method.Method,
            request.RequestUri!.PathAndQuery,
            (int)response.StatusCode,
            headers,
            packed is [] ? packed : Codings.Unpack(packed, coding)
        );
        if (AnswerCheck.Complaint(PublishedContract.Committed, answer) is { } complaint)
            Assert.Fail($"{answer.Method} {answer.Target} is not as the OpenAPI document says: {complaint}");
        return response;
    }
}
