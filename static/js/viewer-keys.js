/* The viewer by keyboard: while the focus is in its frame, and never with a key that the browser or the system has. */
const DEEDS = { "+": "in", "=": "in", "-": "out", "−": "out", _: "out", 0: "whole", r: "turn", R: "back", f: "full", F: "full" };
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STEP = 0.15; // of what is seen

export function attachKeys(desk) {
  desk.frame.addEventListener("keydown", (event) => {
    if (!desk.viewer || event.ctrlKey || event.metaKey || event.altKey) return;
    if (done(event.key, event.target)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });

  function done(key, target) {
    if (key === "Escape") return leave();
    if (key in DEEDS) {
      desk.act(DEEDS[key]);
      return true;
    }
    if (target !== desk.viewer.canvas) return false;
    if (desk.view.isLong && desk.scroll.key(key)) return true;
    if (!(key in STEPS)) return false;
    const { viewport } = desk.viewer;
    const size = viewport.getContainerSize();
    const [x, y] = STEPS[key];
    const { Point } = window.OpenSeadragon;
    viewport.panBy(viewport.deltaPointsFromPixels(new Point(x * size.x * STEP, y * size.y * STEP)));
    viewport.applyConstraints();
    return true;
  }

  /* One step back: from the panel to the picture, from the full screen to the page, from the viewer to the still picture. */
  function leave() {
    if (!desk.part("detail").hidden) desk.button("detail").click();
    else if (desk.isFull()) desk.act("full");
    else desk.close();
    return true;
  }
}
