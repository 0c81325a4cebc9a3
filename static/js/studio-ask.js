/* How the scripts ask the studio. A no of the server is a `No` with what it told; a lost connection is not. */
export class No extends Error {
  constructor(status, told) {
    super(told.error ?? String(status));
    this.status = status;
    this.told = told;
  }
}

/* Gives ask(path, body): POST with a body, else GET; answers the JSON, or null for an empty answer. */
export function asker(place) {
  return async (path, body, headers = {}) => {
    const options = { headers: { Accept: "application/json", ...headers } };
    if (body) {
      options.method = "POST";
      options.body = JSON.stringify(body);
      Object.assign(options.headers, { "Content-Type": "application/json", "X-CSRFToken": place.dataset.token });
    }
    const answer = await fetch(`${place.dataset.base}${path}`, options);
    if (answer.status === 204 || answer.status === 304) return null;
    if (answer.status >= 502 && answer.status <= 504) throw new TypeError("not there at the moment");
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new No(answer.status, told);
    return told;
  };
}

/* True if the server was not reached: what was to be said must be said again. */
export const isOffline = (fault) => !(fault instanceof No);
