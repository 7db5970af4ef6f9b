// Subscribe to new releases: feed readers take changes.atom; the same entries as JSON Feed need no XML parser.
const base = globalThis.process?.env.OPENDATA ?? "http://127.0.0.1:7071";
const response = await fetch(`${base}/v1/plans/urbanization-14fyp/changes.feed.json`);
const feed = await response.json();
if (!response.ok) throw new Error(feed.detail);

const [newest] = feed.items; // the newest comes first
console.log(feed.items.length, "entries");
console.log(newest.title, newest.date_modified);
