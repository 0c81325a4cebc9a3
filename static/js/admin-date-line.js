/* A date as a short line of time: what is sure is thick, what may be is dashed. */
const SVG = "http://www.w3.org/2000/svg";

export function draw(line, meaning) {
  line.replaceChildren();
  const bounds = [meaning.earliest_begin, meaning.latest_begin, meaning.earliest_end, meaning.latest_end];
  const isOpen = bounds.some((year) => year === null || year === undefined);
  line.toggleAttribute("hidden", isOpen);
  if (isOpen) return;
  const span = Math.max(bounds[3] - bounds[0], 40);
  const from = bounds[0] - span * 0.6;
  const to = bounds[3] + span * 0.6;
  const at = (year, plus = 0) => `${(((year - from) / (to - from)) * 100 + plus).toFixed(2)}%`; // per cent: words keep their size
  const add = (name, attributes, text) => {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (text !== undefined) node.textContent = text;
    line.append(node);
  };
  const stroke = (kind, first, last) => add("line", { class: kind, x1: at(first), x2: first === last ? at(first, 0.4) : at(last), y1: 12, y2: 12 });
  add("line", { class: "date-check__axis", x1: 0, x2: "100%", y1: 12, y2: 12 });
  stroke("date-check__doubt", bounds[0], bounds[3]);
  if (bounds[1] <= bounds[2]) stroke("date-check__sure", bounds[1], bounds[2]);
  const words = (year) => (year <= 0 ? `${1 - year} BCE` : String(year));
  add("text", { x: at(bounds[0]), y: 30, "text-anchor": "end" }, words(bounds[0]));
  if (bounds[3] !== bounds[0]) add("text", { x: at(bounds[3]), y: 30 }, words(bounds[3]));
}
