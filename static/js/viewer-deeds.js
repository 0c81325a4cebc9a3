/* What the viewer's buttons do. */
import { isStill } from "./viewer-engine.js";

const NEARER = 1.6;

export function attachDeeds(desk) {
  const { frame } = desk;
  const pressed = desk.button("full");
  let seen = null; // what is to be seen again when the frame has got its new size

  const deeds = {
    open: () => desk.open(),
    close: () => desk.close(),
    in: (viewport) => viewport.zoomBy(NEARER).applyConstraints(),
    out: (viewport) => viewport.zoomBy(1 / NEARER).applyConstraints(),
    whole: (viewport) => {
      seen = null;
      viewport.setRotation(0, isStill()).goHome(isStill());
      desk.say("Whole");
    },
    turn: (viewport) => turn(viewport, 90),
    back: (viewport) => turn(viewport, -90),
    life: () => desk.scale.lifeSize(),
    read: () => desk.scroll.read(),
    full: () => (desk.isFull() ? desk.leaveFull() : fill()),
  };

  desk.act = (deed) => {
    if (deed === "open" || desk.viewer) deeds[deed]?.(desk.viewer?.viewport);
  };

  function turn(viewport, degrees) {
    viewport.setRotation(viewport.getRotation() + degrees, isStill());
    viewport.applyConstraints();
    desk.say("Turned", { n: ((viewport.getRotation() % 360) + 360) % 360 });
  }

  desk.isFull = () => "full" in frame.dataset;

  /* Where the browser does not give the screen (a telephone), the frame fills the window. */
  async function fill() {
    try {
      await frame.requestFullscreen();
    } catch {
      setFull(true);
    }
  }

  desk.leaveFull = () => {
    if (document.fullscreenElement === frame) document.exitFullscreen();
    else if (desk.isFull()) setFull(false);
  };

  function setFull(is) {
    if (is === desk.isFull()) return;
    seen = desk.viewer && !desk.view.isLong ? desk.region() : null; // a long picture keeps its place by itself
    desk.scroll.hold();
    frame.toggleAttribute("data-full", is);
    document.documentElement.toggleAttribute("data-still-page", is);
    pressed.setAttribute("aria-pressed", String(is));
    if (!desk.viewer) return;
    desk.viewer.canvas.focus({ preventScroll: true });
    desk.viewer.addOnceHandler("resize", () => setTimeout(() => desk.viewer && desk.arrive(seen)));
  }

  frame.addEventListener("fullscreenchange", () => setFull(document.fullscreenElement === frame));
  frame.addEventListener("click", (event) => {
    const asked = event.target.closest("[data-do]");
    if (asked) desk.act(asked.dataset.do);
    else if (event.target.closest("[data-still] a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      desk.open();
    }
  });
}
