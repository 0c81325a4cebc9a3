/* The place where photographs are dropped: one row a file, with its words, its progress, its refusal or its picture. */
import { Sending } from "./admin-upload-parts.js";

const AT_ONCE = 2; // files sent at a time

export function attach(zone) {
  const part = (name, root = zone) => root.querySelector(`[data-${name}]`);
  const chooser = part("files");
  const rows = new Set();
  let leaving = false;
  const say = (key, values = {}) => (zone.dataset[`say${key}`] ?? "").replace(/\{(\w+)\}/g, (_all, name) => values[name] ?? "");
  const announce = (text) => { part("said").textContent = text; };
  zone.hidden = false;
  // The form around takes no notice: nothing here is one of its fields.
  for (const name of ["input", "change"]) zone.addEventListener(name, (event) => event.stopPropagation());
  chooser.addEventListener("change", () => { take(chooser.files); chooser.value = ""; });
  for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.toggleAttribute("data-over", name === "dragenter" || name === "dragover");
      if (name === "drop") take(event.dataTransfer.files);
    });
  }
  window.addEventListener("online", () => { for (const row of rows) if (row.state === "broken") row.start(); });
  window.addEventListener("beforeunload", (event) => { if (!leaving && [...rows].some((row) => row.isBusy)) event.preventDefault(); });
  zone.closest("form")?.addEventListener("submit", () => { leaving = true; });

  function take(files) {
    for (const file of files) {
      const twin = [...rows].find((row) => row.sending.fingerprint === `${file.name} ${file.size} ${file.lastModified}` && row.state !== "attached");
      if (twin) twin.start();
      else rows.add(rowOf(file));
    }
    next();
  }

  function next() {
    const sending = [...rows].filter((row) => row.state === "sending").length;
    [...rows].filter((row) => row.state === "waiting").slice(0, Math.max(0, AT_ONCE - sending)).forEach((row) => row.start());
  }

  function rowOf(file) {
    const item = part("row").content.firstElementChild.cloneNode(true);
    const at = (name) => part(name, item);
    const field = (name) => item.querySelector(`[data-field="${name}"]`);
    const bar = at("bar");
    const row = { state: "waiting", wanted: false, start, get isBusy() { return ["waiting", "sending", "broken", "checking"].includes(row.state); } };
    row.sending = new Sending(file, zone.dataset.upload, zone.closest("form").querySelector("[name=csrfmiddlewaretoken]").value, hear);
    at("name").textContent = file.name;
    bar.setAttribute("aria-label", file.name);
    for (const name of ["rights", "credit"]) field(name).value = zone.dataset[name] ?? "";
    item.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target.matches("input")) { event.preventDefault(); want(); } });
    item.addEventListener("click", (event) => {
      const deed = event.target.closest("[data-deed]")?.dataset.deed;
      if (deed === "pause") { row.sending.pause(); show("paused"); next(); }
      if (deed === "start") start();
      if (deed === "attach") want();
      if (deed === "too") finish({ shows_this_too: true });
      if (deed === "cancel") { row.sending.cancel(); rows.delete(row); item.remove(); chooser.focus(); next(); }
    });
    part("rows").append(item);
    show("waiting");
    return row;

    function show(state, words = say(state[0].toUpperCase() + state.slice(1))) {
      row.state = state;
      item.dataset.state = state;
      at("state").textContent = words;
      const shown = { pause: state === "sending", start: ["paused", "broken", "refused"].includes(state), attach: !row.wanted && !["attached", "checking"].includes(state), too: false, cancel: state !== "attached" && state !== "checking" };
      for (const button of item.querySelectorAll("[data-deed]")) button.hidden = !shown[button.dataset.deed];
      at("fields").hidden = state === "attached";
      bar.hidden = state === "attached";
    }

    function start() { show("sending"); row.sending.start(); }

    function want() {
      const names = ["rights", ...("public" in zone.dataset ? ["credit", "alt"] : [])];
      const missing = names.find((name) => !field(name).value.trim());
      for (const name of names) field(name).toggleAttribute("aria-invalid", name === missing);
      if (missing) { field(missing).focus(); announce(say("Missing")); at("words").textContent = say("Missing"); return; }
      row.wanted = true;
      at("words").textContent = "";
      if (row.state === "whole") finish();
      else show(row.state);
    }

    function finish(more = {}) {
      show("checking");
      const alt = field("alt").value.trim();
      Object.assign(zone.dataset, { rights: field("rights").value, credit: field("credit").value });
      row.sending.finish({ rights: field("rights").value, credit: field("credit").value, alt: alt ? { [field("alt").lang || "en"]: alt } : {}, ...more });
    }

    function hear(what, value) {
      if (what === "parts") { bar.value = value; if (row.state === "broken") show("sending"); }
      if (what === "broken") show("broken", say("Broken", { seconds: value }));
      if (what === "whole") { show("whole"); announce(`${file.name}: ${say("Whole")}`); next(); if (row.wanted) finish(); }
      if (what === "refused") refuse(value.words.trim() || say("Lost"), field(value.field || "none"));
      if (what === "stand") stand(value);
    }

    function refuse(words, wrong = null) {
      row.wanted = false;
      show(row.sending.upload?.parts && wrong ? "whole" : "refused");
      at("words").textContent = words;
      wrong?.focus();
      announce(`${file.name}: ${words}`);
      next();
    }

    function stand({ state, words, image, there }) {
      if (state === "refused" || (state === "receiving" && words)) refuse(words);
      if (there) {
        at("there").hidden = false;
        Object.assign(at("there"), { href: there.url, textContent: there.title });
        item.querySelector("[data-deed=too]").hidden = false;
      }
      if (state !== "attached") return;
      show("attached", say(image.is_ready ? "Ready" : image.failure ? "Failed" : "Making"));
      at("words").textContent = image.failure;
      at("there").hidden = true;
      if (!image.is_ready) return;
      at("picture").hidden = false;
      Object.assign(at("thumb"), { src: image.thumbnail, alt: field("alt").value });
      Object.assign(at("zoom").dataset, { zoom: image.id, info: image.info });
      announce(`${file.name}: ${say("Ready")}`);
    }
  }
}
