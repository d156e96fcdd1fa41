// ClickHouse, embedded: tables of the Memory engine, 2 threads.
import { clocked, cold, load, monthly, options, report, together, yearly, grouped } from "./lib.mjs";
import * as sql from "./clickhouse-queries.mjs";

const { Session } = load("chdb");
const session = new Session();
const SETTINGS = "SETTINGS max_threads = 2, output_format_json_quote_64bit_integers = 0, output_format_json_quote_denormals = 0";
const run = text => session.query(text, "Null");
const rows = text => JSON.parse(session.query(`${text}\n${SETTINGS}`, "JSON")).data;

// Only what the cases of this process read.
const columns = sql.columnsOf(options.cases);
const table = () => {
  run(`CREATE TABLE orders (${columns.map(c => `${c} ${sql.types[c]}`).join(", ")}) ENGINE = Memory`);
  run(`INSERT INTO orders SELECT ${columns.map(c => `${sql.values[c]} AS ${c}`).join(", ")} FROM (${sql.file(options.data, columns)}) SETTINGS max_threads = 2, max_insert_threads = 2, date_time_input_format = 'best_effort'`);
};

const scorecard = parts => () => together(parts.map(([shape, text, dimension]) => shape(rows(text), dimension)));
const forms = (shape, texts) => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, () => shape(rows(text))]));

const cases = {
  a: forms(yearly, sql.filteredSum),
  b: forms(monthly, sql.distinctByMonth),
  c: forms(monthly, sql.twelve),
  d: forms(monthly, sql.churn),
  e: forms(monthly, sql.percentiles),
  f: forms(yearly, sql.funnel),
  g: forms(monthly, sql.retained),
  h: Object.fromEntries(Object.entries(sql.scorecard).map(([name, queries]) => [name, scorecard(queries.map(([kind, text, dimension]) => [{ monthly, grouped }[kind], text, dimension]))])),
};

if (options.mode === "csv") {
  // One pass needs no table.
  const once = `(SELECT ${columns.map(c => `${sql.values[c]} AS ${c}`).join(", ")} FROM (${sql.file(options.data, columns)}))`;
  await cold({ c: () => monthly(rows(sql.fromFile(once))), h: () => (table(), Object.values(cases.h)[0]()) });
} else {
  const { ms } = await clocked(table);
  console.error(`ClickHouse read in ${ms.toFixed(0)} ms`);
  await report("ClickHouse", rows("SELECT version() AS v")[0].v, ms, cases);
}
