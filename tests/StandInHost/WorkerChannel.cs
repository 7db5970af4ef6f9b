using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Nantong.OpenData.StandInHost.Protocol;

namespace Nantong.OpenData.StandInHost;

/// <summary>The conversation with one worker: it is greeted, asked for its functions, told to load each, and then given invocations.</summary>
/// <param name="folder">The folder that the worker serves.</param>
internal sealed class WorkerChannel(string folder) : FunctionRpc.FunctionRpcBase
{
    private static readonly TimeSpan LongestInvocation = TimeSpan.FromMinutes(4);

    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> invocations = new();
    private readonly ConcurrentQueue<string> logs = new();
    private readonly TaskCompletionSource<Loaded> loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Uri? httpAddress;
    private List<FunctionTrigger> triggers = [];
    private int loadedFunctions;
    private volatile string? closed;

    /// <summary>Completes when the worker has loaded every function.</summary>
    public Task<Loaded> Ready => loaded.Task;

    /// <summary>What the worker has logged through the host.</summary>
    public IReadOnlyCollection<string> Logs => logs;

    /// <summary>Says that the worker has ended; whoever waits for it is told.</summary>
    public void Close(string why)
    {
        closed = why;
        loaded.TrySetException(new InvalidOperationException(why));
        foreach (var (_, invocation) in invocations)
            invocation.TrySetException(new InvalidOperationException(why));
    }

    /// <summary>Invokes a function, and waits for the worker to say how it went.</summary>
    public async Task<InvocationResponse> InvokeAsync(FunctionTrigger trigger, string id, TypedData data, string traceParent)
    {
        var answer = invocations[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (closed is { } why)
            answer.TrySetException(new InvalidOperationException(why));
        Send(
            new()
            {
                RequestId = id,
                InvocationRequest = new()
                {
                    InvocationId = id,
                    FunctionId = trigger.FunctionId,
                    InputData =
                    {
                        new ParameterBinding { Name = trigger.Binding, Data = data },
                    },
                    TraceContext = new() { TraceParent = traceParent },
                },
            }
        );
        try
        {
            return await answer.Task.WaitAsync(LongestInvocation);
        }
        finally
        {
            invocations.TryRemove(id, out _);
        }
    }

    /// <summary>Asks the worker to end.</summary>
    public void Terminate() => Send(new() { WorkerTerminate = new() });

    /// <inheritdoc />
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream,
        IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context
    )
    {
        var sending = SendAllAsync(responseStream, context.CancellationToken);
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
                Hear(message);
            Close("The worker has ended the conversation.");
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or Grpc.Core.RpcException)
        {
            Close("The worker has left.");
        }

        outgoing.Writer.TryComplete();
        await sending;
    }

    private async Task SendAllAsync(IServerStreamWriter<StreamingMessage> to, CancellationToken gone)
    {
        try
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync(gone))
                await to.WriteAsync(message, gone);
        }
        catch (Exception left) when (left is OperationCanceledException or InvalidOperationException)
        {
            // Nobody is there to hear the rest.
        }
    }

    private void Hear(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.StartStream:
                Send(
                    new()
                    {
                        WorkerInitRequest = new()
                        {
                            HostVersion = "4.1037.0",
                            WorkerDirectory = folder,
                            FunctionAppDirectory = folder,
                        },
                    }
                );
                break;
            case StreamingMessage.ContentOneofCase.WorkerInitResponse:
                if (message.WorkerInitResponse.Capabilities.TryGetValue("HttpUri", out var address))
                    httpAddress = new Uri(address);
                Send(
                    new()
                    {
                        RequestId = Guid.NewGuid().ToString(),
                        FunctionsMetadataRequest = new() { FunctionAppDirectory = folder },
                    }
                );
                break;
            case StreamingMessage.ContentOneofCase.FunctionMetadataResponse:
                Load(message.FunctionMetadataResponse);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                Count(message.FunctionLoadResponse);
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (invocations.TryGetValue(message.InvocationResponse.InvocationId, out var answer))
                    answer.TrySetResult(message.InvocationResponse);
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                logs.Enqueue($"{message.RpcLog.Category}: {message.RpcLog.Message} {message.RpcLog.Exception?.Message}");
                break;
        }
    }

    private void Load(FunctionMetadataResponse answer)
    {
        if (answer.Result is { Status: StatusResult.Types.Status.Failure } failed)
            Close($"Its functions could not be listed: {failed.Exception?.Message}");
        foreach (var function in answer.FunctionMetadataResults)
        {
            if (function.FunctionId is "")
                function.FunctionId = Guid.NewGuid().ToString();
            function.Directory = folder;
            triggers.Add(FunctionTrigger.Read(function));
        }

        foreach (var function in answer.FunctionMetadataResults)
            Send(
                new()
                {
                    RequestId = Guid.NewGuid().ToString(),
                    FunctionLoadRequest = new() { FunctionId = function.FunctionId, Metadata = function },
                }
            );
    }

    private void Count(FunctionLoadResponse answer)
    {
        if (answer.Result is not { Status: StatusResult.Types.Status.Success })
            Close($"A function could not be loaded: {answer.Result?.Exception?.Message}");
        if (Interlocked.Increment(ref loadedFunctions) == triggers.Count)
            loaded.TrySetResult(new(triggers, httpAddress));
    }

    private void Send(StreamingMessage message) => outgoing.Writer.TryWrite(message);

    /// <summary>A worker that is ready.</summary>
    /// <param name="Triggers">Its functions.</param>
    /// <param name="HttpAddress">Where it takes HTTP requests; null when it has none.</param>
    public sealed record Loaded(IReadOnlyList<FunctionTrigger> Triggers, Uri? HttpAddress);
}
