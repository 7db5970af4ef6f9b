// A client with the types of the contract, so that editors know every field. Once, in the folder of this file:
//     npm install openapi-fetch@0.17.0 openapi-typescript@7.13.0
//     npx openapi-typescript "${OPENDATA:-http://127.0.0.1:7071}/openapi/v1.json" --output opendata.d.ts
import createClient from "openapi-fetch";

/** @type {import("openapi-fetch").Client<import("./opendata.d.ts").paths>} */
const client = createClient({ baseUrl: process.env.OPENDATA ?? "http://127.0.0.1:7071" });
const { data, error } = await client.GET("/v1/plans/{plan}/indicators", {
  params: { path: { plan: "urbanization-14fyp" }, query: { filter: { "target.value[gte]": 70 }, limit: 5 } },
});
if (error) throw new Error(error.detail);

for (const { shortLabel, target } of data.items) console.log(`${shortLabel.en}: ${target.value}`);
