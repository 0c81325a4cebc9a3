/* Works side by side: each in a viewer of its own, moved together or freely, at the same real scale on request. What is
   chosen stands in the query of the address, what is seen of each picture in its fragment. */
import { regionOf, within } from "./viewer-address.js";
import { build, isStill, load, viewOf, yieldToPage } from "./viewer-engine.js";
import { drawRule, pixelsPerCm } from "./viewer-scale.js";

export async function attach(room) {
  const cells = [...room.querySelectorAll("[data-compared]")].map((element) => ({ element, view: viewOf(element) }));
  const tools = room.querySelector("[data-tools]");
  const button = (deed) => tools.querySelector(`[data-do="${deed}"]`);
  const is = (deed) => button(deed).getAttribute("aria-pressed") === "true";
  const tell = (words) => { room.querySelector("[data-said]").textContent = words; };
  const say = (words) => tell(room.dataset[`say${words}`]);
  if (!cells.length) return;
  let library;
  try {
    library = await load(room.dataset.engine);
  } catch {
    return say("Failed");
  }
  let leader = null; // the cell that a hand is on; the others follow

  const open = cells.map((cell) => new Promise((done) => begin(cell, done)));
  tools.hidden = false;
  await Promise.all(open);
  if (is("real")) toScale(true);
  look();

  function begin(cell, done) {
    const part = (name) => cell.element.querySelector(`[data-${name}]`);
    part("canvas").hidden = false;
    const viewer = build(library, part("canvas"), cell.view, cell.view.alt);
    cell.viewer = viewer;
    viewer.addOnceHandler("tile-drawn", () => { part("stage").dataset.open = ""; });
    viewer.addOnceHandler("open", () => {
      viewer.viewport.setMargins({ left: 16, top: 16, right: 16, bottom: 16 });
      viewer.viewport.goHome(true);
      remember(cell);
      done();
    });
    viewer.addOnceHandler("open-failed", done);
    for (const sign of ["canvas-press", "canvas-scroll", "canvas-pinch"]) viewer.addHandler(sign, () => { leader = cell; });
    viewer.addHandler("update-viewport", () => {
      if (leader === cell && is("linked")) lead(cell);
      drawRule(part, viewer, cell.view);
    });
    viewer.addHandler("animation-finish", () => { if (leader === cell || !leader) keep(); });
    yieldToPage(viewer, cell.element);
  }

  const inner = ({ viewer }) => viewer.viewport._containerInnerSize.x;

  function remember(cell) {
    cell.zoom = cell.viewer.viewport.getZoom(true);
    cell.centre = cell.viewer.viewport.getCenter(true);
  }

  /* What was done to one picture is done to the others: the same factor, the same way on the screen. */
  function lead(cell) {
    const { viewport } = cell.viewer;
    const factor = viewport.getZoom(true) / cell.zoom;
    const way = viewport.getCenter(true).minus(cell.centre).times(viewport.getZoom(true) * inner(cell));
    remember(cell);
    for (const other of cells) {
      if (other === cell || !other.viewer.viewport || (factor === 1 && !way.x && !way.y)) continue;
      const its = other.viewer.viewport;
      its.zoomTo(its.getZoom() * factor, null, true);
      its.panBy(way.divide(its.getZoom() * inner(other)), true);
      remember(other);
    }
  }

  function toScale(isReal) {
    const ready = cells.filter(({ viewer, view }) => view.cm && viewer.world.getItemCount());
    const home = ({ viewer, view }) => (viewer.viewport.getHomeZoom() * inner({ viewer })) / view.cm;
    const common = Math.min(...ready.map(home));
    for (const cell of ready) {
      const { viewport } = cell.viewer;
      viewport.minZoomImageRatio = isReal ? 0.01 : 1;
      viewport.goHome(true);
      if (isReal) viewport.zoomTo((common * cell.view.cm) / inner(cell), null, true);
      remember(cell);
    }
  }

  function zoom(factor) {
    for (const cell of cells) {
      const { viewport } = cell.viewer;
      viewport.zoomBy(factor, null, isStill());
      viewport.applyConstraints(isStill());
    }
  }

  const deeds = {
    in: () => zoom(1.6),
    out: () => zoom(1 / 1.6),
    whole: () => toHome(),
    linked: () => flip("linked", "Linked", "Free"),
    copy: () => navigator.clipboard?.writeText(location.href).then(() => tell(button("copy").dataset.done)),
    real: () => { flip("real", "Real", "Fit"); toScale(is("real")); },
  };

  function toHome() {
    for (const cell of cells) cell.viewer.viewport.goHome(true);
    toScale(is("real"));
    for (const cell of cells) remember(cell);
    keep();
  }

  function flip(deed, on, off) {
    const now = !is(deed);
    button(deed).setAttribute("aria-pressed", String(now));
    say(now ? on : off);
    for (const cell of cells) remember(cell);
    const address = new URL(location.href);
    const [name, value] = deed === "linked" ? ["zoom", now ? "" : "free"] : ["scale", now ? "real" : ""];
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
    history.replaceState(history.state, "", address);
  }

  tools.addEventListener("click", (event) => {
    leader = null;
    const asked = event.target.closest("[data-do]");
    if (asked && !asked.disabled) deeds[asked.dataset.do]?.();
  });

  /* d1=x,y,w,h&d2=…: the details that are seen, so that the address can be given to somebody. */
  function keep() {
    const seen = new URLSearchParams();
    for (const [at, { viewer, view }] of cells.entries()) {
      const image = viewer.world?.getItemAt(0);
      if (!image || viewer.viewport.getZoom() <= viewer.viewport.getHomeZoom() * 1.02) continue;
      const { x, y, width, height } = image.viewportToImageRectangle(viewer.viewport.getBounds());
      const found = within({ x, y, width, height }, view);
      if (found) seen.set(`d${at + 1}`, [found.x, found.y, found.width, found.height].join(","));
    }
    const words = seen.toString().replaceAll("%2C", ",");
    history.replaceState(history.state, "", location.href.split("#")[0] + (words ? `#${words}` : ""));
  }

  function look() {
    const said = new URLSearchParams(location.hash.slice(1));
    for (const [at, cell] of cells.entries()) {
      const region = regionOf(said.get(`d${at + 1}`));
      const image = cell.viewer.world.getItemAt(0);
      const seen = region && image && within(region, cell.view);
      if (seen) cell.viewer.viewport.fitBoundsWithConstraints(image.imageToViewportRectangle(seen.x, seen.y, seen.width, seen.height), true);
      if (image) remember(cell);
    }
  }
}
