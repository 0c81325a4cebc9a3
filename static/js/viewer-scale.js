/* How large it is: a rule in real centimetres, the zoom in words, and the size of life on this screen. */
const PIXELS_PER_CM = 96 / 2.54; // as CSS has it; a screen may be set otherwise
const LONGEST = 140; // pixels of the rule
const NICE = [1, 2, 5];

/** The longest of 1, 2, 5, 10 … tenths of a millimetre to metres that fits: {pixels, value, unit}. */
export function ruleFor(pixelsPerCm, longest = LONGEST) {
  const most = longest / pixelsPerCm;
  const power = 10 ** Math.floor(Math.log10(most));
  const cm = power * NICE.findLast((factor) => factor * power <= most * (1 + 1e-9));
  const [value, unit] = cm < 1 ? [cm * 10, "mm"] : cm < 100 ? [cm, "cm"] : [cm / 100, "m"];
  return { pixels: cm * pixelsPerCm, value: Number(value.toPrecision(3)), unit };
}

/** CSS pixels on the screen for a centimetre of the work, as `viewer` shows `view` now. */
export function pixelsPerCm(viewer, view) {
  return (viewer.viewport.getZoom(true) * viewer.viewport._containerInnerSize.x) / view.cm;
}

/** Draw the rule of `view` as it is shown now; `part` finds its places. */
export function drawRule(part, viewer, view) {
  const place = part("scale");
  place.hidden = !view.cm || !viewer.viewport;
  if (place.hidden) return;
  const { pixels, value, unit } = ruleFor(pixelsPerCm(viewer, view));
  const width = Math.round(pixels);
  const path = place.querySelector("path");
  path.setAttribute("d", `M.5 0V7.5H${width - 0.5}V0`);
  path.ownerSVGElement.setAttribute("width", width);
  part("scale-words").textContent = `${new Intl.NumberFormat(document.documentElement.lang).format(value)} ${unit}`;
}

export function attachScale(desk) {
  let said;
  const draw = () => desk.viewer && drawRule(desk.part, desk.viewer, desk.view);

  /* When the picture stands still again: how near it is, else how far along it we are. */
  function tell() {
    desk.frame.dispatchEvent(new CustomEvent("viewer:moved"));
    const { viewport } = desk.viewer;
    const times = viewport.getZoom() / (desk.scroll.zoom() ?? viewport.getHomeZoom());
    const now = times.toFixed(1);
    if (now === said) return desk.view.isLong && desk.scroll.tell();
    said = now;
    if (Math.abs(times - 1) < 0.02) desk.say("Whole");
    else desk.say("Zoom", { n: times });
  }

  function lifeSize() {
    const { viewport } = desk.viewer;
    const wanted = (PIXELS_PER_CM * desk.view.cm) / viewport._containerInnerSize.x;
    const zoom = Math.min(wanted, viewport.getMaxZoom());
    viewport.zoomTo(zoom).applyConstraints();
    said = zoom.toFixed(1);
    desk.say(wanted > zoom * 1.01 ? "Limit" : "Life");
  }

  function open(viewer) {
    viewer.addHandler("update-viewport", draw);
    viewer.addHandler("open", draw);
    viewer.addHandler("animation-finish", tell);
  }

  return { open, lifeSize };
}
