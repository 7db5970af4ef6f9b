// What differs between the oldest and the newest release, counted.
const plan = `${globalThis.process?.env.OPENDATA ?? "http://127.0.0.1:7071"}/v1/plans/urbanization-14fyp`;
async function read(url) {
  const response = await fetch(url);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}

const versions = (await read(`${plan}/releases`)).items.map((release) => release.version); // newest first
const { from, to, summary, smallest } = await read(`${plan}/changes/${versions.at(-1)}..${versions[0]}`);
console.log(`${from.version} to ${to.version}: smallest step ${smallest}`);
for (const [name, count] of Object.entries(summary)) console.log(name, count);
