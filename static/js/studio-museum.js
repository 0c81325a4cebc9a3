/* What the museum says of its work, beside one's own label: asked when it is opened. */
export function museumWords(bench) {
  return (part) => {
    for (const place of part.querySelectorAll("[data-museum-words]"))
      place.addEventListener("toggle", () => open(bench, place), { once: true });
  };
}

async function open(bench, place) {
  const box = place.querySelector("[data-words]");
  try {
    const answer = await fetch(place.dataset.museumWords);
    if (!answer.ok) throw new Error(String(answer.status));
    const record = await answer.json();
    const texts = [record.masterpiece_statement, record.description].filter(Boolean).flatMap(shown);
    box.replaceChildren(...(texts.length ? texts : [paragraph(bench.say.museumSays)]));
  } catch {
    box.replaceChildren(paragraph(bench.say.failed));
  }
}

function shown(texts) {
  const map = texts.texts ?? texts.text ?? texts;
  if (typeof map === "string") return [paragraph(map)];
  const tag = [document.documentElement.lang, "en", ...Object.keys(map)].find((each) => map[each]);
  return tag ? [paragraph(map[tag], tag)] : [];
}

function paragraph(text, lang = "") {
  const element = document.createElement("p");
  element.textContent = text;
  if (lang) element.lang = lang;
  return element;
}
