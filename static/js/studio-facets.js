/* The facets of the picker: those of the page of artworks, with the counts that the search gives. */
const MOST = 12;

export function facets(place, changed) {
  const names = JSON.parse(place.dataset.names);
  const chosen = new Map(); // facet → Set of values

  function show(told) {
    const open = new Set([...place.querySelectorAll("details[open]")].map((one) => one.dataset.facet));
    const focus = document.activeElement?.closest?.("[data-facet]") ? document.activeElement.value : null;
    place.replaceChildren(...Object.entries(names).filter(([name]) => told[name]?.length).map(([name, label]) => facet(name, label, told[name], open)));
    if (focus) place.querySelector(`input[value="${CSS.escape(focus)}"]`)?.focus();
  }

  function facet(name, label, values, open) {
    const own = chosen.get(name) ?? new Set();
    const part = document.createElement("details");
    part.dataset.facet = name;
    part.className = "facet";
    part.open = open.has(name) || own.size > 0;
    const summary = Object.assign(document.createElement("summary"), { className: "facet__label", textContent: label });
    const list = document.createElement("div");
    const isLong = values.length > MOST;
    const first = values.filter((value, at) => at < MOST || own.has(value.value));
    list.append(...first.map((value) => option(name, value, own)));
    if (isLong) {
      const rest = Object.assign(document.createElement("button"), { type: "button", className: "textbutton", textContent: `+ ${values.length - first.length}` });
      rest.addEventListener("click", () => list.replaceChildren(...values.map((value) => option(name, value, own))));
      list.append(rest);
    }
    part.append(summary, list);
    return part;
  }

  function option(name, value, own) {
    const label = Object.assign(document.createElement("label"), { className: "facet__value" });
    const box = Object.assign(document.createElement("input"), { type: "checkbox", value: value.value, checked: own.has(value.value) });
    const words = Object.assign(document.createElement("span"), { className: "facet__word", textContent: value.label });
    const count = Object.assign(document.createElement("span"), { className: "facet__count", textContent: value.count });
    box.addEventListener("change", () => {
      if (box.checked) own.add(value.value);
      else own.delete(value.value);
      chosen.set(name, own);
      changed();
    });
    label.append(box, words, count);
    return label;
  }

  const query = () => new URLSearchParams([...chosen].flatMap(([name, values]) => [...values].map((value) => [name, value])));
  return { show, query };
}
