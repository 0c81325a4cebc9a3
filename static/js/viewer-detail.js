/* The detail that is seen: an address for it, a citation with that address, a Content State for other viewers; and the
   way back, from such an address to the detail. */
import { decoded, encoded, fragment, fragmentOf, stateOf, within } from "./viewer-address.js";

const SIDE = 1600; // pixels of the longer side of a detail opened as a picture

export function attachDetail(desk) {
  const panel = desk.part("detail");
  const { manifest, citation } = desk.section.dataset;

  /* In pixels of the picture; null while all of it is seen. */
  desk.region = () => {
    const image = desk.viewer.world.getItemAt(0);
    const { viewport } = desk.viewer;
    if (!image || viewport.getZoom() <= viewport.getHomeZoom() * 1.02) return null;
    const seen = viewport.getBounds().getBoundingBox();
    const { x, y, width, height } = image.viewportToImageRectangle(seen);
    return within({ x, y, width, height }, desk.view);
  };

  const whole = () => ({ x: 0, y: 0, width: desk.view.width, height: desk.view.height });
  const region = () => desk.region() ?? whole();
  const hash = () => fragment(region(), desk.view === desk.views[0] ? "" : desk.view.id);
  const bare = () => location.href.split(/[?#]/)[0];

  const copies = {
    link: () => {
      history.replaceState(history.state, "", bare() + hash());
      return location.href;
    },
    cite: () => `${citation}${hash()} (${desk.section.dataset.sayDetail})`,
    state: () => `${bare()}?iiif-content=${encoded(stateOf(desk.view.canvas, manifest, region()))}`,
  };

  async function copy(deed) {
    const text = copies[deed]();
    desk.part("address").textContent = text;
    try {
      await navigator.clipboard.writeText(text);
      desk.hint(desk.say("Copied"));
    } catch {
      getSelection().selectAllChildren(desk.part("address")); // refused: it stands there to be copied by hand
    }
  }

  function cut() {
    const { x, y, width, height } = region();
    const scale = Math.min(1, SIDE / Math.max(width, height));
    const size = `${Math.max(1, Math.round(width * scale))},${Math.max(1, Math.round(height * scale))}`;
    desk.part("cut").href = `${desk.view.service}/${x},${y},${width},${height}/${size}/0/default.jpg`;
    desk.part("address").textContent = bare() + hash();
  }

  function toggle() {
    panel.hidden = !panel.hidden;
    desk.button("detail").setAttribute("aria-expanded", String(!panel.hidden));
    if (panel.hidden) return desk.viewer.canvas.focus({ preventScroll: true });
    cut();
    panel.querySelector("button").focus({ preventScroll: true });
  }

  desk.frame.addEventListener("click", (event) => {
    const deed = event.target.closest("[data-do]")?.dataset.do;
    if (deed === "detail" && desk.viewer) toggle();
    else if (deed in copies && desk.viewer) copy(deed);
  });
  desk.frame.addEventListener("viewer:moved", () => { if (!panel.hidden) cut(); });

  let fading;
  desk.hint = (words) => {
    const hint = desk.part("hint");
    hint.textContent = words;
    hint.hidden = false;
    clearTimeout(fading);
    fading = setTimeout(() => { hint.hidden = true; }, 4000);
  };

  const complain = (words) => desk.hint(desk.say(words));

  /* From the address to the detail; behind a notice only once the visitor has read it and opened. */
  function follow() {
    const notice = desk.section.closest("details:not([open])");
    if (notice) return notice.addEventListener("toggle", follow, { once: true });
    const state = new URLSearchParams(location.search).get("iiif-content");
    const said = fragmentOf(location.hash);
    if (said.isUnread) complain("Unread");
    if (said.region || said.view) return go(desk.views.find((view) => view.id === said.view) ?? desk.views[0], said.region);
    if (state === null || said.isUnread) return;
    const found = decoded(state);
    const view = found && desk.views.find((one) => one.canvas === found.id);
    if (view) go(view, found.region);
    else if (found?.id === manifest) go(desk.views[0], null);
    else complain(found ? "Elsewhere" : "Unread");
  }

  function go(view, wanted) {
    const seen = wanted && within(wanted, view);
    if (wanted && !seen) complain("Unread");
    desk.choose(view, seen);
  }

  addEventListener("hashchange", follow);
  follow();
}
