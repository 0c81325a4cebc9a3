/* Shows, while a date is typed, what it means in years: a sentence and a short line of time. */
const SVG = "http://www.w3.org/2000/svg";
const WAIT = 300;

function draw(line, meaning) {
  line.replaceChildren();
  const bounds = [meaning.earliest_begin, meaning.latest_begin, meaning.earliest_end, meaning.latest_end];
  line.toggleAttribute("hidden", bounds.some((year) => year === null));
  if (bounds.some((year) => year === null)) return;
  const span = Math.max(bounds[3] - bounds[0], 40);
  const from = bounds[0] - span * 0.6;
  const to = bounds[3] + span * 0.6;
  const at = (year) => Math.round(((year - from) / (to - from)) * 600);
  const add = (name, attributes, text) => {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (text !== undefined) node.textContent = text;
    line.append(node);
  };
  const stroke = (kind, first, last) => add("line", { class: kind, x1: at(first), x2: Math.max(at(last), at(first) + 2), y1: 12, y2: 12 });
  add("line", { class: "date-check__axis", x1: 0, x2: 600, y1: 12, y2: 12 });
  stroke("date-check__doubt", bounds[0], bounds[3]);
  if (bounds[1] <= bounds[2]) stroke("date-check__sure", bounds[1], bounds[2]);
  const words = (year) => (year <= 0 ? `${1 - year} BCE` : String(year));
  add("text", { x: at(bounds[0]), y: 30, "text-anchor": "end" }, words(bounds[0]));
  add("text", { x: at(bounds[3]), y: 30 }, words(bounds[3]));
}

export function attach(place) {
  const words = document.querySelector("#id_display_date");
  const edtf = document.querySelector("#id_edtf");
  const row = words?.closest(".form-row");
  if (!words || !edtf || !row || place.dataset.ready) return;
  place.dataset.ready = "";
  row.append(place);
  const said = place.querySelector(".date-check__words");
  const line = place.querySelector(".date-check__line");
  let timer;
  let asked = 0;
  const ask = async () => {
    const number = ++asked;
    if (!words.value.trim() && !edtf.value.trim()) {
      place.hidden = true;
      return;
    }
    const query = new URLSearchParams({ words: words.value, edtf: edtf.value });
    const answer = await fetch(`${place.dataset.dateCheck}?${query}`, { headers: { Accept: "application/json" } });
    if (number !== asked) return;
    const meaning = await answer.json();
    place.hidden = false;
    place.toggleAttribute("data-wrong", meaning.errors.length > 0);
    const parts = meaning.errors.length ? meaning.errors : [meaning.sentence, meaning.years, ...(meaning.notes ?? [])];
    said.textContent = [...new Set(parts.filter(Boolean))].join(" · ");
    draw(line, meaning);
  };
  for (const field of [words, edtf]) {
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
  }
  ask();
}
