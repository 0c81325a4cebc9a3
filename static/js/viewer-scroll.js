/* Pictures that are read along: they open as high as the stage at the place where reading begins; wheel, keys, the
   slider over the whole picture and “read on” move along them. Before the viewer is open the same slider moves the strip. */
import { isStill } from "./viewer-engine.js";

const SPEED = 70; // pixels a second
const STEP = 0.15; // of what is seen, for an arrow
const PAGE = 0.85; // for a page

export function attachScroll(desk) {
  const strip = desk.part("strip");
  const overviews = [...desk.frame.querySelectorAll("[data-overview]")];
  const overview = () => overviews.find((one) => one.dataset.overview === desk.view.id);
  let gliding = 0;
  let kept = null; // 0 at the left end to 1 at the right

  /* What is seen, as shares of the picture's width: from the left edge, and how much. */
  function seen() {
    if (desk.viewer?.viewport && desk.viewer.world.getItemCount()) {
      const bounds = desk.viewer.viewport.getBounds(true);
      return { from: bounds.x, share: bounds.width };
    }
    if (!strip || desk.viewer) return { from: 0, share: 1 };
    const hidden = strip.scrollWidth - strip.clientWidth;
    const from = strip.dir === "rtl" ? hidden + strip.scrollLeft : strip.scrollLeft;
    return { from: from / strip.scrollWidth, share: strip.clientWidth / strip.scrollWidth };
  }

  /* How far reading has come, 0 to 1. */
  function progress({ from, share }) {
    const way = 1 - share;
    if (way <= 0) return 0;
    const left = Math.min(1, Math.max(0, from / way));
    return desk.view.fromRight ? 1 - left : left;
  }

  function draw() {
    const place = overview();
    if (!place) return;
    const now = seen();
    const pane = place.querySelector("[data-window]");
    const from = Math.max(0, now.from);
    pane.setAttribute("x", `${(100 * from).toFixed(2)}%`);
    pane.setAttribute("width", `${(100 * (Math.min(1, now.from + now.share) - from)).toFixed(2)}%`);
    const slider = place.querySelector("[data-place]");
    const percent = 100 * progress(now);
    if (document.activeElement !== slider || Math.abs(slider.valueAsNumber - percent) > 0.5) slider.value = percent;
    slider.setAttribute("aria-valuetext", desk.section.dataset.sayPlace.replace("{n}", Math.round(percent)));
  }

  function go(share) {
    const now = seen();
    const along = desk.view.fromRight ? 1 - share : share;
    const from = along * (1 - now.share);
    if (desk.viewer) desk.viewer.viewport.panTo(at(from + now.share / 2), true);
    else if (strip) strip.scrollLeft = from * strip.scrollWidth - (strip.dir === "rtl" ? strip.scrollWidth - strip.clientWidth : 0);
    draw();
  }

  function at(x) {
    const centre = desk.viewer.viewport.getCenter(true);
    centre.x = x;
    return centre;
  }

  /* By a share of what is seen, onwards or (negative) back; false where there is no more to read. */
  function move(share, atOnce = isStill()) {
    const { viewport } = desk.viewer;
    const bounds = viewport.getBounds();
    const target = bounds.x + (desk.view.fromRight ? -share : share) * bounds.width;
    const from = Math.min(1 - bounds.width, Math.max(0, target));
    if (Math.abs(from - bounds.x) < 1e-6) return false;
    viewport.panTo(at(from + bounds.width / 2), atOnce);
    return true;
  }

  /* The zoom at which the picture is as high as the stage; null for others. */
  function zoom() {
    if (!desk.view.isLong) return null;
    const size = desk.viewer.viewport.getContainerSize();
    return (size.y / size.x) * (desk.view.width / desk.view.height);
  }

  const tell = () => desk.say("Place", { n: Math.round(100 * progress(seen())) });

  function key(name) {
    stop();
    const onwards = desk.view.fromRight ? "ArrowLeft" : "ArrowRight";
    const back = desk.view.fromRight ? "ArrowRight" : "ArrowLeft";
    const steps = { [onwards]: STEP, [back]: -STEP, PageDown: PAGE, PageUp: -PAGE, " ": PAGE };
    if (name in steps) move(steps[name]);
    else if (name === "Home") go(0);
    else if (name === "End") go(1);
    else return false;
    return true;
  }

  function read() {
    if (gliding) return stop();
    if (isStill()) return move(PAGE);
    desk.button("read").setAttribute("aria-pressed", "true");
    let before = 0;
    const glide = (now) => {
      const width = desk.viewer?.viewport?.getContainerSize().x;
      const pixels = (SPEED * Math.min(now - (before || now - 16), 100)) / 1000;
      before = now;
      if (width && move(pixels / width, true)) gliding = requestAnimationFrame(glide);
      else stop();
    };
    gliding = requestAnimationFrame(glide);
  }

  function stop() {
    cancelAnimationFrame(gliding);
    gliding = 0;
    desk.button("read").setAttribute("aria-pressed", "false");
    return 0;
  }

  function wheel(event) {
    stop();
    if (!desk.view.isLong || event.ctrlKey || event.metaKey || desk.viewer._isCooperative) return;
    event.stopPropagation();
    const width = desk.viewer.viewport.getContainerSize().x;
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const pixels = (sideways ? event.deltaX : event.deltaY) * (event.deltaMode ? 40 : 1);
    const isBackwards = sideways && desk.view.fromRight;
    if (move(((isBackwards ? -1 : 1) * pixels) / width, true)) event.preventDefault();
  }

  function open(viewer) {
    viewer.addHandler("update-viewport", draw);
    viewer.addHandler("canvas-press", stop);
    viewer.container.addEventListener("wheel", wheel, { capture: true, passive: false });
  }

  /* Remember how far along the picture we are, for when it is shown anew. */
  function hold() {
    const now = seen();
    kept = desk.view.isLong && now.share < 1 ? Math.min(1, Math.max(0, now.from / (1 - now.share))) : null;
  }

  /* As high as the stage, at the place that was held, else where reading begins. */
  function arrive() {
    desk.button("read").hidden = !desk.view.isLong;
    if (!desk.view.isLong) return;
    const { viewport } = desk.viewer;
    const share = Math.min(1, 1 / zoom());
    viewport.zoomTo(1 / share, null, true);
    const centre = at((kept ?? (desk.view.fromRight ? 1 : 0)) * (1 - share) + share / 2);
    centre.y = desk.view.height / desk.view.width / 2;
    viewport.panTo(centre, true);
    kept = null;
    draw();
  }

  function mark() {
    for (const one of overviews) one.hidden = one !== overview();
    stop();
    draw();
  }

  for (const one of overviews) {
    const slider = one.querySelector("[data-place]");
    slider.hidden = false;
    slider.addEventListener("input", () => { stop(); go(slider.valueAsNumber / 100); });
  }
  if (strip) {
    strip.addEventListener("scroll", draw, { passive: true });
    new ResizeObserver(draw).observe(strip);
  }
  return { open, hold, arrive, zoom, tell, read, key, mark, stop };
}
