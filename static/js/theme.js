/* Light, dark, or as the device says: kept in localStorage, read before the first paint by theme_kept.js. */
export function attach(place) {
  const buttons = [...place.querySelectorAll("[data-theme-set]")];
  const show = (theme) => {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.themeSet === theme));
  };
  show(document.documentElement.dataset.theme ?? "");
  place.hidden = false;
  place.addEventListener("click", (event) => {
    const button = event.target.closest("[data-theme-set]");
    if (!button) return;
    const theme = button.dataset.themeSet;
    try {
      if (theme) localStorage.setItem("theme", theme);
      else localStorage.removeItem("theme");
    } catch {
      /* storage refused: the choice lasts for this page */
    }
    show(theme);
  });
}
