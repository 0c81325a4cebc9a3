/* Filters that answer at once: a change sends the form; the results and the facets come back as one fragment.
   Without this script the form has its button; the address says the same in both cases. */
const PAUSE = 350;

export function attach(form) {
  const results = document.getElementById(form.dataset.facets);
  if (!results) return;
  let waiting;
  let running;

  const address = () => {
    const words = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value !== "") words.append(name, value);
    const query = words.toString();
    return form.action.split("?")[0] + (query ? `?${query}` : "");
  };

  const show = async (url, remember = true) => {
    running?.abort();
    running = new AbortController();
    results.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { signal: running.signal, headers: { "HX-Request": "true" } });
      if (!answer.ok && answer.status !== 400) throw new Error(String(answer.status));
      replace(await answer.text());
      if (remember) history.pushState({}, "", url);
    } catch (fault) {
      if (fault.name !== "AbortError") location.assign(url);
    } finally {
      results.removeAttribute("aria-busy");
    }
  };

  const replace = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const fresh = page.getElementById(results.id);
    const freshForm = page.querySelector(`[data-facets="${form.dataset.facets}"]`);
    if (!fresh || !freshForm) throw new Error("no fragment");
    const focused = document.activeElement;
    const mark = form.contains(focused) && focused.name ? [focused.name, focused.value] : null;
    const open = new Set([...form.querySelectorAll("details[open] > summary")].map((s) => s.textContent.trim()));
    results.replaceChildren(...fresh.childNodes);
    form.replaceChildren(...freshForm.childNodes);
    for (const summary of form.querySelectorAll("details > summary"))
      if (open.has(summary.textContent.trim())) summary.parentElement.open = true;
    if (mark) form.querySelector(`[name="${CSS.escape(mark[0])}"][value="${CSS.escape(mark[1])}"]`)?.focus();
    document.title = page.title;
  };

  form.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show(address()), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(address());
    if (form.matches(":popover-open")) form.hidePopover();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-fragment]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    show(link.href).then(() => {
      if (link.closest(".pages")) results.scrollIntoView();
    });
  });
  addEventListener("popstate", () => show(location.href, false));
}
