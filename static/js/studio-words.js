/* The small rich text: italics, bold, lists, links, in the markup that the wall knows; what is pasted is cleaned to it. */
import { linker } from "./studio-link.js";
import { cleaned } from "./studio-paste.js";

export function words(bench) {
  const { say } = bench;
  const openLinker = linker(bench);

  function tools(field) {
    const row = document.createElement("div");
    row.className = "rich";
    row.setAttribute("role", "group");
    const add = (words, sign, act) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "tool", title: words });
      button.setAttribute("aria-label", words);
      button.innerHTML = sign;
      button.addEventListener("click", act);
      row.append(button);
    };
    add(say.bold, "<strong>B</strong>", () => wrap(field, "**"));
    add(say.italic, "<em>I</em>", () => wrap(field, "*"));
    add(say.list, "≡", () => list(field));
    add(say.link, "↗", () => openLinker(field));
    field.before(row);
  }

  function keys(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const act = { b: () => wrap(event.target, "**"), i: () => wrap(event.target, "*"), k: () => openLinker(event.target) }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  }

  function paste(event) {
    const html = event.clipboardData?.getData("text/html");
    if (!html) return;
    const text = cleaned(html);
    if (!text) return;
    event.preventDefault();
    insert(event.target, text);
  }

  return (part) => {
    for (const field of part.querySelectorAll("textarea[data-rich]")) {
      if (field.matches(":disabled")) continue;
      tools(field);
      field.addEventListener("keydown", keys);
      field.addEventListener("paste", paste);
    }
  };
}

const selected = (field) => field.value.slice(field.selectionStart, field.selectionEnd);

/* Put text where the selection is, so that the browser's own undo knows of it. */
export function insert(field, text) {
  field.focus();
  if (!document.execCommand("insertText", false, text)) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function wrap(field, sign) {
  const text = selected(field);
  const start = field.selectionStart;
  const isWrapped = text.length > 2 * sign.length && text.startsWith(sign) && text.endsWith(sign);
  insert(field, isWrapped ? text.slice(sign.length, -sign.length) : `${sign}${text}${sign}`);
  if (!text) field.setSelectionRange(start + sign.length, start + sign.length);
}

function list(field) {
  const from = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
  field.setSelectionRange(from, field.selectionEnd);
  const lines = selected(field).split("\n");
  const isList = lines.every((line) => line.startsWith("- "));
  const start = from > 1 && field.value[from - 2] !== "\n" && !isList ? "\n" : "";
  insert(field, start + lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join("\n"));
}
