using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using static Microsoft.Azure.Functions.Worker.AuthorizationLevel;

namespace Nantong.OpenData.Functions;

/// <summary>The text of a plan: read, searched, quoted, cited.</summary>
internal sealed class TextFunctions(Pipeline pipeline)
{
    /// <summary>Citations.</summary>
    [Function("Cite")]
    public Task Cite(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^cite(\.[a-z]+)*$)}/{*rest}")] HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>The whole document.</summary>
    [Function("Document")]
    public Task Document(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^document(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>The paragraphs of the text.</summary>
    [Function("Paragraphs")]
    public Task Paragraphs(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^paragraphs(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>Checks of quotations.</summary>
    [Function("Quotations")]
    public Task Quotations(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^verify(\.[a-z]+)*$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>Search.</summary>
    [Function("Search")]
    public Task Search(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^search(\.[a-z]+)*$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>Chapters and sections.</summary>
    [Function("Sections")]
    public Task Sections(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^sections(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>Any node of the text.</summary>
    [Function("TextSections")]
    public Task TextSections(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^text(\.[a-z]+)?$)}/{*rest}")] HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>The table of contents.</summary>
    [Function("Toc")]
    public Task Toc(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^toc(\.[a-z]+)?$)}/{*rest}")] HttpRequest request
    ) => pipeline.AnswerAsync(request);
}
