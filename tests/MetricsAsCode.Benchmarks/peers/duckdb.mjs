// DuckDB, embedded: a table in memory, 2 threads.
import { clocked, cold, grouped, load, monthly, options, report, together, yearly } from "./lib.mjs";
import * as sql from "./duckdb-queries.mjs";

const { DuckDBInstance, version } = load("@duckdb/node-api");
const instance = await DuckDBInstance.create(":memory:", { threads: "2", preserve_insertion_order: "false" });
const connection = await instance.connect();
const rows = async text => (await connection.runAndReadAll(text)).getRowObjectsJson();

const columns = sql.columnsOf(options.cases);
const table = async () => {
  for (const type of sql.enums) await connection.run(type);
  await connection.run(`CREATE TABLE orders AS SELECT ${columns.map(c => `${sql.values[c]} AS ${c}`).join(", ")} FROM ${sql.file(options.data)}`);
};

const scorecard = parts => async () => {
  const shapes = { monthly, grouped };
  const results = [];
  for (const [shape, text, dimension] of parts) results.push(shapes[shape](await rows(text), dimension));
  return together(results);
};
const forms = (shape, texts) => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, async () => shape(await rows(text))]));

const cases = {
  a: forms(yearly, sql.filteredSum),
  b: forms(monthly, sql.distinctByMonth),
  c: forms(monthly, sql.twelve),
  d: forms(monthly, sql.churn),
  e: forms(monthly, sql.percentiles),
  f: forms(yearly, sql.funnel),
  g: forms(monthly, sql.retained),
  h: Object.fromEntries(Object.entries(sql.scorecard).map(([name, parts]) => [name, scorecard(parts)])),
};

if (options.mode === "csv") {
  // One pass needs no table.
  const once = `(SELECT ${columns.map(c => `${sql.values[c]} AS ${c}`).join(", ")} FROM ${sql.file(options.data)})`;
  const types = async () => { for (const type of sql.enums) await connection.run(type); };
  await cold({ c: async () => (await types(), monthly(await rows(sql.fromFile(once)))), h: async () => (await table(), Object.values(cases.h)[0]()) });
} else {
  const { ms } = await clocked(table);
  console.error(`DuckDB read in ${ms.toFixed(0)} ms`);
  await report("DuckDB", version(), ms, cases);
}
