// Asks the server with the official TypeScript SDK: every tool, every listed resource, and mistakes. Prints what came as JSON.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [address, calls] = [process.argv[2], JSON.parse(process.argv[3])];
const client = new Client({ name: 'test', version: '1.0.0' });
const transport = new StreamableHTTPClientTransport(new URL(address));
await client.connect(transport);

const { tools } = await client.listTools(); // from here on the client checks every result against the tool's schema
const { resources } = await client.listResources();
const { resourceTemplates } = await client.listResourceTemplates();

const results = [];
for (const { tool, arguments: sent } of calls) results.push(await client.callTool({ name: tool, arguments: sent }));
const contents = [];
for (const { uri } of resources) contents.push((await client.readResource({ uri })).contents[0]);

async function codeOf(promise) {
  try { await promise; return null; } catch (error) { return error.code; }
}

console.log(JSON.stringify({
  server: client.getServerVersion().name,
  protocol: transport.protocolVersion,
  tools: tools.map(tool => tool.name),
  templates: resourceTemplates.map(template => template.uriTemplate),
  results,
  contents: contents.map(one => ({ uri: one.uri, length: (one.text ?? one.blob).length })),
  unknownTool: await codeOf(client.callTool({ name: 'drop_tables', arguments: {} })),
  unknownResource: await codeOf(client.readResource({ uri: `${address}/nothing` })),
  mistake: await client.callTool({ name: 'search', arguments: { q: 7, colour: 'red' } }),
}));
await client.close();
