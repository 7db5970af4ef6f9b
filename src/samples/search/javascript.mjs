// Search by a resident's word: the plan says 轨道交通 where people say 地铁, and steps tells how the search was widened.
const base = globalThis.process?.env.OPENDATA ?? "http://127.0.0.1:7071";
const response = await fetch(`${base}/v1/plans/urbanization-14fyp/search?${new URLSearchParams({ q: "地铁" })}`);
const answer = await response.json();
if (!response.ok) throw new Error(answer.detail);

console.log(answer.page.total, "hits, the first:", answer.items[0]?.title);
for (const step of answer.steps) console.log(`${step.kind}: ${step.from} → ${step.to}`); // none when the word itself was found
