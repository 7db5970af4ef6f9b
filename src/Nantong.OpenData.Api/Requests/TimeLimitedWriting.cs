namespace Nantong.OpenData.Api.Requests;

/// <summary>Long bodies, written as the client takes them: in pieces, each of which must be taken within a time.</summary>
/// <remarks>
/// The server's own rate counts what the system's buffers swallow: a megabyte that they take at once would buy an idle client an hour.
/// Here only what the client makes room for counts. What waits in memory for a client is one piece, not its body.
/// </remarks>
internal static class TimeLimitedWriting
{
    extension(HttpContext context)
    {
        /// <summary>Writes a part of a body. A client that does not take a piece in time is cut off.</summary>
        public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
        {
            for (var rest = bytes; !rest.IsEmpty; )
            {
                var piece = rest[..Math.Min(rest.Length, RequestLimits.PieceBytes)];
                await WritePieceAsync(context, piece);
                rest = rest[piece.Length..];
            }
        }
    }

    private static ValueTask WritePieceAsync(HttpContext context, ReadOnlyMemory<byte> piece)
    {
        var write = context.Response.Body.WriteAsync(piece, context.RequestAborted);
        return write.IsCompletedSuccessfully ? default : WaitAsync(context, write);
    }

    private static async ValueTask WaitAsync(HttpContext context, ValueTask write)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(RequestLimits.ReadingSeconds));
        await using (late.Token.UnsafeRegister(static waiting => ((HttpContext)waiting!).Abort(), context))
            await write;
        context.RequestAborted.ThrowIfCancellationRequested();
    }
}
