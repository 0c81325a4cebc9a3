/* The whole of a long picture with a window on what is seen of it: a slider. Before the viewer is open it moves the strip. */

/** `touched` is called when a hand is on the slider. */
export function attachOverview(desk, touched) {
  const strip = desk.part("strip");
  const overviews = [...desk.frame.querySelectorAll("[data-overview]")];
  const overview = () => overviews.find((one) => one.dataset.overview === desk.view.id);

  /* What is seen, as shares of the picture's width: from the left edge, and how much. */
  function seen() {
    if (desk.viewer?.viewport && desk.viewer.world.getItemCount()) {
      const bounds = desk.viewer.viewport.getBounds(true);
      return { from: bounds.x, share: bounds.width };
    }
    if (!strip?.scrollWidth || desk.viewer) return { from: 0, share: 1 };
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

  function mark() {
    for (const one of overviews) one.hidden = one !== overview();
    draw();
  }

  for (const one of overviews) {
    const slider = one.querySelector("[data-place]");
    slider.hidden = false;
    slider.addEventListener("input", () => { touched(); go(slider.valueAsNumber / 100); });
  }
  if (strip) {
    strip.addEventListener("scroll", draw, { passive: true });
    new ResizeObserver(draw).observe(strip);
  }
  return { seen, progress: () => progress(seen()), draw, go, at, mark };
}
