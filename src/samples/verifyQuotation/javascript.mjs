// Does the plan say so? The result tells whether the words are its own, the places where they stand.
const base = globalThis.process?.env.OPENDATA ?? "http://127.0.0.1:7071";
const query = new URLSearchParams({ quote: "常住人口城镇化率力争达到74%" }); // escapes the percent sign, too
const response = await fetch(`${base}/v1/plans/urbanization-14fyp/verify?${query}`);
const answer = await response.json();
if (!response.ok) throw new Error(answer.detail);

for (const { result, places } of answer.pieces) {
  console.log(result, ...places.map((place) => place.node));
}
