// What the scripts of all peers share: arguments, loading of packages, measuring of forms, and the report that each prints.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";

/** Loads a package from METRICS_PEERS, or from beside the scripts. */
export const load = createRequire(process.env.METRICS_PEERS ? `${process.env.METRICS_PEERS}/package.json` : import.meta.url);

/** `--data FILE --mode memory|csv --cases a,b --repeats 7` */
export const options = {
  data: argument("--data"),
  mode: argument("--mode") ?? "memory",
  repeats: Number(argument("--repeats") ?? 7),
  cases: (argument("--cases") ?? "a,b,c,d,e,f,g,h").split(","),
};

function argument(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const number = value => (value === null || value === undefined || Number.isNaN(Number(value)) || !Number.isFinite(Number(value)) ? null : Number(value));

/** Rows with a column `month` and a column for each metric, as flat results. */
export function monthly(rows) {
  const flat = {};
  for (const { month, ...metrics } of rows) {
    for (const [name, value] of Object.entries(metrics)) flat[`${name}|2025-${String(month).padStart(2, "0")}|`] = number(value);
  }
  return flat;
}

/** One row with a column for each metric, for the year. */
export function yearly([row]) {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [`${name}|2025|`, number(value)]));
}

/** Rows with a column of groups and a column for each metric, for the last month. */
export function grouped(rows, dimension) {
  const flat = {};
  for (const { [dimension]: group, ...metrics } of rows) {
    for (const [name, value] of Object.entries(metrics)) flat[`${name} by ${dimension}|2025-12|${group}`] = number(value);
  }
  return flat;
}

/** Parts of a scorecard as one. */
export const together = async parts => Object.assign({}, ...(await Promise.all(parts)));

export async function clocked(run) {
  const start = performance.now();
  const result = await run();
  return { ms: performance.now() - start, result };
}

/**
 * Measures the forms of a case: each runs three times, the better of the last two says how fast it is; the fastest is measured as often as is asked for.
 * A form that fails is told and left out.
 */
export async function measure(forms) {
  const tried = {}, failed = {};
  for (const [name, run] of Object.entries(forms)) {
    try {
      await run();
      tried[name] = Math.min((await clocked(run)).ms, (await clocked(run)).ms);
    } catch (error) {
      failed[name] = String(error.message ?? error).slice(0, 300);
      console.error(`  ${name}: ${failed[name]}`);
    }
  }
  const form = Object.keys(tried).sort((a, b) => tried[a] - tried[b])[0];
  if (form === undefined) return { form: null, times: null, forms: null, result: null, error: JSON.stringify(failed) };
  const times = [];
  let result;
  for (let i = 0; i < options.repeats; i++) {
    const run = await clocked(forms[form]);
    times.push(run.ms);
    result = run.result;
  }
  return { form, times, forms: tried, result, error: null };
}

const peakMb = () => (Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) * 1024) / 1e6;

/** Measures the cases that are asked for and prints the report. */
export async function report(engine, version, loadMs, cases) {
  const reports = {};
  for (const letter of options.cases) {
    if (!cases[letter]) continue;
    reports[letter] = await measure(cases[letter]);
    const { times, forms } = reports[letter];
    console.error(`${engine} ${letter}: ${times ? times.toSorted((a, b) => a - b)[times.length >> 1].toFixed(1) : "-"} ms  ${JSON.stringify(forms)}  peak ${peakMb().toFixed(0)} MB`);
  }
  console.log(JSON.stringify({ engine, version, loadMs, peakMb: peakMb(), cases: reports }));
  process.exit(0);
}

/** From the file to the printed result: what a whole process does. */
export async function cold(cases) {
  for (const letter of options.cases) console.log(JSON.stringify(await cases[letter]()));
  process.exit(0);
}
