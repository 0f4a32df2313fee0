import { create } from "qrcode";
import { useMemo } from "react";

const quietZone = 4;

/** A link for phones, as one path: dark on light in both themes, or scanners would not see it. */
export function QrCode({ url, label, className }: { url: string; label: string; className?: string }) {
  const { size, path } = useMemo(() => drawModules(url), [url]);
  const extent = size + 2 * quietZone;
  return (
    <svg className={className} viewBox={`0 0 ${extent} ${extent}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={extent} height={extent} fill="#f3f7f0" />
      <path d={path} fill="#06211c" />
    </svg>
  );
}

function drawModules(url: string): { size: number; path: string } {
  const { modules } = create(url, { errorCorrectionLevel: "M" });
  const rows = Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => (modules.get(row, column) ? `M${column + quietZone} ${row + quietZone}h1v1h-1z` : "")).join(""),
  );
  return { size: modules.size, path: rows.join("") };
}
