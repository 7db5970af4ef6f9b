// The values of one indicator since 2020: year[gte] means from that year on, and URLSearchParams escapes the brackets.
const base = globalThis.process?.env.OPENDATA ?? "http://127.0.0.1:7071";
const filter = new URLSearchParams({ indicator: "urban-rural-income-ratio", area: "nantong", "year[gte]": "2020" });
const response = await fetch(`${base}/v1/plans/urbanization-14fyp/observations?${filter}`);
const answer = await response.json();
if (!response.ok) throw new Error(answer.detail);

for (const { year, value, status } of answer.items) {
  console.log(year, value, status);
}
