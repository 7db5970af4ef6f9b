// A paragraph of the text with its place in the source.
const base = globalThis.process?.env.OPENDATA ?? "http://127.0.0.1:7071";
const response = await fetch(`${base}/v1/plans/urbanization-14fyp/text/ch5/s5/p2`);
const node = await response.json();
if (!response.ok) throw new Error(node.detail);

console.log(node.text);
console.log(`lines ${node.source.lines.join(" to ")} of the source, release ${node.release.version}`);
