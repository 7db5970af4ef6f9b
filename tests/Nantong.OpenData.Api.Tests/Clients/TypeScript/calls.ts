// What every driver does: reads the calls, makes each with its client, and prints what came of it, one JSON object on a line.
declare const process: { env: Record<string, string>; stdin: AsyncIterable<Uint8Array>; stdout: { write(text: string): void } };

export interface Call {
  operation: string; path: string; isText: boolean;
  pathParameters: Record<string, string>; query: Record<string, string>; filter: Record<string, string>;
}
export interface Outcome { status: number; body: unknown }

export const base = process.env.OPENDATA;

export async function make(call: (call: Call) => Promise<Outcome>): Promise<void> {
  const text = new TextDecoder();
  let input = '';
  for await (const chunk of process.stdin) input += text.decode(chunk, { stream: true });
  for (const one of JSON.parse(input) as Call[]) {
    const outcome = await call(one).catch((error: unknown) => ({ error: String(error) }));
    process.stdout.write(`${JSON.stringify({ operation: one.operation, ...outcome })}\n`);
  }
}

export function check(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what);
}
