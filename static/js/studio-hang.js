/* What is done to rooms and walls: hung, moved, taken down, hung again; each with its way back and a word about it. */
import { factsOf, fill } from "./studio-form.js";

const PLURAL = { block: "blocks", section: "sections" };

export function hanging(bench) {
  const { place, say } = bench;
  const wall = (key) => place.querySelector(`[data-wall="${key}"]`);
  const room = (key) => place.querySelector(`[data-room="${key}"]`);
  const thing = (noun, key) => (noun === "block" ? wall(key) : room(key));
  const formOf = (noun, key) => thing(noun, key)?.querySelector(`form[data-saves="${noun}"]`);
  const keyOf = (element) => (element ? Number(element.dataset.wall ?? element.dataset.room) : null);
  const roomOf = (element) => element.closest("[data-room]");

  /* The key behind which it hangs: null at the beginning. */
  function before(element) {
    const earlier = element.previousElementSibling;
    return earlier?.matches("[data-wall], [data-room]") ? keyOf(earlier) : null;
  }

  async function post(noun, key, verb, body) {
    await bench.ask(`/${PLURAL[noun]}/${key}/${verb}.json`, body);
    await bench.refresh();
  }

  /* Write facts on a wall or a room, as undo does. */
  async function write(noun, key, facts) {
    const form = formOf(noun, key);
    if (!form) throw new Error(say.gone);
    await bench.saver.save(form);
    const told = await bench.ask(`/${PLURAL[noun]}/${key}.json`, { base: Number(form.elements.base.value), ...facts });
    fill(form, facts);
    bench.saver.stands(form, told[noun].revision, factsOf(form));
    thing(noun, key).scrollIntoView({ block: "nearest" });
  }

  async function move(noun, key, section, after) {
    const element = thing(noun, key);
    const was = noun === "block" ? { section: keyOf(roomOf(element)), after: before(element) } : { after: before(element) };
    const now = noun === "block" ? { section, after } : { after };
    await post(noun, key, "move", now);
    bench.history.push({ undo: () => post(noun, key, "move", was), redo: () => post(noun, key, "move", now) });
    placed(noun, key);
  }

  function placed(noun, key) {
    const element = thing(noun, key);
    const siblings = [...element.parentElement.children].filter((one) => one.matches(noun === "block" ? "[data-wall]" : "[data-room]"));
    const values = { place: siblings.indexOf(element) + 1, count: siblings.length, room: roomOf(element).dataset.name };
    bench.announce(noun === "block" ? say.moved : say.roomMoved, values);
  }

  async function remove(noun, key) {
    const element = thing(noun, key);
    const next = element.nextElementSibling ?? element.previousElementSibling;
    const take = () => post(noun, key, "remove", { base: Number(formOf(noun, key).elements.base.value) });
    await bench.saver.save(formOf(noun, key));
    await take();
    bench.history.push({ undo: () => post(noun, key, "restore", {}), redo: take });
    bench.announce(say.removed);
    (next?.matches("[data-wall], [data-room]") ? next : place.querySelector("[data-undo]")).focus();
  }

  /* Hang a new wall at the end of a room; gives its key. */
  async function add(section, facts) {
    const { block } = await bench.ask("/blocks.json", { section, ...facts });
    added("block", block.key);
    return block.key;
  }

  function added(noun, key) {
    const base = () => Number(formOf(noun, key).elements.base.value);
    bench.history.push({ undo: () => post(noun, key, "remove", { base: base() }), redo: () => post(noun, key, "restore", {}) });
  }

  async function addRoom(form) {
    const field = form.querySelector("input:not([type=hidden])");
    const { section } = await bench.ask("/sections.json", { titles: { [field.lang]: field.value.trim() } });
    field.value = "";
    await bench.refresh();
    added("section", section.key);
    bench.announce(say.added, { what: room(section.key).dataset.name });
    room(section.key).querySelector("[data-pick]")?.focus();
    room(section.key).scrollIntoView({ block: "start" });
  }

  async function step(noun, key, deed) {
    const element = thing(noun, key);
    const way = deed === "earlier" ? "previousElementSibling" : "nextElementSibling";
    const other = element[way];
    if (!other?.matches("[data-wall], [data-room]")) return placed(noun, key);
    await move(noun, key, noun === "block" ? keyOf(roomOf(element)) : null, deed === "earlier" ? before(other) : keyOf(other));
    thing(noun, key).querySelector(`[name=deed][value=${deed}]`)?.focus();
    thing(noun, key).scrollIntoView({ block: "nearest" });
  }

  async function works(key, ids) {
    const element = wall(key);
    const was = element.dataset.works.split(" ").filter(Boolean);
    const set = async (list) => {
      const { block } = await bench.ask(`/blocks/${key}.json`, { base: Number(formOf("block", key).elements.base.value), works: list });
      bench.saver.stands(formOf("block", key), block.revision, bench.saver.saved(formOf("block", key)));
      await bench.refresh();
    };
    await bench.saver.save(formOf("block", key));
    await set(ids);
    bench.history.push({ undo: () => set(was), redo: () => set(ids) });
  }

  return { write, move, step, remove, add, addRoom, works, wall };
}
