/* Finds behaviours by their data- attributes and loads only those that the page has; in what htmx brings, too. */
const behaviours = {
  theme: "[data-theme-choice]",
  copy: "[data-copy], [data-share]",
  browse: "[data-browse]",
  brush: "[data-brush]",
  suggest: "[data-suggest]",
  viewer: "[data-viewer]",
  compare: "[data-compare]",
  keep: "[data-kept]",
  collection: "[data-collection]",
  atlas: "[data-atlas]",
  studio: "[data-studio]",
  "studio-cover": "[data-cover]",
};
const attached = new WeakMap();

function find(part) {
  for (const [name, selector] of Object.entries(behaviours)) {
    const places = [...part.querySelectorAll(selector)].filter((place) => !attached.get(place)?.has(name));
    if (!places.length) continue;
    for (const place of places) attached.set(place, (attached.get(place) ?? new Set()).add(name));
    import(new URL(`./${name}.js`, import.meta.url).href).then(({ attach }) => places.forEach((place) => attach(place)));
  }
}

find(document);
document.addEventListener("htmx:afterSettle", () => find(document));
