/* The workbench of an exhibition: ties together what the files studio-*.js do. */
import { asker } from "./studio-ask.js";
import { deeds } from "./studio-deeds.js";
import { drag } from "./studio-drag.js";
import { drafts } from "./studio-drafts.js";
import { hanging } from "./studio-hang.js";
import { history } from "./studio-history.js";
import { languages } from "./studio-languages.js";
import { others } from "./studio-others.js";
import { picker } from "./studio-works.js";
import { refresher } from "./studio-refresh.js";
import { saver } from "./studio-save.js";
import { museumWords } from "./studio-museum.js";
import { words } from "./studio-words.js";

export function attach(place) {
  const say = JSON.parse(place.dataset.say);
  const bench = { place, say, base: place.dataset.base, me: Number(place.dataset.me) };
  const line = place.querySelector("[data-announce]");
  bench.tell = (sentence, values = {}) => sentence.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  bench.announce = (sentence, values) => { line.textContent = bench.tell(sentence, values); };
  bench.ask = asker(place);
  bench.drafts = drafts(`asemus-studio:${bench.me}:${bench.base}`);
  bench.history = history(bench);
  bench.saver = saver(bench);
  bench.refresh = refresher(bench);
  bench.languages = languages(bench);
  const hang = (bench.hang = hanging(bench));
  const dressing = [bench.languages.dress, words(bench), bench.saver.dress, museumWords(bench)];
  bench.dress = (part) => {
    for (const tool of part.querySelectorAll("[data-by-script]")) tool.hidden = false;
    for (const plain of part.querySelectorAll("[data-plain]")) plain.hidden = true;
    for (const dress of dressing) dress(part);
  };
  bench.dress(place);
  deeds(bench);
  drag(bench, hang);
  picker(bench, hang);
  bench.saver.replay();
  others(bench);
  place.dataset.ready = "";
}
