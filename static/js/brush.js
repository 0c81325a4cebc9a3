/* Narrowing the years of a result on its curve: by dragging, or with the arrow keys on either end. It writes what a visitor
   would type into the field for the time; without this script there are that field and the buttons under the curve. */
const PAUSE = 700;
let focused = ""; // the handle that had the focus when its result went

export function attach(plot) {
  const { begin, end, step, bce, ce } = plot.dataset;
  const [from, to, by] = [Number(begin), Number(end), Number(step)];
  const words = (year) => (year <= 0 ? bce.replace("{}", 1 - year) : year < 1000 ? ce.replace("{}", year) : String(year));
  const chosen = [Number(plot.dataset.first ?? from), Number(plot.dataset.last ?? to)];
  const band = document.createElement("span");
  band.className = "density__band";
  band.hidden = true;
  let waiting;

  const handles = ["first", "last"].map((name, side) => {
    const handle = document.createElement("span");
    handle.className = "density__handle";
    handle.id = `brush-${name}`;
    handle.tabIndex = 0;
    handle.setAttribute("role", "slider");
    handle.setAttribute("aria-label", plot.dataset[side ? "labelLast" : "labelFirst"]);
    handle.addEventListener("keydown", (event) => move(event, side));
    return handle;
  });

  const place = (year) => `${(100 * (year - from)) / (to + 1 - from)}%`;
  const draw = () => {
    handles.forEach((handle, side) => {
      handle.style.insetInlineStart = place(chosen[side] + side);
      handle.ariaValueMin = side ? chosen[0] : from;
      handle.ariaValueMax = side ? to : chosen[1];
      handle.ariaValueNow = chosen[side];
      handle.ariaValueText = words(chosen[side]);
    });
    band.style.insetInlineStart = place(chosen[0]);
    band.style.inlineSize = `calc(${place(chosen[1] + 1)} - ${place(chosen[0])})`;
  };

  const commit = () => {
    const fields = document.getElementById("facets").elements;
    for (const name of ["date_from", "date_to", "from_year", "to_year", "around"]) if (fields[name]) fields[name].value = "";
    fields.date.value = chosen[0] === chosen[1] ? words(chosen[0]) : `${words(chosen[0])}–${words(chosen[1])}`;
    fields.date.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const move = (event, side) => {
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -Infinity, End: Infinity };
    if (!(event.key in steps)) return;
    event.preventDefault();
    const [low, high] = side ? [chosen[0], to] : [from, chosen[1]];
    chosen[side] = Math.min(high, Math.max(low, chosen[side] + steps[event.key] * by));
    band.hidden = false;
    draw();
    clearTimeout(waiting);
    waiting = setTimeout(() => plot.isConnected && commit(), PAUSE);
  };

  plot.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    const box = plot.getBoundingClientRect();
    const year = (x) => Math.round((from + ((x - box.left) / box.width) * (to + 1 - from)) / by) * by;
    const start = event.clientX;
    const drag = ({ clientX }) => {
      [chosen[0], chosen[1]] = [year(start), year(clientX)].sort((a, b) => a - b).map((each) => Math.min(to, Math.max(from, each)));
      band.hidden = false;
      draw();
    };
    const drop = ({ type, clientX }) => {
      for (const name of ["pointermove", "pointerup", "pointercancel"]) plot.removeEventListener(name, name === "pointermove" ? drag : drop);
      if (type === "pointerup" && Math.abs(clientX - start) > 4) commit();
      else band.hidden = true;
    };
    plot.setPointerCapture(event.pointerId);
    plot.addEventListener("pointermove", drag);
    plot.addEventListener("pointerup", drop);
    plot.addEventListener("pointercancel", drop);
  });

  const browse = plot.closest("[data-browse]");
  const leave = () => {
    if (plot.isConnected) focused = handles.includes(document.activeElement) ? document.activeElement.id : "";
    else browse.removeEventListener("htmx:beforeSwap", leave);
  };
  browse?.addEventListener("htmx:beforeSwap", leave);
  plot.append(band, ...handles);
  draw();
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
  focused = "";
}
