/* The look of an exhibition before it is saved: its colours behind its title, and the detail of the cover drawn on the
   picture with the pointer. The field beside it takes the same by keyboard. */
export function attach(place) {
  const form = place.closest("form");
  const field = form.querySelector("[data-cover-detail]");
  const sample = Object.assign(document.createElement("div"), { className: "look" });
  const words = Object.assign(document.createElement("p"), { className: "look__title" });
  const stage = Object.assign(document.createElement("div"), { className: "look__stage" });
  const picture = Object.assign(document.createElement("img"), { alt: "", draggable: false });
  const frame = Object.assign(document.createElement("div"), { className: "look__frame" });
  sample.setAttribute("aria-hidden", "true"); // shows what the fields say
  stage.append(picture, frame);
  sample.append(words, stage);
  place.after(sample);
  let start = null;

  function show() {
    const scheme = form.querySelector("[name=scheme]:checked")?.closest("label");
    const cover = form.querySelector("[name=cover]:checked")?.closest("label").querySelector("img");
    words.textContent = form.querySelector('[name^="titles:"]').value;
    sample.style.background = scheme.querySelector("rect").getAttribute("fill");
    sample.style.color = scheme.querySelector("path").getAttribute("stroke");
    sample.style.borderColor = scheme.querySelector("path:last-child").getAttribute("stroke");
    stage.hidden = !cover;
    if (cover && picture.src !== cover.src) picture.src = cover.src;
    const parts = /^pct:([\d.]+),([\d.]+),([\d.]+),([\d.]+)$/.exec(field.value);
    frame.hidden = !parts;
    if (!parts) return;
    const [left, top, width, height] = parts.slice(1).map((part) => `${part}%`);
    Object.assign(frame.style, { left, top, width, height });
  }

  const at = (event) => {
    const box = picture.getBoundingClientRect();
    const part = (value, whole) => Math.min(100, Math.max(0, (100 * value) / whole));
    return [part(event.clientX - box.left, box.width), part(event.clientY - box.top, box.height)];
  };

  function draw(event) {
    if (!start) return;
    const [x, y] = at(event);
    const [left, top] = [Math.min(x, start[0]), Math.min(y, start[1])];
    const size = [Math.abs(x - start[0]), Math.abs(y - start[1])];
    if (Math.min(...size) < 2) return;
    field.value = `pct:${[left, top, ...size].map((part) => Math.round(part)).join(",")}`;
    show();
  }

  stage.addEventListener("pointerdown", (event) => {
    start = at(event);
    stage.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  stage.addEventListener("pointermove", draw);
  stage.addEventListener("pointerup", () => { start = null; });
  form.addEventListener("input", show);
  show();
}
