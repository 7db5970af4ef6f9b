// The plan: its title, its latest release and the address that never changes. Node.js 20 or newer, and browsers.
const base = globalThis.process?.env.OPENDATA ?? "http://127.0.0.1:7071";
const response = await fetch(`${base}/v1/plans/urbanization-14fyp`);
const plan = await response.json();
if (!response.ok) throw new Error(plan.detail);

console.log(plan.title.zh, "/", plan.title.en);
console.log("release", plan.release.version);
console.log(plan.permalink); // cite this: it never changes
