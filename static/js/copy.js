/* Copying a citation or an address, and the device's own way of sharing where it has one. */
export function attach(place) {
  const text = place.querySelector("[data-copy-text]");
  const copy = place.querySelector("[data-copy-button], [data-share-copy]");
  if (copy && navigator.clipboard) {
    const words = copy.textContent;
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text ? text.innerText : place.dataset.url);
      copy.textContent = copy.dataset.done;
      setTimeout(() => { copy.textContent = words; }, 2500);
    });
  }
  const share = place.querySelector("[data-share-button]");
  if (share && navigator.share) {
    share.hidden = false;
    share.addEventListener("click", () =>
      navigator.share({ title: place.dataset.title, url: place.dataset.url }).catch(() => {}));
  }
}
