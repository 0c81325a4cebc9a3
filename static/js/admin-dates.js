/* Shows, while a date is typed, what it means: a sentence, a line of time, the EDTF, the epochs of its place. */
import { draw } from "./admin-date-line.js";

const WAIT = 300;
// Fields that change what a date means or where: their values are asked with.
const ASKED = { museum: "museum", culture: "culture", country: "production_country", epoch: "epoch_list" };

const field = (name) => document.querySelector(`#id_${name}`);

function question(words, edtf) {
  const query = new URLSearchParams({ words: words.value, edtf: edtf.value });
  for (const [key, name] of Object.entries(ASKED)) {
    const values = field(name)?.selectedOptions ? [...field(name).selectedOptions].map((o) => o.value) : [field(name)?.value];
    for (const value of values.filter(Boolean)) query.append(key, value);
  }
  return query;
}

function told(node) {
  node.dispatchEvent(new Event("change", { bubbles: true }));
  window.django?.jQuery?.(node).trigger("change");
}

function choose(epoch) {
  const list = field("epoch_list");
  const known = [...list.options].find((option) => option.value === String(epoch.id));
  if (known) known.selected = true;
  else list.append(new Option(epoch.label, epoch.id, true, true));
  told(list);
}

function offer(place, meaning) {
  place.querySelectorAll(".date-check__epoch").forEach((button) => button.remove());
  const open = (meaning.epochs ?? []).filter((epoch) => !epoch.is_chosen);
  place.hidden = !open.length;
  for (const epoch of open) {
    const isChoice = !field("epoch_list").hasAttribute("data-fixed"); // else they are told and not chosen here
    const button = document.createElement(isChoice ? "button" : "span");
    Object.assign(button, { className: "date-check__epoch", textContent: `${epoch.label} ` });
    const years = document.createElement("small");
    years.textContent = epoch.years;
    button.append(years);
    if (isChoice) {
      button.type = "button";
      button.addEventListener("click", () => choose(epoch));
    }
    place.append(button);
  }
}

function giveOtherYears(meaning) {
  const isMuseums = field("date_basis").value === "museum"; // years that were given stay; read ones follow the words
  field("date_basis").value = "override";
  for (const bound of ["earliest_begin", "latest_begin", "earliest_end", "latest_end"]) {
    if (!isMuseums || !field(bound).value) field(bound).value = meaning[bound] ?? "";
  }
  field("date_note").focus();
}

export function attach(place) {
  const words = field("display_date");
  const edtf = field("edtf");
  const row = words?.closest(".form-row");
  if (!words || !edtf || !row || place.dataset.ready) return;
  place.dataset.ready = "";
  row.append(place);
  const find = (name) => place.querySelector(name);
  const [take, other] = [find("[data-take-edtf]"), find("[data-other-years]")];
  let [timer, asked, meaning] = [undefined, 0, {}];
  const show = () => {
    place.hidden = false;
    place.toggleAttribute("data-wrong", meaning.errors.length > 0);
    const parts = meaning.errors.length ? meaning.errors : [meaning.sentence, meaning.years, ...(meaning.notes ?? [])];
    find(".date-check__words").textContent = [...new Set(parts.filter(Boolean))].join(" · ");
    take.hidden = !meaning.edtf || meaning.edtf === edtf.value.trim() || meaning.errors.length > 0;
    take.querySelector("code").textContent = meaning.edtf;
    other.hidden = !field("date_basis") || field("date_basis").value === "override";
    find("[data-conflicts]").textContent = (meaning.conflicts ?? []).join(" ");
    if (field("epoch_list")) offer(find("[data-epochs]"), meaning);
    draw(find(".date-check__line"), meaning);
  };
  const ask = async () => {
    const number = ++asked;
    place.hidden = !words.value.trim() && !edtf.value.trim();
    if (place.hidden) return;
    const answer = await fetch(`${place.dataset.dateCheck}?${question(words, edtf)}`, { headers: { Accept: "application/json" } });
    if (number !== asked) return;
    meaning = await answer.json();
    show();
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  };
  for (const node of [words, edtf]) node.addEventListener("input", soon);
  // Choosers of the admin tell of a change through jQuery only.
  for (const name of Object.values(ASKED)) if (field(name)) window.django?.jQuery?.(field(name)).on("change", soon);
  take.addEventListener("click", () => {
    edtf.value = meaning.edtf;
    told(edtf);
    ask();
  });
  other.addEventListener("click", () => {
    giveOtherYears(meaning);
    show();
  });
  ask();
}
