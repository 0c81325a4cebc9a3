/* One file on its way to the portal: in parts, again after a break, until it is checked. Knows no page. */
const AGAIN = [1, 2, 4, 8, 15, 30]; // seconds before a part is tried again by itself
const ASK_EVERY = 1000;

export class Sending {
  /** `told` hears (what, value): parts, whole, broken, stand, refused. */
  constructor(file, begin, token, told) {
    Object.assign(this, { file, begin, token, told, upload: null, stopped: false, aborting: null });
  }

  get fingerprint() {
    return `${this.file.name} ${this.file.size} ${this.file.lastModified}`;
  }

  get address() {
    return `${this.begin}${this.upload.id}/`;
  }

  async start() {
    this.stopped = false;
    try {
      const said = { name: this.file.name, size: this.file.size, fingerprint: this.fingerprint };
      this.upload = await this.#ask(this.begin, "POST", JSON.stringify(said));
      if (this.upload.state !== "receiving") return this.#follow();
      await this.#sendParts();
      if (!this.stopped) this.told("whole", this.upload);
    } catch (fault) {
      this.#fail(fault);
    }
    return undefined;
  }

  pause() {
    this.stopped = true;
    this.aborting?.abort();
  }

  async cancel() {
    this.pause();
    if (this.upload) await this.#ask(this.address, "DELETE").catch(() => undefined);
  }

  async finish(words) {
    try {
      this.upload = await this.#ask(`${this.address}finish/`, "POST", JSON.stringify(words));
      await this.#follow();
    } catch (fault) {
      this.#fail(fault);
    }
  }

  async #sendParts() {
    const size = this.upload.part_bytes;
    const count = Math.ceil(this.file.size / size);
    const there = new Set(this.upload.parts);
    this.told("parts", there.size / count);
    for (let number = 0; number < count; number += 1) {
      if (this.stopped) return;
      if (there.has(number)) continue;
      await this.#sendPart(number, this.file.slice(number * size, (number + 1) * size));
      if (this.stopped) return;
      there.add(number);
      this.told("parts", there.size / count);
    }
  }

  async #sendPart(number, part) {
    for (let tries = 0; !this.stopped; tries += 1) {
      try {
        await this.#ask(`${this.address}parts/${number}/`, "PUT", part);
        return;
      } catch (fault) {
        if (this.stopped) return;
        if (fault.words || tries >= AGAIN.length) throw fault;
        this.told("broken", AGAIN[tries]);
        await new Promise((go) => setTimeout(go, AGAIN[tries] * 1000));
      }
    }
  }

  /* Until the photograph is ready, refused, or failed. */
  async #follow() {
    for (;;) {
      this.told("stand", this.upload);
      const { state, image } = this.upload;
      if (state !== "checking" && !(state === "attached" && image && !image.is_ready && !image.failure)) return;
      await new Promise((go) => setTimeout(go, ASK_EVERY));
      this.upload = await this.#ask(this.address, "GET").catch((fault) => {
        if (fault.words) throw fault;
        return this.upload; // the connection may come back
      });
    }
  }

  async #ask(address, method, body) {
    this.aborting = new AbortController();
    const headers = { "X-CSRFToken": this.token, Accept: "application/json" };
    const answer = await fetch(address, { method, body, headers, signal: this.aborting.signal, redirect: "error" });
    if (answer.status === 204) return null;
    const said = await answer.json().catch(() => ({}));
    if (answer.ok) return said;
    const fault = new Error(String(answer.status));
    // A refusal is final; a fault of the server's may pass.
    if (answer.status < 500 || said.words) Object.assign(fault, { words: said.words || " ", field: said.field });
    throw fault;
  }

  #fail(fault) {
    if (this.stopped && fault.name === "AbortError") return;
    this.told("refused", { words: fault.words ?? "", field: fault.field ?? "" });
  }
}
