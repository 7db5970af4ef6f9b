// Azurite finds a row by reading its whole partition, answers a query by reading the whole table, and finds a blob by reading all blobs of the
// account, although its tables are indexed by both keys and its blobs by their names. With 200,000 rows that is minutes for a publish and a tenth of
// a second for a page, with the files of 400 releases five seconds for the next one, where Azure's service goes by keys. For benchmarks, this makes
// it ask its indexes first, and changes nothing about what is found: a row is looked for by its row key before its partition key, a blob by its name
// before its account, and a query for one partition begins with the rows of that partition. Once it has started it does not look for bytes that no
// blob has any more: every ten minutes, with the files of 300 releases, it would answer nobody for longer than clients wait.
//
//   node --require ./azurite-keys.cjs node_modules/azurite/dist/src/azurite.js
//
// Read in Azurite 3.35.0: LokiTableMetadataStore, LokiBlobMetadataStore and BlobGCManager, and Resultset.find of lokijs.
'use strict'
const { Collection } = require('lokijs')
const blobs = require('azurite/dist/src/blob/utils/constants')
const { default: TableStore } = require('azurite/dist/src/table/persistence/LokiTableMetadataStore')

blobs.DEFAULT_GC_INTERVAL_MS = 24 * 60 * 60 * 1000

const { findOne } = Collection.prototype
Collection.prototype.findOne = function (query) {
  const first = ['RowKey', 'name'].find((key) => query && key in query)
  return findOne.call(this, first ? { [first]: query[first], ...query } : query) // conditions are asked in the order of names
}

const { queryTableEntities } = TableStore.prototype
TableStore.prototype.queryTableEntities = function (context, account, table, options, ...next) {
  const partition = partitionOf(options.filter)
  const store = partition === undefined ? this : Object.create(this, { getEntityCollection: { value: (...where) => rowsOf(this.getEntityCollection(...where), partition) } })
  return queryTableEntities.call(store, context, account, table, options, ...next)
}

function rowsOf(collection, partition) {
  return { chain: () => collection.chain().find({ PartitionKey: partition }) }
}

// The partition that every row must be of: the filter begins with it, and joins all else to it by "and".
function partitionOf(filter) {
  const [, partition] = /^PartitionKey eq '((?:[^']|'')*)'(?= and |$)/.exec(filter ?? '') ?? []
  const words = filter?.replace(/'(?:[^']|'')*'/g, "''") ?? ''
  return /\b(or|not)\b/i.test(words) ? undefined : partition?.replaceAll("''", "'")
}
