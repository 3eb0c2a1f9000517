import type { Words } from './words';

/** The members of RFC 9457 that pages use; further ones (winner, draft, ...) are read by name. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly [member: string]: unknown;
}

/** A request that did not get what it asked for: the service refused, or was not reached. */
export class Failure extends Error {
  private constructor(
    /** Null when the service was not reached. */
    readonly problem: Problem | null,
    /** Seconds to wait before trying again, where the service said so. */
    readonly retryAfter: number | null,
  ) {
    super(problem?.detail ?? 'offline');
  }

  static offline(): Failure {
    return new Failure(null, null);
  }

  static refused(problem: Problem, retryAfter: number | null = null): Failure {
    return new Failure(problem, retryAfter);
  }

  /** Reads the problem of a response, whatever its body turns out to be. */
  static async of(response: Response): Promise<Failure> {
    const after = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
    const body: unknown = await response.json().catch(() => null);
    const known = isRecord(body) ? body : {};
    const problem: Problem = {
      ...known,
      status: response.status,
      code: typeof known['code'] === 'string' ? known['code'] : `http-${response.status}`,
      detail: typeof known['detail'] === 'string' ? known['detail'] : '',
    };
    return new Failure(problem, Number.isFinite(after) ? after : null);
  }

  get status(): number {
    return this.problem?.status ?? 0;
  }

  get code(): string {
    return this.problem?.code ?? 'offline';
  }

  /** A member that only some problems carry, empty when absent. */
  text(member: string): string {
    const value = this.problem?.[member];
    return typeof value === 'string' ? value : '';
  }

  /** What happened, in the reader's language where we know the code, else in the service's words. */
  said(words: Words): string {
    if (this.problem === null) return words.failure.offline;
    if (this.status === 429) return words.failure.tooMany;
    if (this.code === 'ticket-already-claimed') return words.failure.claimedBy(this.text('winner'));
    return words.failure.byCode[this.code] ?? (this.problem.detail || words.failure.unknown);
  }

  /** What the reader can do now. */
  nextStep(words: Words): string {
    const { steps } = words.failure;
    if (this.problem === null) return steps.offline;
    if (this.code === 'needs-another-curator') return '';
    if (this.code === 'origin-not-allowed') return steps.register(window.location.origin);
    switch (this.status) {
      case 400:
      case 422:
        return steps.correct;
      case 401:
        return steps.logIn;
      case 403:
        return steps.notYours;
      case 404:
        return steps.gone;
      case 409:
        return steps.reload;
      case 413:
        return steps.smaller;
      case 429:
        return steps.wait(this.retryAfter ?? 60);
      default:
        return steps.again;
    }
  }
}

/** Whatever was thrown, as a failure; a programming error stays one. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  throw thrown;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
