import { Failure } from './failure';
import { language } from './language';
import { newKey } from './keys';

/** How a page proves who calls: the cookie of a log-in, the token of a visitor, or not at all. */
export type Credential =
  | { readonly kind: 'cookie' }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'nobody' };

export interface RequestOptions {
  readonly body?: unknown;
  readonly form?: FormData;
  readonly accept?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Makes a repeated POST harmless. */
  readonly key?: string;
}

/** The service's REST interface at one address. Every refusal and every lost connection is thrown as a Failure. */
export class Backend {
  constructor(
    /** Address without a trailing slash; empty for the page's own. */
    readonly base: string,
    readonly credential: Credential = { kind: 'cookie' },
  ) {}

  /** The same service, called by somebody else. */
  as(credential: Credential): Backend {
    return new Backend(this.base, credential);
  }

  get<T>(path: string): Promise<T> {
    return this.json('GET', path, {});
  }

  /** Sends an idempotency key of its own unless one is given. */
  post<T>(path: string, body: unknown, key: string = newKey()): Promise<T> {
    return this.json('POST', path, { body, key });
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.json('PUT', path, { body });
  }

  upload<T>(path: string, form: FormData): Promise<T> {
    return this.json('POST', path, { form });
  }

  /** A response with a good status, its body unread. */
  async send(method: string, path: string, options: RequestOptions): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(`${this.base}/api/v1${path}`, {
        method,
        headers: this.headers(method, options),
        body: options.form ?? (options.body === undefined ? null : JSON.stringify(options.body)),
        credentials: this.credential.kind === 'cookie' ? 'same-origin' : 'omit',
        cache: 'no-store',
        signal: options.signal ?? null,
      });
    } catch (thrown) {
      if (options.signal?.aborted === true) throw thrown;
      throw Failure.offline();
    }
    if (!response.ok) throw await Failure.of(response);
    return response;
  }

  private async json<T>(method: string, path: string, options: RequestOptions): Promise<T> {
    const response = await this.send(method, path, options);
    const text = await response.text();
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  private headers(method: string, options: RequestOptions): Record<string, string> {
    const headers: Record<string, string> = {
      Accept: options.accept ?? 'application/json, application/problem+json',
      'Accept-Language': language() === 'zh' ? 'zh-CN' : 'en',
      ...options.headers,
    };
    if (options.body !== undefined) headers['Content-Type'] = 'application/json';
    if (options.key !== undefined) headers['Idempotency-Key'] = options.key;
    if (this.credential.kind === 'bearer') headers['Authorization'] = `Bearer ${this.credential.token}`;
    if (this.credential.kind === 'cookie' && method !== 'GET') headers['X-Jiangwen'] = '1';
    return headers;
  }
}
