/* Before the first paint: the reader's own choice of light or dark, if there is one. Not a module, so that nothing flashes. */
try {
  const kept = localStorage.getItem("theme");
  if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
} catch {
  /* storage refused: the device decides */
}
