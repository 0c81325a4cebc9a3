/* “Keep” beside every work, how many are kept in the head of the page, and a word about what was done, with a way back. */
import { MOST, onChange, read, write } from "./kept.js";

const SIGN = '<svg viewBox="0 0 12 16" aria-hidden="true"><path d="M1.5 1.5h9v13L6 10.8l-4.5 3.7z"/></svg>';

export function attach(link) {
  const say = link.dataset;
  const status = made("p", { className: "unseen", role: "status" });
  const bar = made("div", { className: "kept-bar", hidden: true });
  const words = made("p", {});
  const undo = made("button", { type: "button", className: "textbutton", textContent: say.undo });
  const open = made("a", { href: link.href, textContent: say.open });
  const close = made("button", { type: "button", className: "textbutton", textContent: say.close });
  let before = null;
  let pressed = null; // what the focus goes back to
  for (const part of [bar, status]) part.dataset.screenOnly = "";
  bar.append(words, undo, open, close);
  document.body.append(status, bar);

  function tell(text, canUndo) {
    words.textContent = text;
    status.textContent = text;
    undo.hidden = !canUndo;
    bar.hidden = false;
  }

  function toggle(id, button) {
    const ids = read();
    const isKept = ids.includes(id);
    pressed = button;
    if (!isKept && ids.length >= MOST) return tell(say.full, false);
    before = ids;
    const isStored = write(isKept ? ids.filter((each) => each !== id) : [...ids, id]);
    tell(isStored ? (isKept ? say.removed : say.kept) : say.failed, true);
  }

  function finish() {
    bar.hidden = true;
    if (pressed?.isConnected) pressed.focus();
    else document.getElementById("main").focus();
  }

  function dress(holder) {
    if (holder.querySelector(":scope [data-keep]")) return;
    const title = (holder.dataset.title ?? holder.querySelector(".card__title, .row__title")?.innerText ?? "").trim();
    const button = made("button", { type: "button", className: "keep", innerHTML: SIGN });
    button.append(made("span", { textContent: say.word }));
    button.setAttribute("aria-label", `${say.word}: ${title.replace(/\s+/g, " ")}`);
    button.dataset.keep = holder.dataset.work;
    button.dataset.screenOnly = "";
    button.dataset.byScript = "";
    (holder.querySelector(".card__caption") ?? holder).append(button);
  }

  function refresh() {
    const ids = new Set(read());
    for (const holder of document.querySelectorAll("[data-work]")) dress(holder);
    for (const button of document.querySelectorAll("[data-keep]"))
      button.setAttribute("aria-pressed", String(ids.has(button.dataset.keep)));
    link.hidden = !ids.size;
    link.querySelector("[data-count]").textContent = ids.size;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-keep]");
    if (button) toggle(button.dataset.keep, button);
  });
  undo.addEventListener("click", () => {
    write(before);
    status.textContent = say.undone;
    finish();
  });
  close.addEventListener("click", finish);
  onChange(refresh);
  // Filters and pages bring new works without a new page.
  new MutationObserver((changes) => {
    const isNew = (node) => node.nodeType === 1 && (node.matches("[data-work]") || node.querySelector("[data-work]"));
    if (changes.some((change) => [...change.addedNodes].some(isNew))) refresh();
  }).observe(document.getElementById("main"), { childList: true, subtree: true });
  refresh();
}

function made(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
