/* One language at a time, for all walls; how much is not translated stands beside each. */
export function languages(bench) {
  const { place } = bench;
  const tabs = [...place.querySelectorAll("[data-language]")];
  const own = tabs.find((tab) => tab.dataset.language === document.documentElement.lang) ?? tabs[0];
  let chosen = own?.dataset.language ?? place.querySelector("[data-tongue]")?.dataset.tongue;

  function dress(part) {
    for (const one of part.querySelectorAll("[data-tongue]")) one.hidden = Boolean(chosen) && one.dataset.tongue !== chosen;
    for (const name of part.querySelectorAll("[data-tongue-name]")) name.hidden = tabs.length < 2;
  }

  function choose(tag) {
    const from = document.activeElement?.closest("[data-tongue]");
    chosen = tag;
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.language === tag));
    dress(place);
    from?.parentElement.querySelector(`[data-tongue="${CSS.escape(tag)}"] :is(input, textarea)`)?.focus();
  }

  /* Count what is written in another language and not in this one. */
  function mark() {
    const counts = new Map();
    for (const text of place.querySelectorAll("[data-text]")) {
      const fields = [...text.querySelectorAll("[data-tongue]")];
      const isWritten = (one) => Boolean(one.querySelector("input, textarea").value.trim());
      const some = fields.some(isWritten);
      for (const one of fields) {
        const isMissing = some && !isWritten(one);
        one.toggleAttribute("data-untranslated", isMissing);
        counts.set(one.dataset.tongue, (counts.get(one.dataset.tongue) ?? 0) + isMissing);
      }
    }
    for (const tab of tabs) {
      const count = tab.querySelector("[data-missing]");
      count.textContent = counts.get(tab.dataset.language) ?? 0;
      count.hidden = !counts.get(tab.dataset.language);
    }
  }

  for (const tab of tabs) {
    tab.setAttribute("aria-pressed", String(tab === own));
    tab.addEventListener("click", () => choose(tab.dataset.language));
  }
  return { dress, mark, choose };
}
