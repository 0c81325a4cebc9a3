/* Zooming a drawing in its frame: by buttons, keys, wheel and two fingers. Moving it is the frame's own scrolling, by finger,
   by the arrow keys and by dragging. A wheel alone belongs to the page until the frame has the focus. */
const MOST = 8;
const STEP = 1.5;

export function zoomable(figure) {
  const frame = figure.querySelector("[data-frame]");
  const scene = figure.querySelector("[data-scene]");
  let zoom = 1;

  /* `x` and `y` are the place in the frame that stays where it is. */
  function to(wanted, x = frame.clientWidth / 2, y = frame.clientHeight / 2) {
    const next = Math.min(MOST, Math.max(1, wanted));
    const [left, top] = [(frame.scrollLeft + x) / zoom, (frame.scrollTop + y) / zoom];
    zoom = next;
    scene.style.setProperty("--zoom", zoom);
    frame.scrollTo(left * zoom - x, top * zoom - y);
    frame.toggleAttribute("data-near", zoom > 1);
  }

  const within = ({ clientX, clientY }) => {
    const box = frame.getBoundingClientRect();
    return [clientX - box.left, clientY - box.top];
  };

  frame.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== frame) return;
      event.preventDefault();
      to(zoom * Math.exp(-event.deltaY / 400), ...within(event));
    },
    { passive: false },
  );
  frame.addEventListener("keydown", (event) => {
    const wanted = { "+": zoom * STEP, "=": zoom * STEP, "-": zoom / STEP, 0: 1 }[event.key];
    if (!wanted || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    to(wanted);
  });
  frame.addEventListener("dblclick", (event) => to(zoom * STEP, ...within(event)));

  let pinch = null;
  const spread = ({ touches: [one, other] }) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  frame.addEventListener("touchstart", (event) => (pinch = event.touches.length === 2 ? { spread: spread(event), zoom } : null), { passive: true });
  frame.addEventListener(
    "touchmove",
    (event) => {
      if (!pinch || event.touches.length !== 2) return;
      event.preventDefault();
      const [one, other] = event.touches;
      const middle = { clientX: (one.clientX + other.clientX) / 2, clientY: (one.clientY + other.clientY) / 2 };
      to((pinch.zoom * spread(event)) / pinch.spread, ...within(middle));
    },
    { passive: false },
  );
  frame.addEventListener("touchend", () => (pinch = null));

  let moved = false;
  frame.addEventListener("pointerdown", (event) => {
    moved = false;
    if (event.pointerType !== "mouse" || event.button) return;
    const [x, y, left, top] = [event.clientX, event.clientY, frame.scrollLeft, frame.scrollTop];
    const drag = ({ clientX, clientY }) => {
      moved ||= Math.hypot(clientX - x, clientY - y) > 4;
      frame.scrollTo(left - (clientX - x), top - (clientY - y));
    };
    addEventListener("pointermove", drag);
    addEventListener("pointerup", () => removeEventListener("pointermove", drag), { once: true });
  });
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  frame.addEventListener("click", (event) => moved && event.preventDefault());

  frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) * 0.4;
  return { in: () => to(zoom * STEP), out: () => to(zoom / STEP), whole: () => to(1) };
}
