// SQL over a Parquet file with DuckDB: the indicators that are to rise most. Once, in the folder of this file:
//     npm install @duckdb/node-api@1.5.6-r.1
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

const base = process.env.OPENDATA ?? "http://127.0.0.1:7071";
const response = await fetch(`${base}/v1/plans/urbanization-14fyp/files/indicators.parquet`);
if (!response.ok) throw new Error((await response.json()).detail);
const file = join(await mkdtemp(join(tmpdir(), "opendata-")), "indicators.parquet");
await writeFile(file, Buffer.from(await response.arrayBuffer()));

const connection = await (await DuckDBInstance.create()).connect();
const rows = await connection.runAndReadAll(`
  SELECT short_en, baseline_value, target_value, round(target_value - baseline_value, 2) AS rise
  FROM '${file}' WHERE unit_code = '%' ORDER BY rise DESC NULLS LAST LIMIT 5`);
console.table(rows.getRowObjectsJson());
