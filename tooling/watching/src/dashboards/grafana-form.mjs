const columns = 24;
const panelsInRow = 3;
const panelHeight = 8;
const datasource = { type: "prometheus", uid: "quickfire-prometheus" };

/**
 * A dashboard as Grafana reads it from a file.
 *
 * @param {import("./panels.mjs").Dashboard} dashboard
 */
export function toGrafana({ name, title, description, rows }) {
  let y = 0;
  let id = 0;
  const panels = rows.flatMap((row) => {
    const heading = { id: (id += 1), type: "row", title: row.title, collapsed: false, gridPos: { x: 0, y, w: columns, h: 1 }, panels: [] };
    y += 1;
    const below = row.panels.map((panel, index) => {
      const place = placeOf(index, row.panels.length, y);
      return panelOf(panel, { id: (id += 1), gridPos: place });
    });
    y += panelHeight * Math.ceil(row.panels.length / panelsInRow);
    return [heading, ...below];
  });
  return {
    uid: `quickfire-${name}`, title: `Quickfire: ${title}`, description, tags: ["quickfire"], editable: false, graphTooltip: 1, refresh: "10s", schemaVersion: 39,
    time: { from: "now-1h", to: "now" }, timezone: "browser", version: 1,
    links: [{ type: "dashboards", title: "Quickfire", tags: ["quickfire"], asDropdown: true, includeVars: false, keepTime: true }],
    panels,
  };
}

/**
 * Three in a row; the last row is filled.
 *
 * @param {number} index
 * @param {number} count
 * @param {number} top
 */
function placeOf(index, count, top) {
  const line = Math.floor(index / panelsInRow);
  const inLine = Math.min(panelsInRow, count - line * panelsInRow);
  const w = columns / inLine;
  return { x: (index % panelsInRow) * w, y: top + line * panelHeight, w, h: panelHeight };
}

/**
 * @param {import("./panels.mjs").Panel} panel
 * @param {{ id: number, gridPos: { x: number, y: number, w: number, h: number } }} place
 */
function panelOf({ title, description, unit, queries, limit, kind = "timeseries" }, { id, gridPos }) {
  const steps = [{ color: "green", value: null }, ...(limit === undefined ? [] : [{ color: "red", value: limit }])];
  const custom = kind === "timeseries" ? { custom: { fillOpacity: 8, lineWidth: 1, showPoints: "never", spanNulls: true, thresholdsStyle: { mode: limit === undefined ? "off" : "line" } } } : {};
  const options = kind === "timeseries"
    ? { legend: { displayMode: "table", placement: "bottom", calcs: ["lastNotNull", "max"] }, tooltip: { mode: "multi", sort: "desc" } }
    : { reduceOptions: { calcs: ["lastNotNull"], fields: "", values: false }, colorMode: "value", graphMode: "area", textMode: "auto" };
  return {
    id, type: kind, title, description, datasource, gridPos, options,
    fieldConfig: { defaults: { unit, min: 0, thresholds: { mode: "absolute", steps }, ...custom }, overrides: [] },
    targets: queries.map(({ expr, legend }, index) => ({ refId: String.fromCharCode(65 + index), datasource, expr, legendFormat: legend, range: true })),
  };
}
