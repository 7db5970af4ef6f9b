// Compares the catalogue in both syntaxes, as the statements that a third-party reader takes from them.
// node catalogue.mjs ORIGIN prints how many statements each makes, and "same" when they are the same.
import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';

const origin = process.argv[2];
const canonical = { algorithm: 'URDNA2015', format: 'application/n-quads' };
const fromJson = await jsonld.canonize(await (await fetch(`${origin}/v1/catalog.jsonld`)).json(), canonical);

const writer = new Writer({ format: 'N-Quads' });
writer.addQuads(new Parser().parse(await (await fetch(`${origin}/v1/catalog.ttl`)).text()));
const quads = await new Promise((resolve, reject) => writer.end((error, text) => error ? reject(error) : resolve(text)));
const fromTurtle = await jsonld.canonize(quads, { ...canonical, inputFormat: 'application/n-quads' });

console.log(fromJson.trim().split('\n').length, fromTurtle.trim().split('\n').length, fromJson === fromTurtle ? 'same' : 'different');
