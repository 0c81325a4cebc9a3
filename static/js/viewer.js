/* Looking closely: the picture of a work becomes zoomable in its own place. Buttons, keys, scale, long pictures and
   details have files of their own, each given the same `desk`. */
import { attachDeeds } from "./viewer-deeds.js";
import { attachDetail } from "./viewer-detail.js";
import { build, isStill, load, show, viewOf, yieldToPage } from "./viewer-engine.js";
import { attachKeys } from "./viewer-keys.js";
import { attachScale } from "./viewer-scale.js";
import { attachScroll } from "./viewer-scroll.js";

const EDGE = 16; // pixels around a picture that did not stand on the page before

export function attach(section) {
  const part = (name) => section.querySelector(`[data-${name}]`);
  const frame = part("frame");
  const stage = part("stage");
  const button = (deed) => frame.querySelector(`[data-do="${deed}"]`);
  const spoken = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  const links = [...section.querySelectorAll("[data-view]")];
  const thumbs = links.length > 1 ? links.map(asButton) : links; // of a single view: the plain data it is
  const views = thumbs.map(viewOf);
  const desk = { section, frame, stage, part, button, views, view: views[0], viewer: null, say, open, close, choose, arrive };
  let wanted = null; // the detail to be shown when its picture has come

  function say(words, values = {}) {
    const told = (name) => (typeof values[name] === "number" ? spoken.format(values[name]) : values[name]);
    const text = (section.dataset[`say${words}`] ?? words).replace(/\{(\w+)\}/g, (_whole, name) => told(name));
    part("said").textContent = text;
    return text;
  }

  async function open(region = null) {
    wanted = region;
    try {
      const library = await load(section.dataset.engine);
      if (desk.viewer) return look(region);
      begin(library);
    } catch {
      say("Failed");
    }
  }

  function begin(library) {
    desk.scroll.hold();
    part("canvas").hidden = false;
    const viewer = build(library, part("canvas"), desk.view, desk.view.alt);
    desk.viewer = viewer;
    viewer.canvas.setAttribute("aria-describedby", part("keys").id);
    viewer.addHandler("open", () => arrive());
    viewer.addHandler("open-failed", () => say("Failed"));
    viewer.addOnceHandler("tile-load-failed", () => say("Failed"));
    viewer.addOnceHandler("tile-drawn", () => { stage.dataset.open = ""; });
    viewer.addHandler("canvas-cooperative-gesture", ({ gesture }) => gesture === "scroll" && desk.hint(section.dataset.sayWheel));
    yieldToPage(viewer, frame);
    part("tools").hidden = false;
    button("open").hidden = true;
    desk.scale.open(viewer);
    desk.scroll.open(viewer);
    viewer.canvas.focus({ preventScroll: true });
  }

  /* A picture has come, or the frame has another size: stand at the detail, else where the still picture stood. */
  function arrive(region = wanted) {
    wanted = null;
    const { viewport } = desk.viewer;
    viewport.setMargins(desk.view.isLong ? { left: 0, top: 0, right: 0, bottom: 0 } : margins());
    viewport.goHome(true);
    desk.scroll.arrive();
    look(region, true);
  }

  function margins() {
    const picture = desk.view === views[0] && !desk.isFull() && part("still").querySelector("img")?.getBoundingClientRect();
    if (!picture?.width) return { left: EDGE, top: EDGE, right: EDGE, bottom: EDGE };
    const around = stage.getBoundingClientRect();
    return {
      left: picture.left - around.left, right: around.right - picture.right,
      top: picture.top - around.top, bottom: around.bottom - picture.bottom,
    };
  }

  function look(region, atOnce = isStill()) {
    const image = desk.viewer.world.getItemAt(0);
    if (!region || !image) return;
    const { x, y, width, height } = region;
    desk.viewer.viewport.fitBoundsWithConstraints(image.imageToViewportRectangle(x, y, width, height), atOnce);
  }

  function close() {
    if (!desk.viewer) return;
    desk.leaveFull();
    desk.scroll.stop();
    desk.viewer.destroy();
    desk.viewer = null;
    delete stage.dataset.open;
    for (const name of ["canvas", "scale", "detail", "tools"]) part(name).hidden = true;
    button("detail").setAttribute("aria-expanded", "false");
    mark(views[0]);
    button("open").hidden = false;
    button("open").focus({ preventScroll: true });
    say("Closed");
  }

  function mark(view) {
    desk.view = view;
    for (const [at, thumb] of thumbs.entries()) {
      if (thumb.matches("button")) thumb.setAttribute("aria-pressed", String(views[at] === view));
    }
    for (const words of section.querySelectorAll("[data-words]")) {
      words.toggleAttribute("data-current", words.dataset.words === view.id);
    }
    button("life").hidden = !view.cm;
    button("read").hidden = !view.isLong;
    desk.scroll.mark();
  }

  function choose(view, region = null) {
    const isOther = view !== desk.view;
    mark(view);
    if (!desk.viewer) return open(region);
    if (!isOther) return look(region);
    wanted = region;
    desk.viewer.canvas.setAttribute("aria-label", view.alt);
    show(desk.viewer, view);
    say("View", { name: thumbs[views.indexOf(view)].textContent.trim() });
  }

  for (const [at, thumb] of thumbs.entries()) {
    if (thumb.matches("button")) thumb.addEventListener("click", () => choose(views[at]));
  }
  for (const sign of ["pointerenter", "focusin"]) {
    frame.addEventListener(sign, () => load(section.dataset.engine).catch(() => {}), { once: true });
  }
  asButton(button("open"));
  attachDeeds(desk);
  attachKeys(desk);
  desk.scale = attachScale(desk);
  desk.scroll = attachScroll(desk);
  mark(views[0]);
  attachDetail(desk);
}

/* What without a script is a link to a large picture is a button for what is done with it here. */
function asButton(link) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  Object.assign(button.dataset, link.dataset);
  button.append(...link.childNodes);
  link.replaceWith(button);
  return button;
}
