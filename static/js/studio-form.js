/* The fields of a wall or a room as the JSON knows them, and back. */
const MAPS = ["titles", "title", "text"];

export function factsOf(form) {
  const facts = {};
  for (const field of form.elements) {
    if (!field.name || field.disabled) continue;
    const [name, tag] = field.name.split(":");
    if (tag && MAPS.includes(name)) {
      facts[name] ??= {};
      if (field.value.trim()) facts[name][tag] = field.value.replace(/\r\n?/g, "\n");
    } else if (name === "attribution") facts.attribution = field.value.trim();
    else if (name.startsWith("data-")) add((facts.data ??= {}), name.slice(5), field);
  }
  return facts;
}

function add(data, name, field) {
  if (field.type === "radio" && !field.checked) return;
  if (field.type === "checkbox") data[name] = field.checked;
  else if (field.multiple) data[name] = [...field.selectedOptions].map((option) => option.value);
  else data[name] = field.value;
}

export function fill(form, facts) {
  for (const field of form.elements) {
    const [name, tag] = (field.name ?? "").split(":");
    if (tag && name in facts) put(field, facts[name][tag] ?? "");
    else if (name === "attribution" && "attribution" in facts) put(field, facts.attribution);
    else if (name.startsWith("data-") && facts.data) {
      const value = facts.data[name.slice(5)] ?? "";
      if (field.type === "checkbox") field.checked = Boolean(value);
      else if (field.type === "radio") field.checked = field.value === String(value);
      else put(field, value);
    }
  }
}

function put(field, value) {
  if (field.value !== value) field.value = value;
}

export const isSame = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

function sorted(value) {
  if (!value || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}
