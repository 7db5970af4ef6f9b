// Azurite finds a row by reading its whole partition, answers a query by reading the whole table, and finds a blob by reading all blobs of the
// account, although its tables are indexed by both keys and its blobs by their names. With 200,000 rows that is minutes for a publish and a tenth of
// a second for a page, with the files of 400 releases five seconds for the next one, where Azure's service goes by keys. For benchmarks, this makes
// it ask its indexes first, and changes nothing about what is found: a row is looked for by its row key before its partition key, a blob by its name
// before its account, and a query for one partition begins with the rows of that partition, or with those of its range of row keys where they are
// fewer. Once it has started it does not look for bytes that no blob has any more: every ten minutes, with the files of 300 releases, it would answer
// nobody for longer than clients wait.
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
  const keys = keysOf(options.filter)
  const store = keys === undefined ? this : Object.create(this, { getEntityCollection: { value: (...where) => rowsOf(this.getEntityCollection(...where), keys) } })
  return queryTableEntities.call(store, context, account, table, options, ...next)
}

function rowsOf(collection, { partition, range }) {
  const found = (query) => collection.chain().find(query)
  return {
    chain() {
      const inPartition = found({ PartitionKey: partition })
      const inRange = range ? found({ RowKey: range }) : inPartition
      return inRange.count() < inPartition.count() ? inRange.find({ PartitionKey: partition }) : inPartition
    }
  }
}

// The partition that every row must be of, and the range that its row key must be in, where the filter begins with them and joins all else to them by
// "and". A range is taken only where it begins with a small letter: what looks like a number, the index orders as one.
function keysOf(filter) {
  const words = filter?.replace(/'(?:[^']|'')*'/g, "''") ?? ''
  const text = "'((?:[^']|'')*)'"
  const found = new RegExp(`^PartitionKey eq ${text}(?: and RowKey ge ${text}(?: and RowKey lt ${text})?)?(?= and |$)`).exec(filter ?? '')
  if (!found || /\b(or|not)\b/i.test(words)) return undefined
  const [partition, from, before] = found.slice(1).map((part) => part?.replaceAll("''", "'"))
  if (!/^[a-z]/.test(from ?? '')) return { partition }
  return { partition, range: before === undefined ? { $gte: from } : { $between: [from, before] } }
}
