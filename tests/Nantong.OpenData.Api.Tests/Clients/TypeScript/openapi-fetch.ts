import createClient from 'openapi-fetch';
import { base, check, make } from './calls.ts';
import type { paths } from './obj/schema.d.ts';

const client = createClient<paths>({ baseUrl: base });

// By types, as a reader would write it: the compiler knows fields, conditions and members.
const typed = await client.GET('/v1/plans/{plan}/indicators', {
  params: { path: { plan: 'urbanization-14fyp' }, query: { limit: 3, filter: { 'target.value[gte]': 70, 'category.id[ne]': 'city-function' } } },
});
if (typeof typed.data !== 'object') throw new Error('a list is no object'); // as CSV it would be a text
check(typed.data.items.length > 0 && typed.data.items.every((item) => item.target.value! >= 70), 'conditions given as an object are not held');

const untyped = client.GET as unknown as (path: string, options: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>;
await make(async (call) => {
  const query = { ...call.query, ...(Object.keys(call.filter).length > 0 ? { filter: call.filter } : {}) };
  const { data, error, response } = await untyped(call.path, { params: { path: call.pathParameters, query }, ...(call.isText ? { parseAs: 'text' } : {}) });
  return { status: response.status, body: data ?? error };
});
