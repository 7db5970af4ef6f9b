// Figures as a chart: the service draws an indicator's baseline and target as SVG.
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";

const base = process.env.OPENDATA ?? "http://127.0.0.1:7071";
const response = await fetch(`${base}/v1/plans/urbanization-14fyp/indicators/urbanization-rate/chart.svg`);
if (!response.ok) throw new Error((await response.json()).detail);

const svg = Buffer.from(await response.arrayBuffer());
await writeFile(`${await mkdtemp(`${tmpdir()}/sample-`)}/chart.svg`, svg);
console.log(`chart: ${svg.length} bytes`);
