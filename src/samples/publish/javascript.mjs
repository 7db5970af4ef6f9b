// Publish: put the files of the folder 'drop' into the inbox.
// INBOX is its address, with a signature (SAS) that those who run the service give out.
import { readdir, readFile } from "node:fs/promises";

const inbox = new URL(process.env.INBOX);
async function put(file) {
  const blob = new URL(inbox);
  blob.pathname += `/urbanization-14fyp/my-change/${file}`;
  const response = await fetch(blob, { method: "PUT", headers: { "x-ms-blob-type": "BlockBlob" }, body: await readFile(`drop/${file}`) });
  if (!response.ok) throw new Error(`${file}: ${response.status} ${response.headers.get("x-ms-error-code")}`);
}

for (const file of (await readdir("drop")).filter((file) => file !== "publish.json")) await put(file);
await put("publish.json"); // last: it completes the drop
console.log("sent: published within five minutes, or put into inbox-failed with the reasons");
