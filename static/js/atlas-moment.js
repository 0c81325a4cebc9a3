/* What stands under the map follows its century: works, table and the years of the form come from the page's own address. */
const WAIT = 180; // milliseconds, so that a slider that is drawn along asks once

export function moments(figure, addressOf, wordsOf) {
  const places = [...document.querySelectorAll("[data-moment]")];
  const form = document.querySelector("form:has([name=from_year])");
  const kept = new Map();
  let wanted = 0;
  let timer;
  let settled = "";

  function prepare(number) {
    const address = addressOf(number).href;
    if (places.length && !kept.has(address))
      kept.set(address, fetch(address, { headers: { "HX-Request": "true" } }).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer))));
    return kept.get(address);
  }

  /* While it plays only the works change; the table follows when it stops. */
  function put(words, by) {
    const part = document.createRange().createContextualFragment(words);
    for (const place of places.filter(({ dataset }) => by !== "play" || dataset.moment === "works")) place.replaceChildren(...part.querySelector(`[data-moment=${place.dataset.moment}]`).childNodes);
  }

  async function fill(number, by) {
    if (by !== "play") for (const place of places) place.toggleAttribute("data-waiting", true);
    try {
      const words = await prepare(number);
      if (wanted === number) put(words, by);
    } catch {
      kept.delete(addressOf(number).href); // the next look asks again
    }
    if (wanted === number) for (const place of places) place.removeAttribute("data-waiting");
  }

  function settle() {
    if (!places.length || !settled) return;
    fill(wanted, "hand");
    history.replaceState(history.state, "", settled);
    const words = wordsOf(wanted);
    for (const [side, name] of ["from_year", "to_year"].entries()) if (form?.elements[name] && words) form.elements[name].value = words[side];
  }

  function show(number, by) {
    wanted = number;
    settled = addressOf(number);
    if (!places.length || by === "given") return;
    clearTimeout(timer);
    if (by === "play") return void fill(number, by);
    timer = setTimeout(settle, WAIT);
  }

  /* A row of the table lights its arc on the map. */
  const light = (row) => {
    for (const arc of figure.querySelectorAll("[data-lit]")) arc.removeAttribute("data-lit");
    figure.toggleAttribute("data-dim", Boolean(row));
    if (row) figure.querySelector(`[data-e="${CSS.escape(row.dataset.pair).replaceAll("\\ ", " ")}"]`)?.setAttribute("data-lit", "");
  };
  for (const place of places) {
    for (const happening of ["focusin", "pointerover"]) place.addEventListener(happening, ({ target }) => light(target.closest("[data-pair]")));
    for (const happening of ["focusout", "pointerleave"]) place.addEventListener(happening, () => light(null));
  }

  return { show, prepare, settle };
}
