// Pin a version: whatever comes later, an address with @version answers with exactly that release.
const plan = `${globalThis.process?.env.OPENDATA ?? "http://127.0.0.1:7071"}/v1/plans/urbanization-14fyp`;
async function read(url) {
  const response = await fetch(url);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}

const oldest = (await read(`${plan}/releases`)).items.at(-1); // newest first
const answer = await read(`${plan}@${oldest.version}/indicators`);
console.log(answer.items.length, "indicators of", answer.permalink);
