// The workbook for Excel; files/indicators-excel.csv is one table as CSV that Excel opens with its characters right.
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";

const base = process.env.OPENDATA ?? "http://127.0.0.1:7071";
const response = await fetch(`${base}/v1/plans/urbanization-14fyp/files/plan.xlsx`);
if (!response.ok) throw new Error((await response.json()).detail);

const bytes = Buffer.from(await response.arrayBuffer());
if (bytes.toString("latin1", 0, 2) !== "PK") throw new Error("not a workbook"); // which is a ZIP archive
await writeFile(`${await mkdtemp(`${tmpdir()}/sample-`)}/plan.xlsx`, bytes);
console.log(`plan.xlsx: ${bytes.length} bytes`);
