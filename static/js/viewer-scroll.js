/* Pictures that are read along: they open as high as the stage at the place where reading begins; wheel, keys, the
   slider over the whole picture and “read on” move along them. */
import { isStill } from "./viewer-engine.js";
import { attachOverview } from "./viewer-overview.js";

const SPEED = 70; // pixels a second
const STEP = 0.15; // of what is seen, for an arrow
const PAGE = 0.85; // for a page

export function attachScroll(desk) {
  const overview = attachOverview(desk, () => stop());
  let gliding = 0;
  let kept = null; // 0 at the left end to 1 at the right

  /* By a share of what is seen, onwards or (negative) back; false where there is no more to read. */
  function move(share, atOnce = isStill()) {
    const { viewport } = desk.viewer;
    const bounds = viewport.getBounds();
    const target = bounds.x + (desk.view.fromRight ? -share : share) * bounds.width;
    const from = Math.min(1 - bounds.width, Math.max(0, target));
    if (Math.abs(from - bounds.x) < 1e-6) return false;
    viewport.panTo(overview.at(from + bounds.width / 2), atOnce);
    return true;
  }

  /* The zoom at which the picture is as high as the stage; null for others. */
  function zoom() {
    if (!desk.view.isLong) return null;
    const size = desk.viewer.viewport.getContainerSize();
    return (size.y / size.x) * (desk.view.width / desk.view.height);
  }

  const tell = () => desk.say("Place", { n: Math.round(100 * overview.progress()) });

  function key(name) {
    stop();
    const onwards = desk.view.fromRight ? "ArrowLeft" : "ArrowRight";
    const back = desk.view.fromRight ? "ArrowRight" : "ArrowLeft";
    const steps = { [onwards]: STEP, [back]: -STEP, PageDown: PAGE, PageUp: -PAGE, " ": PAGE };
    if (name in steps) move(steps[name]);
    else if (name === "Home") overview.go(0);
    else if (name === "End") overview.go(1);
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
    viewer.addHandler("update-viewport", overview.draw);
    viewer.addHandler("canvas-press", stop);
    viewer.container.addEventListener("wheel", wheel, { capture: true, passive: false });
  }

  /* Remember how far along the picture we are, for when it is shown anew. */
  function hold() {
    const now = overview.seen();
    kept = desk.view.isLong && now.share < 1 ? Math.min(1, Math.max(0, now.from / (1 - now.share))) : null;
  }

  /* As high as the stage, at the place that was held, else where reading begins. */
  function arrive() {
    if (!desk.view.isLong) return;
    const { viewport } = desk.viewer;
    const share = Math.min(1, 1 / zoom());
    viewport.zoomTo(1 / share, null, true);
    const centre = overview.at((kept ?? (desk.view.fromRight ? 1 : 0)) * (1 - share) + share / 2);
    centre.y = desk.view.height / desk.view.width / 2;
    viewport.panTo(centre, true);
    kept = null;
    overview.draw();
  }

  function mark() {
    stop();
    overview.mark();
  }

  return { open, hold, arrive, zoom, tell, read, key, mark, stop };
}
