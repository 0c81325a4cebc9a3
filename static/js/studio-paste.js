/* HTML from elsewhere as the small markup: emphasis, lists and links stay, all else is words. */
const SKIPPED = ["SCRIPT", "STYLE", "HEAD", "TITLE", "TEMPLATE", "NOSCRIPT"];
const BLOCKS = ["P", "DIV", "H1", "H2", "H3", "H4", "H5", "H6", "SECTION", "ARTICLE", "TR", "TABLE", "UL", "OL", "BLOCKQUOTE"];

export function cleaned(html) {
  const page = new DOMParser().parseFromString(html, "text/html"); // runs and loads nothing
  return text(page.body).replace(/[ \t]*\n[ \t]*/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}

function text(node) {
  return [...node.childNodes].map(part).join("");
}

function part(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, " ").replace(/([\\*_[\]`<])/g, "\\$1");
  if (node.nodeType !== Node.ELEMENT_NODE || SKIPPED.includes(node.tagName)) return "";
  const inner = text(node);
  if (node.tagName === "BR") return "\n";
  if (node.tagName === "LI") return `\n${node.parentElement?.tagName === "OL" ? "1." : "-"} ${inner.trim()}`;
  if (BLOCKS.includes(node.tagName)) return `\n\n${inner.trim()}\n\n`;
  if (["EM", "I"].includes(node.tagName)) return around(inner, "*");
  if (["STRONG", "B"].includes(node.tagName) && node.style.fontWeight !== "normal") return around(inner, "**");
  if (node.tagName === "A") return link(inner, node.getAttribute("href") ?? "");
  return inner;
}

/* The sign stands at the words, not at the spaces beside them. */
function around(inner, sign) {
  const words = inner.trim();
  return words ? inner.replace(words, () => `${sign}${words}${sign}`) : inner;
}

function link(inner, href) {
  return /^(https?:|mailto:|\/)/i.test(href) && inner.trim() ? `[${inner.trim()}](${href.replace(/[\s()]/g, encodeURIComponent)})` : inner;
}
