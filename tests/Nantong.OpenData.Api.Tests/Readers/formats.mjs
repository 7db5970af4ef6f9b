// Reads a file of ours with a program of others and prints what it found, as JSON.
// node formats.mjs bibtex|ris|jsonstat|turtle|jsonld|jsonfeed FILE
import { readFile } from 'node:fs/promises';

const [format, file] = process.argv.slice(2);
const text = await readFile(file, 'utf8');
const quad = ({ subject, predicate, object }) => [predicate.value, object.value, object.language ?? '', object.datatype?.value ?? '', subject.termType];

const readers = {
  async citations() {
    const { Cite } = await import('@citation-js/core');
    await import('@citation-js/plugin-bibtex');
    await import('@citation-js/plugin-ris');
    return new Cite(text).data.map(({ _graph, ...item }) => item);
  },
  async jsonstat() {
    const { default: JSONstat } = await import('jsonstat-toolkit');
    const set = JSONstat(JSON.parse(text));
    const rows = set.Dimension('indicator');
    return {
      label: set.label, source: set.source, note: set.note, extension: set.extension,
      ids: rows.id, labels: rows.id.map(id => rows.Category(id).label), units: rows.id.map(id => rows.Category(id).unit?.label ?? null),
      times: set.Dimension('time').id, roles: set.role,
      values: rows.id.flatMap(indicator => set.Dimension('time').id.map(time => set.Data({ indicator, time }).value)),
      status: rows.id.flatMap(indicator => set.Dimension('time').id.map(time => set.Data({ indicator, time }).status)),
    };
  },
  async turtle() {
    const { Parser } = await import('n3');
    return new Parser({ format: 'text/turtle' }).parse(text).map(quad);
  },
  async jsonld() {
    const { default: jsonld } = await import('jsonld');
    const { Parser } = await import('n3');
    return new Parser({ format: 'N-Quads' }).parse(await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads' })).map(quad);
  },
  async jsonfeed() {
    const { parseJsonFeed } = await import('feedsmith');
    return parseJsonFeed(text);
  },
};

console.log(JSON.stringify(await readers[format === 'bibtex' || format === 'ris' ? 'citations' : format]()));
