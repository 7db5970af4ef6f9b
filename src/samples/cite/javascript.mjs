// How to cite a passage, after GB/T 7714 and APA; bibtex, ris, csl and plain are styles, too.
const base = globalThis.process?.env.OPENDATA ?? "http://127.0.0.1:7071";
for (const style of ["gbt7714", "apa"]) {
  const response = await fetch(`${base}/v1/plans/urbanization-14fyp/cite?target=ch2.s3.p1&style=${style}`);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  console.log(answer.text);
}
