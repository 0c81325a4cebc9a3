/* A photograph in the admin, looked at closely: a dialog with its tiles, opened by any button with data-zoom. */
import { load } from "./viewer-engine.js";

export function attach(dialog) {
  const place = dialog.querySelector("[data-place]");
  let viewer;
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-zoom]");
    if (!button) return;
    dialog.showModal();
    const [OpenSeadragon, answer] = await Promise.all([load(dialog.dataset.engine), fetch(button.dataset.info)]);
    // Its own words name the public address; here the tiles come from wherever this page does.
    const id = new URL(button.dataset.info.replace(/\/info\.json$/, ""), location.href).href;
    const tileSources = { ...(await answer.json()), id };
    viewer?.destroy();
    viewer = OpenSeadragon({ element: place, tileSources, showNavigationControl: false, drawer: "canvas", maxZoomPixelRatio: 2, visibilityRatio: 1 });
    viewer.addOnceHandler("tile-drawn", () => { dialog.dataset.open = button.dataset.zoom; });
    viewer.canvas.focus();
  });
  dialog.addEventListener("close", () => {
    viewer?.destroy();
    viewer = undefined;
    delete dialog.dataset.open;
  });
}
