/**
 * As much of a browser's XMLHttpRequest as rxjs 5 (inside botframework-directlinejs) uses, over fetch, so that the real
 * client runs in Node. It asks no permission of CORS: a table of its own tests that.
 */
export class FetchXmlHttpRequest {
  readyState = 0;
  status = 0;
  response: unknown = undefined;
  responseType = '';
  timeout = 0;
  withCredentials = false;
  readonly upload = {};
  onreadystatechange: ((event: object) => void) | undefined;
  onerror: ((event: object) => void) | undefined;
  ontimeout: ((event: object) => void) | undefined;

  #method = 'GET';
  #url = '';
  readonly #headers = new Headers();
  #answered = new Headers();
  readonly #abort = new AbortController();

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
    this.readyState = 1;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  getResponseHeader(name: string): string | null {
    return this.#answered.get(name);
  }

  send(body?: string | FormData): void {
    void this.#send(body);
  }

  abort(): void {
    this.#abort.abort();
  }

  async #send(body: string | FormData | undefined): Promise<void> {
    const timer = this.timeout > 0 ? setTimeout(() => this.ontimeout?.({}), this.timeout).unref() : undefined;
    try {
      const response = await fetch(this.#url, {
        method: this.#method,
        headers: this.#headers,
        signal: this.#abort.signal,
        ...(body !== undefined && { body }),
      });
      const text = await response.text();
      this.#answered = response.headers;
      this.status = response.status;
      this.response = this.responseType === 'json' && text !== '' ? JSON.parse(text) : text;
    } catch {
      this.status = 0;
    }
    clearTimeout(timer);
    if (this.#abort.signal.aborted) return;
    this.readyState = 4;
    this.onreadystatechange?.call(this, { target: this });
  }
}
