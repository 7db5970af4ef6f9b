// Ask again only for what changed: the ETag of the first answer goes along with the second request.
const base = globalThis.process?.env.OPENDATA ?? "http://127.0.0.1:7071";
const url = `${base}/v1/plans/urbanization-14fyp/indicators`;
const first = await fetch(url);
const answer = await first.json();
if (!first.ok) throw new Error(answer.detail);

const again = await fetch(url, { headers: { "If-None-Match": first.headers.get("ETag") } });
console.log(again.status === 304 ? "304: unchanged" : `${again.status}: changed`);
