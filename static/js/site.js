/* Finds behaviours by their data- attributes and loads only those that the page has. */
const behaviours = {
  theme: "[data-theme-choice]",
  copy: "[data-copy], [data-share]",
  facets: "[data-facets]",
  suggest: "[data-suggest]",
  viewer: "[data-viewer]",
  compare: "[data-compare]",
  keep: "[data-kept]",
  collection: "[data-collection]",
};

for (const [name, selector] of Object.entries(behaviours)) {
  const places = document.querySelectorAll(selector);
  if (places.length) {
    import(new URL(`./${name}.js`, import.meta.url).href).then(({ attach }) => places.forEach((place) => attach(place)));
  }
}
