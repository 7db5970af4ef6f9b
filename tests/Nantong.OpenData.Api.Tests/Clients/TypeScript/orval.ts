import { base, check, make } from './calls.ts';
import * as api from './obj/orval.ts';

// Its client asks for paths, as a page of the same origin would.
const asked = globalThis.fetch;
globalThis.fetch = (path, options) => asked(base + String(path), options);

const typed = await api.listIndicators('urbanization-14fyp', { limit: 3, filter: 'target.value[gte]=70' });
if (typed.status !== 200 || typeof typed.data !== 'object') throw new Error('a list is no object'); // as CSV it would be a text
check(typed.data.items.length > 0 && typed.data.items.every((item) => item.target.value! >= 70), 'conditions given as one text are not held');

const operations = api as unknown as Record<string, (...values: unknown[]) => Promise<{ status: number; data: unknown }>>;
await make(async (call) => {
  const filter = Object.entries(call.filter).map(([name, value]) => `${name}=${value}`).join('&');
  const { status, data } = await operations[call.operation](...Object.values(call.pathParameters), { ...call.query, ...(filter === '' ? {} : { filter }) });
  return { status, body: data };
});
