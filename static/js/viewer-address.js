/* Details of a picture as addresses say them: media fragments (#xywh=…) and IIIF Content State 1.0. Pure. */
const PIXELS = /^(?:pixel:)?(\d+(?:\.\d+)?),(\d+(?:\.\d+)?),(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/;

/** {x, y, width, height} of “10,20,300,400”; null for anything else, and for a detail of no size. */
export function regionOf(text) {
  const found = PIXELS.exec(text ?? "");
  if (!found) return null;
  const [x, y, width, height] = found.slice(1).map(Number);
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** What a fragment says: the detail, the view it is of, and whether a detail was named that cannot be read. */
export function fragmentOf(hash) {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const region = regionOf(words.get("xywh"));
  return { region, view: words.get("view") ?? "", isUnread: words.has("xywh") && !region };
}

export function fragment({ x, y, width, height }, view = "") {
  const sides = [x, y, width, height].map(Math.round).join(",");
  return `#xywh=${sides}${view ? `&view=${view}` : ""}`;
}

/** The part of `region` that lies in a picture of this size, in whole pixels; null if there is none. */
export function within(region, { width, height }) {
  const left = Math.max(0, Math.round(region.x));
  const top = Math.max(0, Math.round(region.y));
  const right = Math.min(width, Math.round(region.x + region.width));
  const bottom = Math.min(height, Math.round(region.y + region.height));
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

/** A Content State annotation as it is put into an address: encodeURIComponent, then base64url without padding. */
export function encoded(state) {
  const text = btoa(encodeURIComponent(JSON.stringify(state)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

export function stateOf(canvas, manifest, region) {
  const target = { id: canvas + fragment(region), type: "Canvas", partOf: [{ id: manifest, type: "Manifest" }] };
  return {
    "@context": "http://iiif.io/api/presentation/3/context.json",
    id: `${target.id}&state`,
    type: "Annotation",
    motivation: ["contentState"],
    target,
  };
}

/** {id, region} of what `iiif-content` points to, in any of its forms; null where it cannot be read. */
export function decoded(text) {
  const plain = (text ?? "").trim();
  if (/^https?:/.test(plain)) return targetOf(plain);
  try {
    return targetOf(JSON.parse(plain.startsWith("{") ? plain : unpacked(plain)));
  } catch {
    return null;
  }
}

function unpacked(text) {
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  try {
    return decodeURIComponent(bytes);
  } catch {
    /* some write UTF-8 without the percent signs */
    return new TextDecoder().decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)));
  }
}

function targetOf(thing) {
  if (Array.isArray(thing)) return targetOf(thing[0]);
  if (typeof thing === "string") {
    const [id, rest = ""] = thing.split("#");
    return { id, ...fragmentOf(rest) };
  }
  if (!thing || typeof thing !== "object") return null;
  if (thing.target) return targetOf(thing.target);
  if (thing.source) {
    const selectors = [thing.selector ?? []].flat();
    const said = selectors.map((one) => fragmentOf(String(one?.value ?? ""))).find((one) => one.region);
    return { ...targetOf(thing.source), ...(said ?? {}) };
  }
  return targetOf(thing.id ?? thing["@id"] ?? null);
}
