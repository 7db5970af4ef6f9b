// What changed since release 1.0.0: limit=0 counts only, leave it out to read the changes.
const base = globalThis.process?.env.OPENDATA ?? "http://127.0.0.1:7071";
const response = await fetch(`${base}/v1/plans/urbanization-14fyp/changes?since=1.0.0&limit=0`);
const answer = await response.json();
if (!response.ok) throw new Error(answer.detail);

console.log(answer.page.total, "changes");
