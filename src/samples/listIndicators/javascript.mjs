// Every indicator with its baseline and its target. Node.js 20 or newer, and browsers.
const base = globalThis.process?.env.OPENDATA ?? "http://127.0.0.1:7071";
const response = await fetch(`${base}/v1/plans/urbanization-14fyp/indicators`);
const answer = await response.json();
if (!response.ok) throw new Error(answer.detail);

for (const { name, unit, baseline, target } of answer.items) {
  console.log(name, baseline.raw, "→", target.raw, unit.label ?? "");
}
console.log(answer.permalink); // cite this: it never changes
