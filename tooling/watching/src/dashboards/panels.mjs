/**
 * What a panel shows, without a word of Grafana's own form.
 * @typedef {object} Query
 * @property {string} expr
 * @property {string} legend
 * @property {boolean} [quiet] has no series while nothing of its kind has happened: errors, mostly
 *
 * @typedef {object} Panel
 * @property {string} title
 * @property {string} description
 * @property {string} unit in Grafana's names: s, bytes, ops, percentunit …
 * @property {Query[]} queries
 * @property {number} [limit] a promise, drawn as a line
 * @property {"timeseries" | "stat"} [kind]
 *
 * @typedef {object} Row
 * @property {string} title
 * @property {Panel[]} panels
 *
 * @typedef {object} Dashboard
 * @property {string} name of the file, and in addresses
 * @property {string} title
 * @property {string} description
 * @property {Row[]} rows
 */

/** What Grafana puts in place of this is long enough for a rate, whatever the zoom. */
export const rateWindow = "$__rate_interval";

/**
 * The time that a share of a histogram's observations stays within.
 *
 * @param {number} share
 * @param {string} metric without its `_bucket`
 * @param {{ where?: string, by?: string }} [options]
 */
export function quantile(share, metric, { where = "", by = "" } = {}) {
  return `histogram_quantile(${share}, sum by (${["le", by].filter(Boolean).join(", ")}) (rate(${metric}_bucket${where && `{${where}}`}[${rateWindow}])))`;
}

/**
 * Half, nearly all, and all but the unluckiest.
 *
 * @param {string} metric
 * @param {string} [where]
 * @returns {Query[]}
 */
export function quantiles(metric, where) {
  return [0.5, 0.95, 0.99].map((share) => ({ expr: quantile(share, metric, { where }), legend: `p${share * 100}` }));
}

/**
 * How often something happens in a second, all processes together.
 *
 * @param {string} counter
 * @param {{ where?: string, by?: string }} [options]
 */
export function perSecond(counter, { where = "", by = "" } = {}) {
  return `sum${by && ` by (${by})`} (rate(${counter}${where && `{${where}}`}[${rateWindow}]))`;
}
