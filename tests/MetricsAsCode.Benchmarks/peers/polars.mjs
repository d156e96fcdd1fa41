// Polars: a frame in memory, 2 threads (POLARS_MAX_THREADS). Each form runs on the in-memory engine and on the streaming one.
import { clocked, cold, load, options, report } from "./lib.mjs";
import * as forms from "./polars-forms.mjs";
import { scorecard } from "./polars-scorecard.mjs";

const pl = load("nodejs-polars").default;
const columns = forms.columnsOf(options.cases);
const frame = () => forms.read(pl, options.data, columns);

const both = (data, build) => Object.fromEntries(Object.entries(build(pl)).flatMap(([name, form]) => [[name, () => form(data, {})], [`${name}, streaming`, () => form(data, { streaming: true })]]));

const of = data => ({
  a: both(data, forms.filteredSum),
  b: both(data, forms.distinctByMonth),
  c: both(data, forms.twelve),
  d: both(data, forms.churn),
  e: both(data, forms.percentiles),
  f: both(data, forms.funnel),
  g: both(data, forms.retained),
  h: both(data, scorecard),
});

if (options.mode === "csv") {
  // One pass needs no frame: the file is scanned by the streaming engine.
  const once = { lazy: () => forms.scan(pl, options.data, columns) };
  await cold({ c: () => forms.twelve(pl).cells(once, { streaming: true }), h: async () => scorecard(pl).cells(await frame(), {}) });
} else {
  const { ms, result } = await clocked(frame);
  console.error(`Polars read in ${ms.toFixed(0)} ms`);
  await report("Polars", pl.version, ms, of(result));
}
