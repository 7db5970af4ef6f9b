// A file, and whether it is whole: the header Repr-Digest holds its SHA-256.
const base = globalThis.process?.env.OPENDATA ?? "http://127.0.0.1:7071";
const response = await fetch(`${base}/v1/plans/urbanization-14fyp/files/indicators.csv`, { headers: { "Accept-Encoding": "identity" } });
if (!response.ok) throw new Error((await response.json()).detail);

const bytes = await response.arrayBuffer();
const sha256 = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("base64");
if (response.headers.get("Repr-Digest") !== `sha-256=:${sha256}:`) throw new Error("the file is not whole");
console.log("indicators.csv: OK");
