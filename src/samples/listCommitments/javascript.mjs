// All commitments, page by page.
const base = globalThis.process?.env.OPENDATA ?? "http://127.0.0.1:7071";
let url = `${base}/v1/plans/urbanization-14fyp/commitments?limit=20`;
let count = 0;
while (url) {
  const response = await fetch(url);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);

  count += answer.items.length;
  url = answer.page.next; // null on the last page
}
console.log(count, "commitments");
