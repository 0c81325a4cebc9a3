/* Saves each wall and room as one writes: after a pause, one question at a time, naming the revision that was seen.
   What cannot be saved stays in the draft and in the field. */
import { isOffline } from "./studio-ask.js";
import { conflict } from "./studio-conflict.js";
import { factsOf, fill, isSame } from "./studio-form.js";

const PAUSE = 700;
const PATH = { block: "blocks", section: "sections" };

export function saver(bench) {
  const { place, say, drafts } = bench;
  const states = new Map(); // form → {saved, base, timer, running, stuck}
  const line = place.querySelector("[data-state-line]");
  let offline = false;

  const isDirty = (form) => states.has(form) && !isSame(factsOf(form), states.get(form).saved);

  function dress(part) {
    for (const form of part.querySelectorAll("form[data-saves]")) {
      if (states.has(form)) continue;
      states.set(form, { saved: factsOf(form), base: Number(form.elements.base.value) });
      form.addEventListener("input", () => changed(form));
      form.addEventListener("focusout", () => { if (isDirty(form)) save(form); });
    }
  }

  function changed(form) {
    const state = states.get(form);
    clearTimeout(state.timer);
    if (!isDirty(form)) {
      drafts.drop(form);
      return show(form, "");
    }
    drafts.keep(form, { base: state.base, facts: factsOf(form) });
    show(form, say.wallDraft);
    if (!state.stuck) state.timer = setTimeout(() => save(form), PAUSE);
    tell();
  }

  /* Gives true once all that stands in the form is saved. */
  async function save(form) {
    const state = states.get(form);
    clearTimeout(state.timer);
    if (state.running) {
      await state.running;
      return isDirty(form) && !state.stuck && !offline ? save(form) : !isDirty(form);
    }
    if (state.stuck || !form.isConnected || !isDirty(form)) return !isDirty(form);
    state.running = send(form, state);
    await state.running;
    state.running = null;
    tell();
    return isDirty(form) && !state.stuck && !offline ? save(form) : !isDirty(form);
  }

  async function send(form, state) {
    const facts = factsOf(form);
    const before = state.saved;
    show(form, say.saving);
    tell();
    try {
      const told = await bench.ask(`/${PATH[form.dataset.saves]}/${form.dataset.key}.json`, { base: state.base, ...facts });
      stands(form, told[form.dataset.saves].revision, facts);
      bench.history.edited(form, before, facts);
      offline = false;
      show(form, say.wallSaved);
    } catch (fault) {
      refused(form, state, facts, fault);
    }
  }

  function refused(form, state, facts, fault) {
    drafts.keep(form, { base: state.base, facts });
    if (isOffline(fault)) {
      offline = true;
      return show(form, say.wallDraft);
    }
    if (fault.status !== 409) return show(form, bench.tell(say.wallRefused, { why: fault.message }), true);
    state.stuck = true;
    show(form, say.wallConflict, true);
    conflict(bench, form, facts, fault.told.stored);
  }

  /* The server holds these facts at this revision. */
  function stands(form, revision, facts) {
    const state = states.get(form);
    Object.assign(state, { saved: facts, base: revision, stuck: false });
    form.elements.base.value = revision;
    form.parentElement.dataset.revision = revision;
    if (isDirty(form)) drafts.keep(form, { base: revision, facts: factsOf(form) });
    else drafts.drop(form);
    bench.languages.mark();
  }

  function replay() {
    let count = 0;
    for (const [form, state] of states) {
      const draft = drafts.read(form);
      if (!draft || isSame(draft.facts, state.saved)) continue;
      fill(form, draft.facts);
      state.base = draft.base; // an older one is a conflict, and is shown as one
      count += 1;
      save(form);
    }
    if (count) bench.announce(say.draftBack);
  }

  const retry = () => Promise.all([...states.keys()].filter((form) => form.isConnected && isDirty(form)).map(save));

  function show(form, words, isWrong = false) {
    const note = form.querySelector("[data-own-state]");
    note.textContent = words;
    note.toggleAttribute("data-wrong", isWrong);
  }

  function tell() {
    const forms = [...states.keys()].filter((form) => form.isConnected && isDirty(form));
    const words = offline ? say.offline : forms.length ? say.saving : say.saved;
    if (line.textContent !== words) line.textContent = words;
    place.dataset.state = offline ? "offline" : forms.length ? "saving" : "saved";
  }

  function reached(isReached) {
    const wasOffline = offline;
    offline = !isReached;
    if (wasOffline && isReached) retry();
    tell();
  }

  addEventListener("online", retry);
  addEventListener("beforeunload", (event) => { if (drafts.hasUnstored() && !navigator.onLine) event.preventDefault(); });
  tell();
  return { dress, save, stands, isDirty, replay, reached, forget: (form) => states.delete(form), saved: (form) => states.get(form).saved };
}
