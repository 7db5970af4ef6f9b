import { base, check, make } from './calls.ts';
import * as sdk from './obj/hey-api/index.ts';
import { client } from './obj/hey-api/client.gen.ts';

client.setConfig({ baseUrl: base });

const typed = await sdk.listIndicators({ path: { plan: 'urbanization-14fyp' }, query: { limit: 3, filter: { 'target.value[gte]': 70 } } });
check((typed.data?.items ?? []).length > 0 && typed.data!.items.every((item) => item.target.value! >= 70), 'a condition given as an object is not held');

const operations = sdk as unknown as Record<string, (options: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>>;
await make(async (call) => {
  const query = { ...call.query, ...(Object.keys(call.filter).length > 0 ? { filter: call.filter } : {}) };
  const { data, error, response } = await operations[call.operation]({ path: call.pathParameters, query });
  return { status: response.status, body: data ?? error };
});
